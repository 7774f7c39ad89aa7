// Text → Query: one grammar for every place where people ask.

import { MAX_ASK_LENGTH } from '../card.ts';
import { fitUnits } from '../text.ts';
import { takeLanguage, withoutLanguage } from './named-language.ts';
import { normalise } from './normalise.ts';
import { portIn } from './other-numbers.ts';
import { isAlertSummary, parseCounts } from './parse-counts.ts';
import { parseMarkers } from './parse-markers.ts';
import { parseNamed, parseObserved } from './parse-observed.ts';
import type { CodeRef, Query } from './query.ts';
import { findTokens, rangeOf, type Tokens } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import {
  BODY_CODE,
  CONCEPT,
  type Fact,
  factOf,
  GUIDE,
  GUIDE_STEP,
  HELP,
  meaningfulWords,
  PAGE,
  REFERENCE,
  TRAITS,
  TROUBLE,
  TROUBLE_PLACE,
} from './words.ts';

export interface BesideCodes {
  text: string;
  codes: readonly string[];
}

export interface Parsed {
  query: Query;
  /** A language that the question names at its end, as a language tag. */
  language?: 'zh' | 'en';
  /** What it asks about the code, where that is told. */
  facts?: readonly Fact[];
  /** What codes stand in where software and more is named: it may be about a condition. */
  beside?: BesideCodes;
  /** Parts of the question that the answer takes no account of, as they were typed. */
  ignored: string[];
}

/** Longer input is a message to explain. */
export const MAX_QUESTION_LENGTH = 2000;
/** More codes than this do not fit side by side on a card. */
const MAX_COMPARED = 5;
/** With this many words beside the codes, it is a message rather than a question. */
const WORDS_IN_A_MESSAGE = { oneCode: 12, severalCodes: 5 };

const WORDS_BESIDE_A_DOCUMENT = 2;
/** Nobody searches for more. */
const MAX_WORDS_LENGTH = 200;

/** Any text at all gives a query; nothing throws. */
export function parse(text: string, vocabulary: Vocabulary): Parsed {
  if (text.length > MAX_QUESTION_LENGTH || /\n\s*\S/.test(text.trim()))
    return plain({ kind: 'message', text, isAsked: true });
  const input = vocabulary.simplified(normalise(text));
  const { rest, language } = takeLanguage(input);
  // Without the language, which is not part of what was asked.
  const parsed = parseWithout(rest, language ? withoutLanguage(text, rest) : text, vocabulary);
  const ignored = parsed.ignored.map((part) => asTyped(part, text, vocabulary));
  return { ...parsed, ignored, ...(language ? { language } : {}) };
}

/** Undoes lower case and simplified characters: what is named as ignored is recognised best as it was written. */
function asTyped(part: string, text: string, { simplified }: Vocabulary): string {
  const at = simplified(text.toLowerCase()).indexOf(part);
  const typed = text.slice(at, at + part.length);
  return simplified(typed.toLowerCase()) === part ? typed : part;
}

function parseWithout(bare: string, original: string, vocabulary: Vocabulary): Parsed {
  if (bare === '' || HELP.test(bare)) return plain({ kind: 'help' });
  if (CONCEPT.test(bare)) return plain({ kind: 'concept' });
  const trait = TRAITS.find(([, asks]) => asks.test(bare.replace(PAGE, '')))?.[0];
  if (trait) return plain({ kind: 'trait', trait, page: Number(PAGE.exec(bare)?.[1] ?? 1) });
  if (GUIDE.test(bare)) return plain({ kind: 'guide', at: '' });
  const step = GUIDE_STEP.exec(bare)?.[1];
  if (step) return plain({ kind: 'guide', at: step });
  const place = parseTrouble(bare);
  if (place) return plain(place);
  const counts = parseCounts(original);
  if (counts) return plain(counts);
  const page = Number(PAGE.exec(bare)?.[1] ?? 1);
  const unpaged = bare.replace(PAGE, '');
  const observed = parseObserved(unpaged, page, vocabulary);
  if (observed) return plain(observed);
  const document = parseReference(unpaged, page);
  if (document) return document;
  const markers = parseMarkers(original, vocabulary);
  if (markers) return plain(markers);
  const explained = /^(?:explain|解释)[:：\s]+(.{12,})$/.exec(bare)?.[1];
  if (explained || isAlertSummary(bare)) return plain({ kind: 'message', text: original, isAsked: true });
  const body = BODY_CODE.exec(unpaged)?.[1];
  if (body && !vocabulary.hasCode(body)) return plain({ kind: 'number', text: body });
  const parsed = parseCodes(unpaged, page, original, vocabulary);
  // `status above 599` is what happens, not a code.
  const named = parsed.query.kind === 'words' ? undefined : parseNamed(unpaged, vocabulary);
  return named ? plain(named) : parsed;
}

/** The first question of a code's tree, or where a button leads in it. */
function parseTrouble(text: string): Query | undefined {
  const { before, after } = TROUBLE.exec(text)?.groups ?? {};
  const at = before ?? after ?? TROUBLE_PLACE.exec(text)?.[1];
  return at === undefined ? undefined : { kind: 'trouble', at };
}

/** A document, with or without a section; undefined where the question is about more than documents. */
function parseReference(text: string, page: number): Parsed | undefined {
  const [first, ...others] = text.matchAll(REFERENCE);
  const rest = text.replace(REFERENCE, ' ');
  const words = meaningfulWords(rest);
  if (!first || words.length > WORDS_BESIDE_A_DOCUMENT || /(?<!\d)[1-5]\d\d(?!\d)/.test(rest)) return undefined;
  const { number, section = first.groups?.subsection } = first.groups ?? {};
  const query: Query = { kind: 'reference', document: `rfc${number}`, page, ...(section ? { section } : {}) };
  return { query, ignored: [...others.map(([other]) => other.trim()), ...words] };
}

function parseCodes(text: string, page: number, original: string, vocabulary: Vocabulary): Parsed {
  const parsed = parseTokens(text, page, original, vocabulary);
  const beside = besideCodes(text, vocabulary);
  return beside ? { ...parsed, beside } : parsed;
}

/** Undefined where there are no codes, no software, or no words that may say more than the codes do. */
function besideCodes(text: string, vocabulary: Vocabulary): BesideCodes | undefined {
  const { codes, vendors, rest } = findTokens(text, vocabulary);
  if (codes.length === 0 || vendors.length === 0 || codes.some(({ code }) => code.length !== 3)) return undefined;
  const called = codes.length > 1 ? [] : codes.flatMap(({ code }) => vocabulary.phrasesOf(code));
  const words = meaningfulWords(without(rest, called)).filter((word) => !factOf(word));
  return words.length > 0 ? { text, codes: codes.map(({ code }) => code) } : undefined;
}

function parseTokens(text: string, page: number, original: string, vocabulary: Vocabulary): Parsed {
  const tokens = findTokens(text, vocabulary);
  const codes = distinct(tokens.codes);
  const words = meaningfulWords(
    without(
      tokens.rest,
      codes.flatMap(({ code }) => vocabulary.phrasesOf(code)),
    ),
  );
  if (codes.length === 0) return parseWithoutCodes({ text, page, tokens, words }, vocabulary);
  const limit = codes.length === 1 ? WORDS_IN_A_MESSAGE.oneCode : WORDS_IN_A_MESSAGE.severalCodes;
  if (words.length > limit) return plain({ kind: 'message', text: original, isAsked: true });
  const unknown = words.filter((word) => !codes.some(({ code }) => vocabulary.describes(code, word)));
  // Only lists have pages.
  const pageAside = page > 1 ? [`#${page}`] : [];
  const range = rangeOf(tokens, text);
  if (range) {
    const named = [...new Map(tokens.vendors.map(({ id, name }) => [id, name]))];
    const [vendor] = named.filter(([id]) => vocabulary.isVendor(id));
    const others = named.filter((one) => one !== vendor);
    const query: Query = { kind: 'range', ...range, page, ...(vendor ? { source: vendor[0] } : {}) };
    const aside = [...tokens.numbers, ...tokens.masks, ...others.map(([, name]) => name), ...unknown];
    return { query, ignored: aside };
  }
  const [first] = codes;
  if (codes.length === 1 && first) {
    const query: Query = { kind: 'code', ...reference(first) };
    const ignored = leftovers(
      tokens,
      unknown.filter((word) => !factOf(word)),
    );
    const facts = [...new Set(words.flatMap((word) => factOf(word) ?? []))];
    return { query, ignored: [...ignored, ...pageAside], ...(facts.length > 0 ? { facts } : {}) };
  }
  const surplus = codes.slice(MAX_COMPARED).map(({ code }) => code);
  const items = codes.slice(0, MAX_COMPARED).map(reference);
  return { query: { kind: 'codes', items }, ignored: [...surplus, ...leftovers(tokens, unknown), ...pageAside] };
}

interface Uncoded {
  text: string;
  page: number;
  tokens: Tokens;
  words: readonly string[];
}

function parseWithoutCodes({ text, page, tokens, words }: Uncoded, vocabulary: Vocabulary): Parsed {
  const { rest } = takeLanguage(fitUnits(text, MAX_WORDS_LENGTH));
  const vendor = tokens.vendors.find(({ id }) => vocabulary.isVendor(id));
  const [software] = tokens.vendors;
  const [mask, ...masks] = new Set(tokens.masks);
  const [number] = tokens.numbers;
  const otherVendors = tokens.vendors.filter(({ id }) => id !== vendor?.id).map(({ name }) => name);
  if (words.length > (mask ? 1 : 0)) return plain({ kind: 'words', text: rest });
  if (masks.length > 0 && !vendor && tokens.masks.every((one) => /^\dxx$/.test(one))) return plain({ kind: 'concept' });
  const port = mask || number ? undefined : portIn(text);
  if (port)
    return { query: { kind: 'number', text: port, isPort: true }, ignored: tokens.vendors.map(({ name }) => name) };
  if (mask) {
    const source = vendor && { source: vendor.id };
    return {
      query: { kind: 'mask', mask, page, ...source },
      ignored: [...tokens.numbers, ...masks, ...otherVendors, ...words],
    };
  }
  if (vendor && !number) {
    return { query: { kind: 'vendor', vendor: vendor.id, page }, ignored: otherVendors };
  }
  if (software && !number) return { query: { kind: 'measured', source: software.id, page }, ignored: [] };
  if (number) {
    const source = vendor && { source: vendor.id };
    return {
      query: { kind: 'number', text: `${/^-\d/.test(text) ? '-' : ''}${number}`, ...source },
      ignored: [...tokens.numbers.slice(1), ...otherVendors],
    };
  }
  return plain(rest === '' ? { kind: 'help' } : { kind: 'words', text: rest });
}

function distinct<T extends CodeRef>(codes: readonly T[]): T[] {
  return codes.filter(
    (one, index) => codes.findIndex((other) => other.code === one.code && other.source === one.source) === index,
  );
}

function reference({ code, source }: CodeRef): CodeRef {
  return source ? { code, source } : { code };
}

function leftovers({ numbers, masks, vendors, codes }: Tokens, words: readonly string[]): string[] {
  const unbound = vendors.filter(({ id }) => !codes.some(({ source }) => source === id)).map(({ name }) => name);
  return [...numbers, ...masks, ...unbound, ...words];
}

function without(text: string, phrases: readonly string[]): string {
  let rest = text.replace(/\s+/g, ' ');
  for (const phrase of phrases) rest = rest.replaceAll(phrase, ' ');
  return rest;
}

function plain(query: Query): Parsed {
  return { query, ignored: [] };
}

/** Whether the canonical text of a query still fits into a button. */
export function fitsButton(query: string): boolean {
  return query.length <= MAX_ASK_LENGTH;
}
