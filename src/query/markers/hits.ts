// Markers in a text, and how much each tells by itself.
import type { Marker, Markers } from '../../markers/markers.ts';
import { haproxyStates } from './haproxy-states.ts';
import type { MarkerHit, Strength } from './hit.ts';

/** Two letters are found in too many texts, and words of one's own language as well. */
const SHORT = /^(?:[A-Za-z]{1,3}|[A-Z]?[a-z]{1,11})$/;
const MIN_PHRASE = { words: 3, length: 16 };

export function markerHits(text: string, markers: Markers): MarkerHit[] {
  const states = haproxyStates(text, markers);
  const isState = (start: number): boolean => states.some((state) => start >= state.start && start < state.end);
  const found = markers.find(text).flatMap(({ start, end, hits }): MarkerHit[] =>
    isState(start)
      ? []
      : hits.map(({ value: marker, written, isSameCase }) => ({
          marker,
          written: text.slice(start, end),
          start,
          end,
          strength: strengthOf(marker, written, isSameCase),
          isSameCase,
        })),
  );
  return [...states, ...found];
}

function strengthOf({ record }: Marker, written: string, isSameCase: boolean): Strength {
  if (record.everyday) return 'everyday';
  if (!/\s|\p{Lo}/u.test(written)) return isSameCase && !SHORT.test(written) ? 'sure' : 'weak';
  if (!isSameCase) return 'faint';
  const words = [...written.matchAll(/\w+|\p{Lo}/gu)].length;
  return words >= MIN_PHRASE.words || written.length >= MIN_PHRASE.length ? 'sure' : 'weak';
}
