// The markers that a question asks for, or none where it asks for something else.
import type { Marker, Markers } from '../../markers/markers.ts';
import { withoutOtherNumbers } from '../other-numbers.ts';
import { COMPARES, meaningfulWords, VERSUS } from '../words.ts';
import { type MarkerHit, withoutGeneric } from './hit.ts';
import { markerHits } from './hits.ts';
import { isInPlace } from './places.ts';

/** What one card and one button can hold. */
const MAX_MARKERS = 4;
/** Beside a marker that tells by itself, more words than this ask for something else. */
const WORDS_BESIDE = { token: 12, phrase: 4 };
/** A marker of so many statuses says less than the one that stands beside it. */
const GENERIC = 3;
/** Too short for a word. */
const FLAG = /^[A-Za-z]{2,4}$/;
const CODE = /(?<![\w.])[1-5]\d\d(?![\w.])/g;

export interface MarkerQuestion {
  markers: Markers;
  /** Products that a text names. */
  products: (text: string) => ReadonlySet<string>;
  /** Ways to write a product or a vendor, so that they are no words beside the marker. */
  withoutNames: (text: string) => string;
  /** Whether a text is the name of a registered status. */
  isStatusName: (text: string) => boolean;
  hasCode: (code: string) => boolean;
}

/** `text` as it was typed, since case may tell. */
export function askedMarkers(text: string, question: MarkerQuestion, isLast = false): Marker[] {
  const hits = markerHits(text, question.markers);
  if (hits.length === 0) return [];
  const named = question.products(text);
  const rest = restOf(text, hits, question);
  const isWhole = rest.words.length === 0;
  if ((!isWhole || rest.codes.length > 0) && (COMPARES.test(text.toLowerCase()) || VERSUS.test(text.toLowerCase())))
    return [];
  const context: Context = { text, named, isWhole, isLast, isStatusName: question.isStatusName };
  const accepted = hits.filter((hit) => isMeant(hit, context));
  const [first] = accepted;
  if (!first) return [];
  const isToken = accepted.some(({ written, strength }) => strength === 'sure' && !/\s|\p{Lo}/u.test(written));
  if (rest.words.length > (isToken ? WORDS_BESIDE.token : WORDS_BESIDE.phrase)) return [];
  const chosen = chooseMarkers(accepted, named);
  const saysMore = rest.codes.length === 0 || chosen.some((marker) => tellsOf(marker, rest.codes));
  return saysMore ? chosen : [];
}

interface Context {
  text: string;
  named: ReadonlySet<string>;
  /** Nothing but markers, names and words without meaning stands in it. */
  isWhole: boolean;
  /** Nothing else fits the question. */
  isLast: boolean;
  isStatusName: MarkerQuestion['isStatusName'];
}

function isMeant(hit: MarkerHit, { text, named, isWhole, isLast, isStatusName }: Context): boolean {
  const { strength, written, isSameCase } = hit;
  if (isStatusName(written)) return named.has(hit.marker.vendor.id) && isSameCase;
  if (strength === 'sure' || isInPlace(text, hit)) return true;
  const isNamed = named.has(hit.marker.vendor.id);
  if (strength === 'faint') return isNamed || (isLast && isWhole);
  if (strength === 'weak') return isNamed || isWhole;
  if (!isNamed) return false;
  // `iis write access forbidden` is a sentence; `envoy nr` is in a hurry.
  return isSameCase || (isWhole && FLAG.test(written));
}

/** A status beside it is asked about, unless the marker says why it was sent. */
function tellsOf({ vendor, record: { kind, statuses } }: Marker, codes: readonly string[]): boolean {
  if (kind === 'none') return false;
  return vendor.hop !== 'client' || statuses.length <= GENERIC || !codes.some((code) => statuses.includes(code));
}

function restOf(text: string, hits: readonly MarkerHit[], { withoutNames, hasCode }: MarkerQuestion) {
  let rest = withoutOtherNumbers(text);
  for (const { start, end } of hits) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  // A name that is known says more than a number that is not.
  const codes = [...rest.matchAll(CODE)].map(([code]) => code).filter(hasCode);
  const words = meaningfulWords(withoutNames(rest.toLowerCase()).replace(CODE, ' '));
  return { codes, words: words.filter((word) => /\p{L}/u.test(word)) };
}

/** Those of the product that is named, else of all; what says that a response came before what says that none did. */
export function chooseMarkers(hits: readonly MarkerHit[], named: ReadonlySet<string>): Marker[] {
  const own = hits.filter(({ marker }) => named.has(marker.vendor.id));
  const kept = withoutGeneric(own.length > 0 ? own : hits);
  const answered = kept.filter(({ marker }) => marker.record.kind !== 'none');
  const ranked = (answered.length > 0 ? answered : kept).toSorted(
    (a, b) => Number(b.strength === 'sure') - Number(a.strength === 'sure'),
  );
  return [...new Set(ranked.map(({ marker }) => marker))].slice(0, MAX_MARKERS);
}
