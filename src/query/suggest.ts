// Completions while somebody types a question.
import { type Catalog, type Entry, statusClass } from '../catalog/catalog.ts';
import type { Translate } from '../i18n.ts';
import { shorten } from '../text.ts';
import { MOST_ASKED, popularity } from './most-asked.ts';
import { formatRef } from './query.ts';
import type { Knowledge } from './resolve.ts';
import { fold } from './search/terms.ts';
import { suggestedConditions } from './suggest-conditions.ts';
import { suggestedMarkers } from './suggest-markers.ts';

export interface Suggestion {
  /** The question to ask, as text. */
  query: string;
  /** What to show, in the reader's language, at most 100 characters. */
  label: string;
}

export interface Typing {
  prefix: string;
  locale: string;
  t: Translate;
}

/** What Discord takes: https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const MAX_LABEL = 100;
/** What stands before a number, and the number. */
const NUMBER_AT_END = /^(.*?)\s*(\d[\d.]*)$/;
const STATUSES_FIRST = 3;
const CONDITIONS_AMID = 4;
const CODES_BEFORE_MARKERS = 8;

/** Classes and vendors that begin so, then codes, most asked first. */
export function suggestions(knowledge: Knowledge, { prefix, locale, t }: Typing, limit: number): Suggestion[] {
  const { catalog, vocabulary } = knowledge;
  const typed = vocabulary.simplified(fold(prefix)).trim();
  const offered = [...classes(typed, t), ...vendors(catalog, typed, { locale, t })];
  const conditions = suggestedConditions(knowledge, typed, locale);
  const measured = measuredCodes(knowledge, typed, locale);
  if (measured.length > 0) return measured.slice(0, limit);
  const codes = entriesFor(knowledge, typed)
    .slice(0, limit)
    .map((entry) => ({ query: queryFor(catalog, entry), label: labelFor(catalog, entry, locale) }));
  // Beside software that was measured a condition is likelier than a status.
  const rest = conditions.isNamed ? [...conditions.offered, ...codes] : amid(codes, conditions.offered);
  const markers = suggestedMarkers(knowledge, typed, locale);
  if (markers.isBegun) return [...markers.offered, ...offered, ...rest].slice(0, limit);
  return [
    ...offered,
    ...rest.slice(0, CODES_BEFORE_MARKERS),
    ...markers.offered,
    ...rest.slice(CODES_BEFORE_MARKERS),
  ].slice(0, limit);
}

/** The likeliest statuses first. */
function amid(codes: readonly Suggestion[], conditions: readonly Suggestion[]): Suggestion[] {
  return [...codes.slice(0, STATUSES_FIRST), ...conditions.slice(0, CONDITIONS_AMID), ...codes.slice(STATUSES_FIRST)];
}

function entriesFor(knowledge: Knowledge, typed: string): Entry[] {
  const { catalog, search, vocabulary } = knowledge;
  if (typed === '') return MOST_ASKED.flatMap((code) => catalog.byCode.get(code)?.[0] ?? []);
  const [, words = '', digits] = NUMBER_AT_END.exec(typed) ?? [];
  const source = vocabulary.vendorNames.id(words);

  if (digits === undefined || (words !== '' && !source)) return search.complete(typed);
  return byNumber(catalog, digits).filter((entry) => !source || entry.source === source);
}

/** Registered codes beside software that has none of its own but was measured. */
function measuredCodes({ catalog, vocabulary }: Knowledge, typed: string, locale: string): Suggestion[] {
  const [, words = '', digits] = NUMBER_AT_END.exec(typed) ?? [];
  const software = catalog.behaviour.software.get(vocabulary.sourceNames.id(words) ?? '');
  if (!digits || !software || catalog.vendors.has(software.id)) return [];
  const registered = byNumber(catalog, digits).filter(({ source }) => source === 'standard');
  return registered.map((entry) => ({
    query: formatRef({ code: entry.code, source: software.id }),
    label: shorten(
      `${labelFor(catalog, entry, locale)} · ${catalog.behaviour.softwareName(software, locale)}`,
      MAX_LABEL,
    ),
  }));
}

function byNumber(catalog: Catalog, typed: string): Entry[] {
  const codes = [...catalog.byCode.keys()].filter((code) => code.startsWith(typed));
  const rank = (code: string): number => (code === typed ? -1 : 1 - popularity(code));
  codes.sort((a, b) => rank(a) - rank(b) || a.length - b.length || Number(a) - Number(b));
  return codes.flatMap((code) => catalog.byCode.get(code) ?? []);
}

/** `4`, `4x` and `4xx` lead to the class. */
function classes(typed: string, t: Translate): Suggestion[] {
  const digit = ([1, 2, 3, 4, 5] as const).find((one) => new RegExp(`^${one}[x*]{0,2}$`).test(typed));
  if (!digit) return [];
  const query = `${digit}xx`;
  return [{ query, label: shorten(t('suggest.class', { mask: query, name: t(`classes:${digit}.name`) }), MAX_LABEL) }];
}

/** Vendors with most codes first. */
function vendors(catalog: Catalog, typed: string, { locale, t }: Omit<Typing, 'prefix'>): Suggestion[] {
  if (typed.length < 2) return [];
  const count = Map.groupBy(catalog.entries.values(), ({ source }) => source);
  return [...catalog.vendors.values()]
    .filter(({ id, name, names }) => [id, name.toLowerCase(), ...names].some((one) => one.startsWith(typed)))
    .sort((a, b) => (count.get(b.id)?.length ?? 0) - (count.get(a.id)?.length ?? 0))
    .map((vendor) => {
      const label = t('suggest.vendor', { vendor: catalog.vendorName(vendor, locale) });
      return { query: vendor.id, label: shorten(label, MAX_LABEL) };
    });
}

/** The bare number where nothing else can be meant; one that is no status code needs its vendor. */
function queryFor(catalog: Catalog, { code, source }: Entry): string {
  const isAlone = source === 'standard' || (statusClass(code) !== undefined && catalog.byCode.get(code)?.length === 1);
  return formatRef(isAlone ? { code } : { code, source });
}

function labelFor(catalog: Catalog, entry: Entry, locale: string): string {
  const { code, status, vendor } = entry;
  const parts = [
    `${code} ${status.name}`,
    catalog.prose(entry, locale).name,
    vendor && catalog.vendorName(vendor, locale),
  ];
  return shorten(parts.filter(Boolean).join(' · '), MAX_LABEL);
}
