// The markers of a message, with the lines they stand in.
import type { Marker, Markers } from '../../markers/markers.ts';
import { type MarkerHit, withoutGeneric } from './hit.ts';
import { markerHits } from './hits.ts';
import { logProducts } from './log-products.ts';
import { isInPlace } from './places.ts';

export interface SeenMarker {
  marker: Marker;
  /** As it stands in the message. */
  written: string;
  /** The first line in which it stands. */
  line: string;
  /** Lines in which it stands. */
  count: number;
}

/** More is a log, whose first part tells as much. */
const MAX_LENGTH = 100_000;

export function messageMarkers(
  text: string,
  { markers, products }: { markers: Markers; products: (text: string) => ReadonlySet<string> },
): SeenMarker[] {
  const part = text.slice(0, MAX_LENGTH);
  const hits = markerHits(part, markers);
  if (hits.length === 0) return [];
  const shaped = new Set(logProducts(part));
  const named = new Set([...products(part), ...shaped]);
  const seen = new Map<Marker, SeenMarker & { lineStart: number }>();
  for (const hit of bestAtEach(
    hits.filter((one) => isMeant(part, one, { named, shaped })),
    named,
  )) {
    const [from, to] = lineAround(part, hit.start, hit.end);
    const known = seen.get(hit.marker);
    if (!known)
      seen.set(hit.marker, {
        marker: hit.marker,
        written: hit.written,
        line: part.slice(from, to),
        count: 1,
        lineStart: from,
      });
    else if (known.lineStart !== from) Object.assign(known, { count: known.count + 1, lineStart: from });
  }
  return withoutGeneric([...seen.values()]).sort((a, b) => rank(b, named) - rank(a, named));
}

interface Products {
  named: ReadonlySet<string>;
  /** Whose log the message looks like. */
  shaped: ReadonlySet<string>;
}

/** A letter and a number. */
const NUMBERED = /^[A-Z]\d{1,2}$/;
/** Their flags are told by the fields around them. */
const IN_PLACE_ONLY = ['envoy', 'haproxy'];

function isMeant(text: string, hit: MarkerHit, { named, shaped }: Products): boolean {
  const { strength, marker, isSameCase, written } = hit;
  if (isInPlace(text, hit)) return true;
  const isNamed = named.has(marker.vendor.id);
  // Squid's words in a line of Traffic Server are Traffic Server's; `H25` is a header as well.
  if (strength === 'sure' && marker.record.kind === 'flag' && (shaped.size > 0 || NUMBERED.test(written)))
    return isNamed;
  if (strength === 'sure') return true;
  if (strength === 'faint') return isNamed;
  // Two words are enough as their product writes them; one is not.
  if (strength === 'weak') return (isNamed && isSameCase && written.length > 2) || (isSameCase && /\s/.test(written));
  if (!isNamed || !isSameCase) return false;
  const { kind } = marker.record;
  if (kind === 'flag') return shaped.has(marker.vendor.id) && !IN_PLACE_ONLY.includes(marker.vendor.id);
  return kind !== 'name' || /\s/.test(written);
}

/** Where several products write the same, those whose log it is, else those who are known for it. */
function bestAtEach(hits: readonly MarkerHit[], named: ReadonlySet<string>): MarkerHit[] {
  return [...Map.groupBy(hits, ({ start }) => start).values()].flatMap((group) => {
    const own = group.filter(({ marker }) => named.has(marker.vendor.id));
    const known = group.filter(({ marker }) => !marker.record.everyday);
    return [own, known, group].find((some) => some.length > 0) ?? [];
  });
}

/** What tells who sent a status first; a client's own words last. */
function rank({ marker, written }: SeenMarker, named: ReadonlySet<string>): number {
  const { kind, statuses, condition } = marker.record;
  const isOwn = named.has(marker.vendor.id) ? 4 : 0;
  return (
    (kind === 'none' ? 0 : 8) +
    isOwn +
    (statuses.length > 0 ? 2 : 0) +
    (condition ? 1 : 0) +
    Math.min(written.length, 99) / 100
  );
}

function lineAround(text: string, start: number, end: number): [number, number] {
  const to = text.indexOf('\n', end);
  return [text.lastIndexOf('\n', start) + 1, to === -1 ? text.length : to];
}
