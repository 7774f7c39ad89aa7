// Text → Query: one grammar for every place where people ask.
import { MAX_ASK_LENGTH } from '../card.ts';
import type { CodeRef, Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';
import { CONCEPT, COUNTS, GUIDE, GUIDE_STEP, HELP, LANGUAGE, meaningfulWords, PAGE, REFERENCE } from './words.ts';

export interface Parsed {
  query: Query;
  /** A language that the question names at its end, as a language tag. */
  language?: 'zh' | 'en';
  /** Parts of the question that the answer takes no account of. */
  ignored: string[];
}

/** Longer input is a message to explain. */
export const MAX_QUESTION_LENGTH = 2000;
/** More codes than this do not fit side by side on a card. */
const MAX_COMPARED = 5;
/** With this many words beside the codes, it is a message rather than a question. */
const WORDS_IN_A_MESSAGE = { oneCode: 12, severalCodes: 5 };

const TOKEN =
  /(?<version>\bhttp\/\d(?:\.\d)?(?!\d)|\bhttp[ -]?[12]\.[01]\b)|(?<mask>(?<![\w.])[1-5](?:xx|\*\*|[0-9][x*])(?![\w*]))|(?<number>(?<![a-z0-9_.])\d+(?:\.\d+)?(?![a-z0-9_]|\.\d))|(?<range>[-~–—〜]|\.\.|到|至|\bto\b)/g;

/** Any text at all gives a query; nothing throws. */
export function parse(text: string, vocabulary: Vocabulary): Parsed {
  const input = normalise(text);
  if (text.length > MAX_QUESTION_LENGTH || /\n\s*\S/.test(text.trim()))
    return plain({ kind: 'message', text, isAsked: true });
  const { rest, language } = takeLanguage(input);
  // Without the language, which is not part of what was asked.
  return language ? { ...parseWithout(rest, rest, vocabulary), language } : parseWithout(rest, text, vocabulary);
}

/** NFKC, lower case, single spaces; a full stop between digits is a dot whatever keyboard it came from. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[。｡·](?=\d)/g, '.')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** The last language named counts; none may stay at the end, or a button's question would name it again. */
function takeLanguage(input: string): { rest: string; language?: 'zh' | 'en' } {
  let rest = trimmed(input);
  let language: 'zh' | 'en' | undefined;
  for (let match = LANGUAGE.exec(rest); match; match = LANGUAGE.exec(rest)) {
    language ??= match[1] ? 'zh' : 'en';
    rest = trimmed(rest.slice(0, match.index));
  }
  return { rest, ...(language ? { language } : {}) };
}

function trimmed(text: string): string {
  return text.replace(/^[\s/]+|[\s。.!！?？,，;；]+$/g, '');
}

function parseWithout(bare: string, original: string, vocabulary: Vocabulary): Parsed {
  if (bare === '' || HELP.test(bare)) return plain({ kind: 'help' });
  if (CONCEPT.test(bare)) return plain({ kind: 'concept' });
  if (GUIDE.test(bare)) return plain({ kind: 'guide', at: '' });
  const step = GUIDE_STEP.exec(bare)?.[1];
  if (step) return plain({ kind: 'guide', at: step });
  if (COUNTS.test(bare)) return plain({ kind: 'counts', counts: parseCounts(bare) });
  const page = Number(PAGE.exec(bare)?.[1] ?? 1);
  const unpaged = bare.replace(PAGE, '');
  const document = REFERENCE.exec(unpaged)?.[1];
  if (document) return plain({ kind: 'reference', document: `rfc${document}`, page });
  const explained = /^(?:explain|解释)[:：\s]+(.{12,})$/.exec(bare)?.[1];
  if (explained || isAlertSummary(bare)) return plain({ kind: 'message', text: original, isAsked: true });
  return parseCodes(unpaged, page, original, vocabulary);
}

/** `502: 310, 504: 88` counts codes; it does not compare them. */
function isAlertSummary(text: string): boolean {
  return /^(?:\D{0,40}?\b[1-5]\d\d\s*(?:[:=×*]|x\b)\s*\d+\b[\s,;、|]*){2,}$/.test(text);
}

function parseCounts(text: string): { code: string; count: number }[] {
  return text.split(' ').map((part) => {
    const [code = '', count = ''] = part.split('*');
    return { code, count: Number(count) };
  });
}

interface Found {
  codes: (CodeRef & { start: number; end: number })[];
  masks: string[];
  numbers: string[];
  vendors: { id: string; start: number; end: number }[];
  ranges: number[];
  /** The question without what was understood. */
  rest: string;
}

function parseCodes(text: string, page: number, original: string, vocabulary: Vocabulary): Parsed {
  const found = find(text, vocabulary);
  bindVendors(found, text);
  const range = asRange(found, text);
  const [mask] = found.masks;
  const codes = distinct(found.codes);
  const phrases = codes.flatMap(({ code }) => vocabulary.phrasesOf(code));
  const words = meaningfulWords(without(found.rest, phrases));
  const [vendor] = found.vendors;
  if (codes.length === 0) {
    if (words.length === 0 && mask) return { query: { kind: 'mask', mask, page }, ignored: leftovers(found, [], []) };
    if (words.length === 0 && vendor && found.numbers.length === 0)
      return { query: { kind: 'vendor', vendor: vendor.id, page }, ignored: [] };
    const [number] = found.numbers;
    if (words.length === 0 && number) return plain({ kind: 'number', text: number });
    const { rest } = takeLanguage(text.slice(0, 200));
    return plain(rest === '' ? { kind: 'help' } : { kind: 'words', text: rest });
  }
  const limit = codes.length === 1 ? WORDS_IN_A_MESSAGE.oneCode : WORDS_IN_A_MESSAGE.severalCodes;
  if (words.length > limit) return plain({ kind: 'message', text: original, isAsked: true });
  if (range) return { query: { kind: 'range', ...range, page }, ignored: leftovers(found, words, []) };
  const [first] = codes;
  if (codes.length === 1 && first) {
    const query: Query = { kind: 'code', ...reference(first) };
    return { query, ignored: leftovers(found, words, found.masks) };
  }
  const surplus = codes.slice(MAX_COMPARED).map(({ code }) => code);
  const items = codes.slice(0, MAX_COMPARED).map(reference);
  return { query: { kind: 'codes', items }, ignored: [...surplus, ...leftovers(found, words, found.masks)] };
}

function find(text: string, vocabulary: Vocabulary): Found {
  const found: Found = { codes: [], masks: [], numbers: [], vendors: [], ranges: [], rest: '' };
  // Vendors first: `k8s ingress`, `alb` and the like hold digits and words of other tokens.
  let rest = text.replace(vocabulary.vendorPattern, (name, ...args) => {
    const start = args.find((arg) => typeof arg === 'number') as number;
    const id = vocabulary.vendorId(name);
    if (id) found.vendors.push({ id, start, end: start + name.length });
    return ' '.repeat(name.length);
  });
  rest = rest.replace(/(?<![a-z])(?:https?|status|error|err|code)[_-]?(?=\d{3}(?!\d))/g, (word) =>
    ' '.repeat(word.length),
  );
  rest = rest.replace(TOKEN, (token, ...args) => {
    const groups = args.at(-1) as Record<string, string | undefined>;
    const start = args.find((arg) => typeof arg === 'number') as number;
    if (groups.mask) found.masks.push(token.replace(/\*/g, 'x'));
    else if (groups.range) found.ranges.push(start);
    else if (groups.number) {
      if (isCode(token, vocabulary)) found.codes.push({ code: token, start, end: start + token.length });
      else found.numbers.push(token);
    }
    return groups.range && token !== 'to' ? token : ' '.repeat(token.length);
  });
  return { ...found, rest };
}

function isCode(number: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.hasCode(number)) return true;
  return /^[1-5]\d\d(?:\.\d{1,3})?$/.test(number);
}

/** A vendor belongs to the code right after it, else to the code right before it. */
function bindVendors(found: Found, text: string): void {
  const touches = (between: string) => /^[\s:：的_-]*(?:http|error|status|code|错误|状态码|\s)*[\s:：]*$/.test(between);
  for (const vendor of found.vendors) {
    const next = found.codes.find(({ start }) => start >= vendor.end);
    const previous = found.codes.findLast(({ end }) => end <= vendor.start);
    if (next && !next.source && touches(text.slice(vendor.end, next.start))) next.source = vendor.id;
    else if (previous && !previous.source && found.codes.length > 1 && touches(text.slice(previous.end, vendor.start)))
      previous.source = vendor.id;
    else if (found.codes.length === 1 && found.codes[0] && !found.codes[0].source) found.codes[0].source = vendor.id;
  }
}

function asRange(found: Found, text: string): { from: number; to: number } | undefined {
  const [first, second] = found.codes;
  if (!first || !second || found.codes.length !== 2) return undefined;
  const between = text.slice(first.end, second.start).trim();
  if (!/^(?:[-~–—〜]|\.\.|到|至|to)$/.test(between)) return undefined;
  const from = Number(first.code);
  const to = Number(second.code);
  return Number.isInteger(from) && Number.isInteger(to) && from < to ? { from, to } : undefined;
}

function distinct<T extends CodeRef>(codes: readonly T[]): T[] {
  return codes.filter(
    (one, index) => codes.findIndex((other) => other.code === one.code && other.source === one.source) === index,
  );
}

function reference({ code, source }: CodeRef): CodeRef {
  return source ? { code, source } : { code };
}

function leftovers(found: Found, words: readonly string[], masks: readonly string[]): string[] {
  const unbound = found.vendors
    .filter(({ id }) => !found.codes.some(({ source }) => source === id))
    .map(({ id }) => id);
  return [...found.numbers, ...masks, ...unbound, ...words];
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
