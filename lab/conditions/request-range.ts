import { get, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

/** A cache has the file already. */
const range = (id: string, value: string): RequestCondition => ({
  ...sends(id, get('/a.txt', [`Range: ${value}`]), { needs: 'ranges' }),
  warm: get('/a.txt'),
});

/** Ranges of a file of 1,000 bytes. */
export const requests: RequestCondition[] = [
  range('range-beyond', 'bytes=5000-6000'),
  range('range-many', 'bytes=0-1,10-11,20-21,30-31,40-41,50-51'),
  range('range-unit', 'lines=0-1'),
];
