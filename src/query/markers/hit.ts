// A marker that stands in a text.
import type { Marker } from '../../markers/markers.ts';

/**
 * `sure` tells by itself; `weak` where nothing else is asked or its product is named; `everyday` only with its product or
 * in its place in a log. `faint`, a sentence in other letters, counts where nothing else fits.
 */
export type Strength = 'sure' | 'weak' | 'everyday' | 'faint';

/** A marker of more statuses says less than the one that stands beside it. */
const GENERIC = 3;

export interface MarkerHit {
  marker: Marker;
  /** As it stands in the text. */
  written: string;
  start: number;
  end: number;
  strength: Strength;
  /** Letter for letter as its product writes it. */
  isSameCase: boolean;
}

/** Without a heading such as `The request could not be satisfied` where its product says more beside it. */
export function withoutGeneric<T extends { marker: Marker }>(all: readonly T[]): T[] {
  const isGeneric = ({ marker }: T): boolean => marker.record.statuses.length > GENERIC;
  const saysMore = ({ marker: { record, vendor } }: T, other: T): boolean =>
    other.marker.vendor.id === vendor.id &&
    other.marker.record.statuses.some((status) => record.statuses.includes(status)) &&
    !isGeneric(other);
  return all.filter((one) => !isGeneric(one) || !all.some((other) => saysMore(one, other)));
}
