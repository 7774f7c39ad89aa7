// Query + dataset → Match.
import { baseCode, type Catalog, type Entry, statusClass, type Vendor } from '../catalog/catalog.ts';
import type { Guide } from '../guide/load.ts';
import { walk } from '../guide/walk.ts';
import type { Trouble } from '../trouble/load.ts';
import { walkTrouble } from '../trouble/walk.ts';
import type { Conditions } from './conditions.ts';
import type { Match, Remark } from './match.ts';
import { notOwn } from './not-own.ts';
import { withoutOtherNumbers } from './other-numbers.ts';
import type { CodeRef, Query } from './query.ts';
import { conditionMatch, nearestConditions, resolveCondition } from './resolve-condition.ts';
import { resolveMask, resolveRange, resolveReference, resolveTrait, resolveVendor } from './resolve-list.ts';
import { resolveMeasured, statusOfWords, withObserved } from './resolve-measured.ts';
import { explained, explainMessage, readMessage } from './resolve-message.ts';
import type { Found, Search } from './search.ts';
import type { Vocabulary } from './vocabulary.ts';
import { BESIDE, COMPARES, VERSUS } from './words.ts';

export interface Knowledge {
  catalog: Catalog;
  vocabulary: Vocabulary;
  search: Search;
  guide: Guide;
  trouble: Trouble;
  conditions: Conditions;
}

/** Any query gives a match; nothing throws. */
export function resolve(query: Query, knowledge: Knowledge): Match {
  const { catalog } = knowledge;
  switch (query.kind) {
    case 'code':
      return withObserved(resolveCode(query, catalog), query, catalog);
    case 'codes':
      return resolveCodes(query.items, catalog);
    case 'mask':
      return resolveMask(query, catalog);
    case 'range':
      return resolveRange(query, catalog);
    case 'vendor':
      return resolveVendor(query, catalog);
    case 'reference':
      return resolveReference(query, catalog);
    case 'trait':
      return resolveTrait(query, catalog);
    case 'number':
      return resolveNumber(query, knowledge);
    case 'condition':
      return conditionMatch(catalog, query);
    case 'measured':
      return resolveMeasured(query, catalog);
    case 'marker':
      return { kind: 'marker', markers: query.ids.flatMap((id) => catalog.markers.get(id) ?? []) };
    case 'words':
      return resolveWords(query.text, knowledge);
    case 'message':
      return resolveMessage(query, knowledge);
    case 'counts':
      return explainedAgain(query, catalog);
    case 'guide':
      return walk(query.at, knowledge.guide, catalog);
    case 'trouble':
      return walkTrouble(query.at, knowledge.trouble) ?? resolveCode({ code: query.at.slice(0, 3) }, catalog);
    case 'help':
    case 'concept':
      return query;
  }
}

function resolveCode({ code, source }: CodeRef, catalog: Catalog): Match {
  const meanings = catalog.byCode.get(code) ?? [];
  const [first, ...others] = meanings;
  const own = source ? catalog.entries.get(`${source}:${code}`) : undefined;
  if (own) return { kind: 'status', entry: own, remarks: [] };
  const lacking = source === undefined ? undefined : catalog.vendors.get(source);
  // Sub-status codes are told apart by their module, not by the house.
  const sibling = lacking && !code.includes('.') ? siblingMeaning(lacking, meanings) : undefined;
  if (source && sibling) return { kind: 'status', entry: sibling, remarks: [notOwn(source, sibling, catalog)] };
  if (lacking && first?.vendor && others.length > 0) return { kind: 'variants', code, entries: meanings, lacking };
  if (source && first) return { kind: 'status', entry: first, remarks: [notOwn(source, first, catalog)] };
  if (first && isOutside(first) && !isSeen(first)) return { kind: 'invalid', number: code, entry: first };
  if (first && others.length > 0) return { kind: 'variants', code, entries: meanings };
  if (first) return { kind: 'status', entry: first, remarks: [] };
  const parent = catalog.byCode.get(baseCode(code))?.[0];
  if (code.includes('.') && parent)
    return { kind: 'status', entry: parent, remarks: [{ type: 'unknown-sub-status', code }] };
  const range = unassignedRange(baseCode(code), catalog);
  return range
    ? { kind: 'unassigned', code: baseCode(code), range }
    : { kind: 'invalid', number: code, entry: undefined };
}

/** The meaning of the only other product of the same house: `tencent 521` is EdgeOne's. */
function siblingMeaning({ name }: Vendor, meanings: readonly Entry[]): Entry | undefined {
  const house = name.split(' ')[0];
  const [only, ...others] = meanings.filter(({ vendor }) => vendor?.name.split(' ')[0] === house);
  return others.length === 0 ? only : undefined;
}

/** No status code, unless a vendor numbers its own states so: `grpc 14`. */
function resolveNumber(query: Extract<Query, { kind: 'number' }>, { catalog, search }: Knowledge): Match {
  const { text, source, isPort } = query;
  if (isPort) return { kind: 'invalid', number: text, entry: undefined, isPort };
  const lacking = source === undefined ? undefined : catalog.vendors.get(source);
  const numbersItsOwn = Object.keys(lacking?.reads ?? {}).length > 0;
  const best = numbersItsOwn ? search.find(`${source} ${text}`).best : undefined;
  if (source && best) return { kind: 'status', entry: best, remarks: [notOwn(source, best, catalog)] };
  return { kind: 'invalid', number: text, entry: catalog.byCode.get(text)?.[0], ...(lacking ? { lacking } : {}) };
}

/** HTTP knows 100 to 599 only (RFC 9110 §15). */
function isOutside(entry: Entry): boolean {
  return statusClass(entry.code) === undefined;
}

/** Whether people meet the number as a status: on the wire or in an access log. Four digits never are one. */
function isSeen({ code, status }: Entry): boolean {
  return code.length === 3 && (status.visibility === 'wire' || status.visibility === 'log');
}

/** The unassigned range around a code, from the registered codes of its class; undefined outside 100–599. */
export function unassignedRange(code: string, catalog: Catalog): { from: number; to: number } | undefined {
  if (statusClass(code) === undefined) return undefined;
  const isFree = (number: number): boolean => !catalog.entries.has(`standard:${number}`);
  const floor = Math.floor(Number(code) / 100) * 100;
  let from = Number(code);
  let to = from;
  while (from > floor && isFree(from - 1)) from -= 1;
  while (to < floor + 99 && isFree(to + 1)) to += 1;
  return { from, to };
}

function resolveCodes(items: readonly CodeRef[], catalog: Catalog): Match {
  const entries: Entry[] = [];
  const missing: string[] = [];
  for (const { code, source } of items) {
    const entry = (source && catalog.entries.get(`${source}:${code}`)) || catalog.byCode.get(code)?.[0];
    if (!entry) missing.push(code);
    else if (!entries.includes(entry)) entries.push(entry);
  }
  const [only] = entries;
  if (entries.length >= 2) return { kind: 'compare', entries, missing };
  const unassigned: Remark[] = missing.length > 0 ? [{ type: 'unassigned', codes: missing }] : [];
  if (only) return { kind: 'status', entry: only, remarks: unassigned };
  return resolveCode({ code: missing[0] ?? '' }, catalog);
}

/** `unauthorized vs forbidden`, `上游超时和客户端超时的区别`: names beside each other. */
function comparedWords(text: string, search: Search): Entry[] {
  const parts = text.replace(COMPARES, ' ').split(BESIDE);
  if (parts.length < 2 || parts.length > 5 || !(COMPARES.test(text) || VERSUS.test(text))) return [];
  const entries = parts.map((part) => search.find(part).best);
  return entries.every((entry) => entry !== undefined) ? [...new Set(entries)] : [];
}

function resolveWords(text: string, knowledge: Knowledge): Match {
  const { search } = knowledge;
  const compared = comparedWords(text, search);
  if (compared.length > 1) return { kind: 'compare', entries: compared, missing: [] };
  let searched: Found | undefined;
  const statuses = (): Found => {
    // Ports name conditions (`https request on port 80`) and no statuses.
    searched ??= search.find(withoutOtherNumbers(text).trim() || text);
    return searched;
  };
  const condition = resolveCondition(text, statuses, knowledge);
  if (condition) return condition;
  const { best, list, guesses } = statuses();
  if (best && isUnknownName(text, best, knowledge)) return { kind: 'search', text, entries: list };
  if (best) return statusOfWords(text, best, knowledge);
  const markers = knowledge.vocabulary.markersAsked(text, true);
  if (markers.length > 0) return { kind: 'marker', markers };
  if (list.length > 0) return { kind: 'search', text, entries: list };
  return { kind: 'none', text, guesses, ...nearestConditions(text, knowledge) };
}

/** A name of an error that nobody has recorded: that one of its words fits a status is no answer. */
function isUnknownName(text: string, { code }: Entry, { vocabulary }: Knowledge): boolean {
  // Flags such as Envoy's NC, without the product: their letters are the beginnings of many a word in pinyin.
  if (/\b[a-z]{2}$/.test(text) && vocabulary.withoutProducts(text).trim().length === 2) return true;
  if (!/^[a-z\d]+(?:_[a-z\d]+)+$/.test(text)) return false;
  return !vocabulary.phrasesOf(code).some((phrase) => phrase.replace(/\W+/g, '_') === text);
}

function resolveMessage({ text, isAsked }: Extract<Query, { kind: 'message' }>, knowledge: Knowledge): Match {
  const { catalog, vocabulary } = knowledge;
  const read = readMessage(text, knowledge);
  const isEmpty = read.codes.length === 0 && read.seen.length === 0;
  if (isEmpty && isAsked && text.length <= 200) return resolveWords(vocabulary.simplified(text), knowledge);
  const mask = isEmpty ? /(?<![\w.])[1-5]xx(?!\w)/i.exec(text)?.[0].toLowerCase() : undefined;
  if (mask) return resolveMask({ kind: 'mask', mask, page: 1 }, catalog);
  return explainMessage(text, read, knowledge);
}

/** What a button keeps of a message: codes, and the markers of the first. */
function explainedAgain({ counts, markers = [] }: Extract<Query, { kind: 'counts' }>, catalog: Catalog): Match {
  const evidence = markers.flatMap((id) => catalog.markers.get(id) ?? []).map((marker) => ({ marker }));
  return explained(
    counts.map((one, place) => (place === 0 ? { ...one, evidence } : one)),
    catalog,
  );
}
