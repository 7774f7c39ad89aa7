// How processes ended, however it is written: `exited with status 143`, `Exited (137)`.
import type { Markers } from '../../markers/markers.ts';
import { exitStatuses } from '../other-numbers.ts';
import type { MarkerHit } from './hit.ts';

/** Those that say something by themselves; any other number means what the program says. */
export function exitMarkers(text: string, markers: Markers): MarkerHit[] {
  return exitStatuses(text).flatMap(({ number, start, end }): MarkerHit[] => {
    const marker = markers.get(`container:exit-${number}`);
    const written = text.slice(start, end);
    return marker ? [{ marker, written, start, end, strength: 'sure', isSameCase: true }] : [];
  });
}
