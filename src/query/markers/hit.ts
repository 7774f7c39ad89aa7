// A marker that stands in a text.
import type { Marker } from '../../markers/markers.ts';

/**
 * `sure` tells by itself; `weak` where nothing else is asked or its product is named; `everyday` only with its product or
 * in its place in a log. `faint`, a sentence in other letters, counts where nothing else fits.
 */
export type Strength = 'sure' | 'weak' | 'everyday' | 'faint';

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
