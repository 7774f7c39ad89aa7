// Codes with how often each was seen.
import type { CodeCount, Query } from './query.ts';
import { COUNTS } from './words.ts';

/** `502: 310, 504: 88` counts codes; it does not compare them. Only one part may take what stands between two counts. */
export function isAlertSummary(text: string): boolean {
  return /^(?:\D{0,40}?\b[1-5]\d\d\s*(?:[:=×*]|x\b)\s*\d+\b){2,}[\s,;、|]*$/.test(text);
}

/** What a button keeps of a message; ids of markers as they were written, since their case tells. */
export function parseCounts(text: string): Query | undefined {
  const [, codes, ids] = COUNTS.exec(text.trim()) ?? [];
  if (codes === undefined) return undefined;
  const counts = codes.split(' ').map((part): CodeCount => {
    const [, source, code = '', count] = /^(?:([a-z0-9-]+):)?([\d.]+)\*(\d+)$/i.exec(part) ?? [];
    return { code, count: Number(count), ...(source ? { source } : {}) };
  });
  return { kind: 'counts', counts, ...(ids ? { markers: ids.trim().split(' ') } : {}) };
}
