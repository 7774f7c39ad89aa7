// Conditions that a text names: exactly, or nearly.
import type { Condition } from '../behaviour/schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { phrasesOfCondition } from './condition-names.ts';
import { type Side, sameWords, subjectOf } from './same-words.ts';
import { buildIndex, type SearchIndex } from './search/phrase-index.ts';
import { scores } from './search/score.ts';
import { termsOf } from './search/terms.ts';
import { tlsDirection } from './tls-direction.ts';
import { ASKS_AUDIENCE, ASKS_STATUS } from './words.ts';

export interface ConditionFound {
  condition: Condition;
  /** 0 to about 1.6. */
  score: number;
  /** The text is one of its names, spelling and order aside. */
  isExact: boolean;
  /** How many signs name it, where any do. */
  told?: number;
}

export interface Conditions {
  /** Best first. */
  find: (text: string) => ConditionFound[];
  /** Those that unfinished text may lead to; all, the most asked first, where there is none. */
  complete: (text: string) => Condition[];
  /** Whether the text is the name of a registered status, such as `gateway timeout`. */
  isStatusName: (text: string) => boolean;
}

/** What people meet most in incidents; of several that fit a word, the first is meant. */
const MOST_ASKED = `upstream.no-response upstream.refused upstream.connect-timeout upstream.closed-before-response
  upstream.reset-before-response upstream.name-unknown upstream.all-down client.gone request.body-too-large
  request.slow-header`.split(/\s+/);
/** Decides between those that fit equally well, and no more; a few letters fit many. */
const BONUS = { asked: 0.04, typed: 0.3 };

/**
 * What a term weighs that no name holds: of few words each one matters, among many they only tell the story around it.
 */
const UNKNOWN_WEIGHT = { few: { latin: 5, han: 1.5 }, many: { latin: 1.2, han: 0.5 } };
const FEW = 5;
const MANY = 9;

const TLS_MISMATCH = /tls-to-plain|plain-to-tls|plain-on-tls-port|tls-on-plain-port/;
const TOLD = 0.25;
/** What a client does is hardly meant where only the backend is named, and the other way round. */
const OTHER_SIDE = 0.2;

interface Built {
  index: SearchIndex<Condition>;
  byKey: ReadonlyMap<string, ReadonlySet<Condition>>;
  statusNames: ReadonlySet<string>;
}

export function createConditions(catalog: Catalog): Conditions {
  const conditions = [...catalog.behaviour.conditions.values()].sort((a, b) => rank(a) - rank(b));
  // Not at start: few questions need it.
  let built: Built | undefined;
  const ranked = (text: string, unfinished: boolean): ConditionFound[] => {
    built ??= build(catalog, conditions);
    const exact = built.byKey.get(keyOf(text));
    const terms = termsOf(unfinished ? text : sameWords(text), unfinished);
    const meant = unfinished ? undefined : tlsDirection(sameWords(text));
    const subject = unfinished ? undefined : subjectOf(sameWords(text));
    const values = scores(built.index, terms, { unfinished, unknown: unknownWeight(terms.length) });
    return conditions
      .map((condition, place) => ({
        condition,
        score:
          (values[place] ?? 0) &&
          (values[place] ?? 0) +
            bonus(condition, unfinished) +
            directed(condition, meant) -
            misattributed(condition, subject),
        isExact: exact?.has(condition) ?? false,
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score);
  };
  return {
    find: (text) => {
      const whole = ranked(text, false);
      const asked = text.replace(ASKS_AUDIENCE, ' ').replace(ASKS_STATUS, ' ');
      return whole[0]?.isExact || asked === text ? whole : ranked(asked, false);
    },
    isStatusName: (text) => {
      built ??= build(catalog, conditions);
      return built.statusNames.has(keyOf(text));
    },
    complete: (text) => (text === '' ? conditions : ranked(text, true).map(({ condition }) => condition)),
  };
}

/** The most asked first, the others as the list has them. */
function rank({ id }: Condition): number {
  const place = MOST_ASKED.indexOf(id);
  return place === -1 ? MOST_ASKED.length : place;
}

function bonus({ id }: Condition, unfinished: boolean): number {
  const place = MOST_ASKED.indexOf(id);
  return place === -1 ? 0 : BONUS[unfinished ? 'typed' : 'asked'] * (1 - place / MOST_ASKED.length);
}

function misattributed({ id }: Condition, subject: Side | undefined): number {
  const isOther = subject === 'client' ? /^upstream\./ : /^(?:request|client)\./;
  return subject !== undefined && isOther.test(id) ? OTHER_SIDE : 0;
}

function unknownWeight(terms: number): { latin: number; han: number } {
  const { few, many } = UNKNOWN_WEIGHT;
  const share = Math.min(1, Math.max(0, (terms - FEW) / (MANY - FEW)));
  const between = (from: number, to: number): number => from + share * (to - from);
  return { latin: between(few.latin, many.latin), han: between(few.han, many.han) };
}

/** Of the ways in which TLS meets plain HTTP, the one whose direction is told. */
function directed({ id }: Condition, meant: string | undefined): number {
  if (meant === undefined || !TLS_MISMATCH.test(id)) return 0;
  return id === meant ? TOLD : -TOLD;
}

function build(catalog: Catalog, conditions: readonly Condition[]): Built {
  const byKey = new Map<string, Set<Condition>>();
  for (const condition of conditions)
    for (const phrase of phrasesOfCondition(catalog, condition)) {
      const key = keyOf(phrase);
      byKey.set(key, (byKey.get(key) ?? new Set()).add(condition));
    }
  const phrases = (condition: Condition): string[] =>
    phrasesOfCondition(catalog, condition).flatMap((phrase) => [phrase, sameWords(phrase)]);
  const index = buildIndex(conditions, phrases, new Map());
  return { index, byKey, statusNames: statusNames(catalog) };
}

function statusNames(catalog: Catalog): Set<string> {
  const registered = [...catalog.entries.values()].filter(({ source }) => source === 'standard');
  const names = registered.flatMap((entry) => [
    entry.status.name,
    ...catalog.locales.flatMap((locale) => catalog.prose(entry, locale).name ?? []),
  ]);
  return new Set(names.map(keyOf));
}

/** The same for phrases of the same words. */
function keyOf(text: string): string {
  return termsOf(text).sort().join(' ');
}
