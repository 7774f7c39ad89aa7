// Adds up the codes of a text and ranks them.
import type { Line } from './lines.ts';

export interface ExtractedCode {
  /** Such as `502`, `403.14`, or `1020` for a Cloudflare error. */
  code: string;
  count: number;
  /** The first line in which it stands, as it was written. */
  line: string;
}

export interface Tally {
  /** `start` is where the code stands in the text. */
  add: (code: string, count: number, start: number) => void;
  /** Server errors, client errors, what is outside 100 to 599, the rest; within a class the frequent and early first. */
  ranked: () => ExtractedCode[];
}

export function createTally(text: string, lineAt: (position: number) => Line): Tally {
  const codes = new Map<string, ExtractedCode>();
  const add = (code: string, count: number, start: number): void => {
    const seen = codes.get(code);
    if (seen) seen.count += count;
    else codes.set(code, { code, count, line: written(text, lineAt(start)) });
  };
  // The map keeps the order of first appearance, and sorting is stable.
  const ranked = (): ExtractedCode[] =>
    [...codes.values()].sort((a, b) => classRank(a.code) - classRank(b.code) || b.count - a.count);
  return { add, ranked };
}

function classRank(code: string): number {
  if (code.length === 4 || !/^[1-5]/.test(code)) return 2;
  if (code.startsWith('5')) return 0;
  return code.startsWith('4') ? 1 : 3;
}

function written(text: string, { start, end }: Line): string {
  return text.slice(start, text.charAt(end - 1) === '\r' ? end - 1 : end);
}
