// Query + dataset → Match.
import { baseCode, type Catalog, type Entry, statusClass, type Vendor } from '../catalog/catalog.ts';
import type { Guide } from '../guide/load.ts';
import { walk } from '../guide/walk.ts';
import { extract } from './extract.ts';
import type { Explained, Match, Page, Remark } from './match.ts';
import type { CodeCount, CodeRef, Query } from './query.ts';
import type { Search } from './search.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rows of a list card: what fits on one screen of a phone. */
export const PAGE_SIZE = 12;
/** Codes that an explanation counts: what its buttons and its language button can carry. */
const MAX_EXPLAINED = 6;

export interface Knowledge {
  catalog: Catalog;
  vocabulary: Vocabulary;
  search: Search;
  guide: Guide;
}

/** Any query gives a match; nothing throws. */
export function resolve(query: Query, knowledge: Knowledge): Match {
  const { catalog } = knowledge;
  switch (query.kind) {
    case 'code':
      return resolveCode(query, catalog);
    case 'codes':
      return resolveCodes(query.items, catalog);
    case 'mask':
      return resolveMask(query.mask, query.page, catalog);
    case 'range':
      return resolveRange(query.from, query.to, query.page, catalog);
    case 'vendor':
      return resolveVendor(query.vendor, query.page, catalog);
    case 'reference':
      return resolveReference(query.document, query.page, catalog);
    case 'number':
      return { kind: 'invalid', number: query.text, entry: catalog.byCode.get(query.text)?.[0] };
    case 'words':
      return resolveWords(query.text, knowledge);
    case 'message':
      return resolveMessage(query, knowledge);
    case 'counts':
      return { kind: 'explain', found: explained(query.counts, catalog) };
    case 'guide':
      return walk(query.at, knowledge.guide, catalog);
    case 'help':
    case 'concept':
      return query;
  }
}

function resolveCode({ code, source }: CodeRef, catalog: Catalog): Match {
  const meanings = catalog.byCode.get(code) ?? [];
  if (source) {
    const own = catalog.entries.get(`${source}:${code}`);
    if (own) return { kind: 'status', entry: own, remarks: remarksOf(own) };
    const [first] = meanings;
    const remark: Remark = { type: 'no-own-meaning', vendor: catalog.vendors.get(source), code };
    if (first) return { kind: 'status', entry: first, remarks: [remark, ...remarksOf(first)] };
  }
  const [only, ...others] = meanings;
  if (only && isOutside(only) && !isSeen(only)) return { kind: 'invalid', number: code, entry: only };
  if (only && others.length > 0) return { kind: 'variants', code, entries: meanings };
  if (only) return { kind: 'status', entry: only, remarks: remarksOf(only) };
  const parent = catalog.byCode.get(baseCode(code))?.[0];
  if (code.includes('.') && parent)
    return { kind: 'status', entry: parent, remarks: [{ type: 'unknown-sub-status', code }] };
  const range = unassignedRange(baseCode(code), catalog);
  return range
    ? { kind: 'unassigned', code: baseCode(code), range }
    : { kind: 'invalid', number: code, entry: undefined };
}

/** HTTP knows 100 to 599 only (RFC 9110 §15). */
function isOutside(entry: Entry): boolean {
  return statusClass(entry.code) === undefined;
}

/** Whether people meet the number as a status: on the wire or in an access log. Four digits never are one. */
function isSeen({ code, status }: Entry): boolean {
  return code.length === 3 && (status.visibility === 'wire' || status.visibility === 'log');
}

function remarksOf(entry: Entry): Remark[] {
  return isOutside(entry) ? [{ type: 'outside-range', code: entry.code }] : [];
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
  if (only) return { kind: 'status', entry: only, remarks: remarksOf(only) };
  return resolveCode({ code: missing[0] ?? '' }, catalog);
}

function resolveMask(mask: string, page: number, catalog: Catalog): Match {
  const pattern = new RegExp(`^${mask.replace(/x/g, '\\d')}$`);
  return {
    kind: 'class',
    mask,
    list: paginate(
      wholeCodes(catalog, (code) => pattern.test(code)),
      page,
    ),
  };
}

function resolveRange(from: number, to: number, page: number, catalog: Catalog): Match {
  const entries = wholeCodes(catalog, (code) => Number(code) >= from && Number(code) <= to && code.length === 3);
  return { kind: 'range', from, to, list: paginate(entries, page) };
}

/** First meanings of the codes without a dot: the registered ones first, then those of vendors, each in order. */
function wholeCodes(catalog: Catalog, wanted: (code: string) => boolean): Entry[] {
  const entries = [...catalog.byCode].flatMap(([code, [first]]) =>
    first && !code.includes('.') && wanted(code) ? [first] : [],
  );
  return entries.sort((a, b) => registeredFirst(a) - registeredFirst(b) || Number(a.code) - Number(b.code));
}

function registeredFirst({ source }: Entry): number {
  return source === 'standard' ? 0 : 1;
}

function resolveVendor(id: string, page: number, catalog: Catalog): Match {
  const vendor = catalog.vendors.get(id);
  if (!vendor) return resolveReference('iana-registry', page, catalog);
  const own = [...catalog.entries.values()].filter(({ source }) => source === id);
  own.sort((a, b) => compareCodes(a.code, b.code));
  return { kind: 'vendor', vendor, list: paginate([...own, ...borrowed(vendor, catalog)], page) };
}

/** Registered codes that the vendor sends itself or under a phrase of its own. */
function borrowed(vendor: Vendor, catalog: Catalog): Entry[] {
  const codes = [...new Set([...vendor.emits, ...Object.keys(vendor.phrases), ...Object.keys(vendor.reads)])].sort(
    compareCodes,
  );
  return codes.flatMap((code) => catalog.entries.get(`standard:${code}`) ?? []);
}

function compareCodes(a: string, b: string): number {
  const [wholeA = 0, partA = -1] = a.split('.').map(Number);
  const [wholeB = 0, partB = -1] = b.split('.').map(Number);
  return wholeA - wholeB || partA - partB;
}

function resolveReference(id: string, page: number, catalog: Catalog): Match {
  const document = catalog.documents.get(id);
  if (!document) return { kind: 'none', text: id.replace('rfc', 'RFC '), guesses: [] };
  const cites = ({ status }: Entry): boolean =>
    document.kind === 'registry' ||
    [...status.references, ...(status.former ?? [])].some((reference) => reference.document === document.id);
  const entries = [...catalog.entries.values()].filter((entry) => entry.source === 'standard' && cites(entry));
  return { kind: 'reference', document, successors: successorsOf(document.id, catalog), list: paginate(entries, page) };
}

/** The documents in force today in place of an obsolete one, through all steps. */
function successorsOf(id: string, catalog: Catalog) {
  const current = new Set<string>();
  const follow = (document: string, depth: number): void => {
    const next = catalog.documents.get(document)?.obsoletedBy ?? [];
    if (next.length === 0 && document !== id) current.add(document);
    if (depth < 8) for (const successor of next) follow(successor, depth + 1);
  };
  follow(id, 0);
  return [...current].flatMap((document) => catalog.documents.get(document) ?? []);
}

function resolveWords(text: string, { search }: Knowledge): Match {
  const { best, list, guesses } = search.find(text);
  if (best) return { kind: 'status', entry: best, remarks: remarksOf(best) };
  return list.length > 0 ? { kind: 'search', text, entries: list } : { kind: 'none', text, guesses };
}

function resolveMessage({ text, isAsked }: Extract<Query, { kind: 'message' }>, knowledge: Knowledge): Match {
  const extraction = extract(text, knowledge.vocabulary.hasCode);
  if (extraction.codes.length === 0 && isAsked && text.length <= 200) return resolveWords(text, knowledge);
  return { kind: 'explain', found: explained(extraction.codes, knowledge.catalog) };
}

function explained(codes: readonly (CodeCount & { line?: string })[], catalog: Catalog): Explained[] {
  return codes.slice(0, MAX_EXPLAINED).flatMap(({ code, ...rest }) => {
    const entry = catalog.byCode.get(code)?.[0];
    return entry ? [{ entry, ...rest }] : [];
  });
}

function paginate(entries: readonly Entry[], page: number): Page {
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const current = Math.min(Math.max(1, page), pages);
  const start = (current - 1) * PAGE_SIZE;
  return { entries: entries.slice(start, start + PAGE_SIZE), page: current, pages, total: entries.length };
}
