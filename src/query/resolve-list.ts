// Questions that are answered with a list of codes.
import { baseCode, type Catalog, type Entry, type Vendor } from '../catalog/catalog.ts';
import type { Match, Page } from './match.ts';
import type { Query, Trait } from './query.ts';

type Asked<Kind extends Query['kind']> = Extract<Query, { kind: Kind }>;

/** Rows of a list card: what fits on one screen of a phone. */
export const PAGE_SIZE = 12;

/** A class, a part of one, or the sub-status codes of a code; of one vendor where it is named and has any. */
export function resolveMask({ mask, page, source }: Asked<'mask'>, catalog: Catalog): Match {
  const vendor = source === undefined ? undefined : catalog.vendors.get(source);
  const own = vendor && matching(mask, catalog, vendor);
  if (vendor && own && own.length > 0) return { kind: 'class', mask, vendor, list: paginate(own, page) };
  const list = paginate(matching(mask, catalog), page);
  return { kind: 'class', mask, list, ...(vendor ? { lacking: vendor } : {}) };
}

function matching(mask: string, catalog: Catalog, vendor?: Vendor): Entry[] {
  const pattern = new RegExp(
    `^${mask.replace('.', String.raw`\.`).replace(/x+$/, (run) => (mask.includes('.') ? String.raw`\d+` : String.raw`\d`.repeat(run.length)))}$`,
  );
  const isWanted = (code: string): boolean => pattern.test(code);
  if (mask.includes('.'))
    return (catalog.subStatuses.get(baseCode(mask)) ?? []).filter((entry) => !vendor || entry.vendor === vendor);
  return vendor
    ? entriesOf(vendor, catalog).filter(({ code }) => isWanted(baseCode(code)))
    : wholeCodes(catalog, isWanted);
}

export function resolveRange({ from, to, page, source }: Asked<'range'>, catalog: Catalog): Match {
  const isWanted = (code: string): boolean => Number(code) >= from && Number(code) <= to;
  const vendor = source === undefined ? undefined : catalog.vendors.get(source);
  const own = vendor && entriesOf(vendor, catalog).filter(({ code }) => isWanted(code));
  if (vendor && own && own.length > 0) return { kind: 'range', from, to, vendor, list: paginate(own, page) };
  const list = paginate(wholeCodes(catalog, isWanted), page);
  return { kind: 'range', from, to, list, ...(vendor ? { lacking: vendor } : {}) };
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

export function resolveVendor({ vendor: id, page }: Asked<'vendor'>, catalog: Catalog): Match {
  const vendor = catalog.vendors.get(id);
  if (!vendor) return resolveReference({ kind: 'reference', document: 'iana-registry', page }, catalog);
  return { kind: 'vendor', vendor, list: paginate(entriesOf(vendor, catalog), page) };
}

function entriesOf(vendor: Vendor, catalog: Catalog): Entry[] {
  const own = [...catalog.entries.values()].filter(({ source }) => source === vendor.id);
  own.sort((a, b) => compareCodes(a.code, b.code));
  const isConstant = ({ status }: Entry): boolean => status.visibility === 'constant' && !status.wire;
  return [...own.filter((entry) => !isConstant(entry)), ...borrowed(vendor, catalog), ...own.filter(isConstant)];
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

export function resolveReference({ document: id, section, page }: Asked<'reference'>, catalog: Catalog): Match {
  const document = catalog.documents.get(id);
  if (!document) return { kind: 'none', text: id.replace('rfc', 'RFC '), guesses: [] };
  const cites = ({ status }: Entry, part?: string): boolean =>
    document.kind === 'registry' ||
    [...status.references, ...(status.former ?? [])].some(
      (reference) => reference.document === document.id && (part === undefined || reference.section === part),
    );
  const registered = [...catalog.entries.values()].filter(({ source }) => source === 'standard');
  const defined = section === undefined ? [] : registered.filter((entry) => cites(entry, section));
  const [only, ...others] = defined;
  if (only && others.length === 0) return { kind: 'status', entry: only, remarks: [] };
  const list = paginate(defined.length > 0 ? defined : registered.filter((entry) => cites(entry)), page);
  const successors = successorsOf(document.id, catalog);
  const unknownSection = defined.length === 0 ? section : undefined;
  return { kind: 'reference', document, successors, list, ...(unknownSection ? { unknownSection } : {}) };
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

/** Of registered codes, in order. */
export function resolveTrait({ trait, page }: Asked<'trait'>, catalog: Catalog): Match {
  const entries = [...catalog.entries.values()].filter(
    ({ source, status }) => source === 'standard' && HOLDS[trait](status),
  );
  entries.sort((a, b) => compareCodes(a.code, b.code));
  return { kind: 'trait', trait, list: paginate(entries, page) };
}

const MAY_HELP = ['now', 'later', 'idempotent'];
const HOLDS: Readonly<Record<Trait, (status: Entry['status']) => boolean>> = {
  retryable: ({ retry }) => MAY_HELP.includes(typeof retry === 'object' ? retry.value : (retry ?? '')),
  cacheable: (status) => 'cacheable' in status && status.cacheable?.value === 'heuristic',
};

function paginate(entries: readonly Entry[], page: number): Page {
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const current = Math.min(Math.max(1, page), pages);
  const start = (current - 1) * PAGE_SIZE;
  return { entries: entries.slice(start, start + PAGE_SIZE), page: current, pages, total: entries.length };
}
