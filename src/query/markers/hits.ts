// Markers in a text, and how much each tells by itself.
import type { FragmentFound } from '../../markers/fragments.ts';
import type { Marker, Markers } from '../../markers/markers.ts';
import { exitMarkers } from './exit-markers.ts';
import { haproxyStates } from './haproxy-states.ts';
import type { MarkerHit, Strength } from './hit.ts';

/** Two letters are found in too many texts, and words of one's own language as well. */
const SHORT = /^(?:[A-Za-z]{1,3}|[A-Z]?[a-z]{1,11})$/;
const MIN_PHRASE = { words: 3, length: 16 };
const SENTENCE = { words: 4, length: 20 };

export function markerHits(text: string, markers: Markers): MarkerHit[] {
  const states = [...haproxyStates(text, markers), ...exitMarkers(text, markers)];
  const isState = (start: number): boolean => states.some((state) => start >= state.start && start < state.end);
  const found = markers.find(text).filter((one) => !isState(one.start) && !isPartOfWord(text, one));
  const hits = found.filter((one) => !isOthersName(text, one)).flatMap((one) => hitsAt(text, one));
  return [...states, ...withoutSiblings(hits)];
}

/** Alipay's names, of which few are recorded: what stands behind the prefix is nobody else's. */
const ALIPAY_PREFIX = /\bACQ\.$/;

function isOthersName(text: string, { start }: FragmentFound<Marker>): boolean {
  return ALIPAY_PREFIX.test(text.slice(Math.max(0, start - 5), start));
}

/** Of several markers of one product that share their text, those that stand in the text in another way too, such as Apache's number. */
function withoutSiblings(hits: readonly MarkerHit[]): MarkerHit[] {
  const isTold = ({ marker, start }: MarkerHit): boolean =>
    hits.some((other) => other.marker === marker && other.start !== start);
  return hits.filter((hit) => {
    if (isTold(hit)) return true;
    const { marker, start } = hit;
    return !hits.some(
      (other) =>
        other.start === start &&
        other.marker !== marker &&
        other.marker.vendor.id === marker.vendor.id &&
        isTold(other),
    );
  });
}

/** `sc-status` is a column of a log and no flag. */
function isPartOfWord(text: string, { start, end }: FragmentFound<Marker>): boolean {
  if (!SHORT.test(text.slice(start, end))) return false;
  return /\w-$/.test(text.slice(Math.max(0, start - 2), start)) || /^-\w/.test(text.slice(end, end + 2));
}

function hitsAt(text: string, { start, end, hits }: FragmentFound<Marker>): MarkerHit[] {
  const isOthers = hits.some(({ value }) => !value.record.everyday);
  return hits.map(({ value: marker, written, isSameCase }) => {
    // What others write as well is told from theirs by the product alone.
    const isEveryday = marker.record.everyday && (isOthers || !isSentence(written));
    const strength = isEveryday ? 'everyday' : strengthOf(written, isSameCase);
    return { marker, written: text.slice(start, end), start, end, strength, isSameCase };
  });
}

function strengthOf(written: string, isSameCase: boolean): Strength {
  if (!/\s|\p{Lo}/u.test(written)) return isSameCase && !SHORT.test(written) ? 'sure' : 'weak';
  if (!isSameCase) return 'faint';
  const words = [...written.matchAll(/\w+|\p{Lo}/gu)].length;
  return words >= MIN_PHRASE.words || written.length >= MIN_PHRASE.length ? 'sure' : 'weak';
}

/** Too long to stand anywhere by chance, whatever the other forms of the marker. */
function isSentence(written: string): boolean {
  return written.length >= SENTENCE.length && [...written.matchAll(/\w+/g)].length >= SENTENCE.words;
}
