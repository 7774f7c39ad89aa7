// Codes with how often each was seen.
import type { CodeCount } from './query.ts';

/** `502: 310, 504: 88` counts codes; it does not compare them. */
export function isAlertSummary(text: string): boolean {
  return /^(?:\D{0,40}?\b[1-5]\d\d\s*(?:[:=×*]|x\b)\s*\d+\b[\s,;、|]*){2,}$/.test(text);
}

export function parseCounts(text: string): CodeCount[] {
  return text.split(' ').map((part) => {
    const [, source, code = '', count] = /^(?:([a-z0-9-]+):)?([\d.]+)\*(\d+)$/.exec(part) ?? [];
    return { code, count: Number(count), ...(source ? { source } : {}) };
  });
}
