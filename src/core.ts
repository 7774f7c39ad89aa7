// Question → Answer. Everything is read once here; afterwards answering is pure and synchronous.
import type { Observed } from './behaviour/behaviour.ts';
import type { Condition } from './behaviour/schema.ts';
import type { Card, Detail } from './card.ts';
import { cardOf } from './cards/card-of.ts';
import type { CardContext } from './cards/context.ts';
import { buildCatalog, type Catalog, type Entry } from './catalog/catalog.ts';
import { readDataFiles } from './catalog/files.ts';
import { loadGuide } from './guide/load.ts';
import { loadTranslations, type Translate } from './i18n.ts';
import { FALLBACK_LOCALE, negotiateLocale } from './locale.ts';
import { createConditions } from './query/conditions.ts';
import { markerEntries } from './query/markers/marker-entries.ts';
import type { ConditionMatch, Explained, Kind, Match } from './query/match.ts';
import { type Parsed, parse } from './query/parse.ts';
import { type CodeCount, formatQuery, type Query } from './query/query.ts';
import { resolve } from './query/resolve.ts';
import { resolveBesideCodes } from './query/resolve-condition.ts';
import { createSearch } from './query/search.ts';
import { statusEntries } from './query/status-entries.ts';
import { type Suggestion, suggestions } from './query/suggest.ts';
import { createVocabulary } from './query/vocabulary.ts';
import { legible } from './text.ts';
import { loadTrouble } from './trouble/load.ts';

export interface Question {
  /** As it was typed; any text, any length. */
  text: string;
  /** The asker's locale, one of {@link Core.locales}; a language named in the text goes before it. */
  locale: string;
  /** `compact` unless told. */
  detail?: Detail;
  /** `message`: the text is a message to explain, not a question. */
  as?: 'question' | 'message';
}

export interface Answer {
  kind: Kind;
  /** Ids of the records on the card, in the order shown, best first: `standard:502`. */
  ids: string[];
  locale: string;
  card: Card;
}

export interface Core {
  /** Language tags there is prose for. */
  locales: readonly string[];
  /** Never throws, whatever the text; under 50 ms for 4,000 characters. */
  answer: (question: Question) => Answer;
  /** The locale that serves the first tag that any serves, else undefined. */
  negotiate: (tags: readonly (string | null | undefined)[]) => string | undefined;
  /** Questions to offer while somebody types; never empty for an empty prefix. */
  suggest: (prefix: string, locale: string, limit: number) => Suggestion[];
  /** Labels for what surrounds a card. */
  translate: (locale: string) => Translate;
}

export interface CoreOptions {
  /** Folder of the facts, with a final slash; the repository's own unless told. */
  data?: URL;
  /** Folder of the languages, with a final slash; the repository's own unless told. */
  locales?: URL;
}

/** Nothing that is offered begins with more. */
const MAX_PREFIX = 200;

/**
 * Reads the dataset and returns the query engine.
 * @throws CatalogError naming every fault of every data file.
 */
export function createCore(options: CoreOptions = {}): Core {
  const folders = {
    data: options.data ?? new URL('../data/', import.meta.url),
    locales: options.locales ?? new URL('../locales/', import.meta.url),
  };
  const catalog = buildCatalog(readDataFiles(folders));
  const translate = loadTranslations(folders.locales, catalog.locales);
  const vocabulary = createVocabulary(catalog);
  const trouble = loadTrouble(folders.data, catalog);
  const knowledge = {
    catalog,
    vocabulary,
    search: createSearch(catalog, vocabulary),
    guide: loadGuide(folders.data, catalog),
    trouble,
    conditions: createConditions(catalog),
  };
  const remember = rememberTexts();
  const negotiate: Core['negotiate'] = (tags) => negotiateLocale(tags, catalog.locales);

  const answer = ({ text: given, locale: asked, detail = 'compact', as = 'question' }: Question): Answer => {
    const text = legible(given);
    const parsed = as === 'message' ? messageQuery(text) : parse(text, vocabulary);
    const locale = negotiate([parsed.language, asked]) ?? FALLBACK_LOCALE;
    const condition = parsed.beside && resolveBesideCodes(parsed.beside, knowledge);
    const match = condition ?? resolve(parsed.query, knowledge);
    const query = canonicalText(parsed.query, match);
    const { facts = [] } = parsed;
    const t = translate(locale);
    const context: CardContext = { catalog, trouble, locale, detail, facts, t, translate, remember, query };
    return {
      kind: match.kind,
      ids: idsOf(match, catalog),
      locale,
      card: cardOf(context, match, condition ? [] : parsed.ignored),
    };
  };

  const suggest: Core['suggest'] = (prefix, locale, limit) =>
    suggestions(knowledge, { prefix: legible(prefix.slice(0, MAX_PREFIX)), locale, t: translate(locale) }, limit);
  return { locales: catalog.locales, answer, negotiate, suggest, translate };
}

/** Words that name a condition do not always fit into a button; its id does. */
function conditionQuery({ condition, observed, unmeasured }: ConditionMatch): Query {
  const source = observed?.software.id ?? unmeasured?.id;
  return { kind: 'condition', condition: condition.id, ...(source ? { source } : {}) };
}

function rememberTexts(): CardContext['remember'] {
  const texts = new Map<string, string>();
  return (key, make) => {
    const text = texts.get(key) ?? make();
    texts.set(key, text);
    return text;
  };
}

function messageQuery(text: string): Parsed {
  return { query: { kind: 'message', text, isAsked: false }, ignored: [] };
}

/** A message does not fit into a button; what was counted in it does, and what it is about. */
function canonicalText(query: Query, match: Match): string {
  if (match.kind === 'condition') return formatQuery(conditionQuery(match));
  if (match.kind === 'marker') return formatQuery({ kind: 'marker', ids: match.markers.map(({ id }) => id) });
  if (match.kind === 'class' && query.kind === 'message') return match.mask;
  if (match.kind !== 'explain') return formatQuery(query);
  const markers = match.found[0]?.evidence?.map(({ marker }) => marker.id) ?? [];
  return formatQuery({ kind: 'counts', counts: match.found.map(countOf), markers });
}

/** With the vendor only where the message settles it. */
function countOf({ entry, count, isCertain }: Explained): CodeCount {
  return { code: entry.code, count, ...(entry.vendor && isCertain ? { source: entry.source } : {}) };
}

/** `haproxy:upstream.refused`, or the condition alone. */
function observedId({ id }: Condition, observed: Observed | undefined): string {
  return observed ? `${observed.software.id}:${id}` : id;
}

function evidenceIds(found: readonly Explained[]): string[] {
  return [...new Set(found.flatMap(({ evidence = [] }) => evidence.map(({ marker }) => marker.id)))];
}

function idsOf(match: Match, catalog: Catalog): string[] {
  const ids = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);
  switch (match.kind) {
    case 'status':
      return [match.entry.id];
    case 'variants':
    case 'compare':
    case 'search':
      return ids(match.entries);
    case 'class':
    case 'range':
    case 'vendor':
    case 'reference':
    case 'trait':
      return ids(match.list.entries);
    case 'invalid':
      return match.entry ? [match.entry.id] : [];
    case 'none':
      return ids(match.guesses);
    case 'condition':
      return [observedId(match.condition, match.observed), ...ids(statusEntries(catalog, match))];
    case 'marker':
      return [...match.markers.map(({ id }) => id), ...ids(markerEntries(catalog, match.markers))];
    case 'measured':
      return match.list.rows.map((row) => observedId(row.condition, row));
    case 'explain':
      return [...ids(match.found.map(({ entry }) => entry)), ...evidenceIds(match.found)];
    case 'trouble':
      return [match.tree.status];
    case 'unassigned':
    case 'guide':
    case 'help':
    case 'concept':
      return [];
  }
}
