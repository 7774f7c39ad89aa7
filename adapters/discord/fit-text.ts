// Keeps a card's text within what one message holds, and says so where it is shortened.
import { fitUnits, type Prose } from '#core';
import { oncePer } from '../once-per.ts';

/** One block as Markdown: whole lines may be left out from its end, never a part of one. */
export interface Piece {
  lines: string[];
  /** What closes the block, such as the end of a code block. */
  close?: string;
}

/** No single line may take more of a message, so that shortening always leaves something to read. */
const MAX_LINE = 1200;

/** Prose of one line, shortened outside its code spans. */
export function fitLine(prose: Prose): Prose {
  if (prose.length <= MAX_LINE) return prose;
  let kept = '';
  for (const [part] of prose.matchAll(/`[^`\n]+`|[^`]+|`/g)) {
    const room = MAX_LINE - kept.length;
    if (part.length > room) return `${kept}${room < 2 || /^`./.test(part) ? '…' : fitUnits(part, room)}`;
    kept += part;
  }
  return kept;
}

/** The pieces as texts of at most `limit` characters in all; where lines had to go, the note is the last text. */
export function fitPieces(pieces: readonly Piece[], limit: number, noteOf: () => string): string[] {
  const whole = pieces.map(wholeText);
  if (total(whole) <= limit) return whole;
  const note = noteOf();
  const texts: string[] = [];
  let room = limit - note.length;
  for (const { lines, close } of pieces) {
    const kept = linesWithin(lines, room - (close === undefined ? 0 : close.length + 1));
    // A title alone says nothing.
    if (kept.length < Math.min(2, lines.length)) break;
    const text = textOf(kept, close);
    texts.push(text);
    room -= text.length;
    if (kept.length < lines.length) break;
  }
  return [...texts, note];
}

/** The same texts as at most `count` of them: neighbours at the end share one. */
export function joinTexts(texts: readonly string[], count: number): string[] {
  if (texts.length <= count) return [...texts];
  return [...texts.slice(0, count - 1), texts.slice(count - 1).join('\n')];
}

function linesWithin(lines: readonly string[], room: number): string[] {
  let used = -1;
  const end = lines.findIndex((line) => {
    used += line.length + 1;
    return used > room;
  });
  return lines.slice(0, end === -1 ? lines.length : end);
}

function textOf(lines: readonly string[], close: string | undefined): string {
  return [...lines, ...(close === undefined ? [] : [close])].join('\n');
}

const wholeText = oncePer(({ lines, close }: Piece) => textOf(lines, close));

/** Joining texts adds a line feed between them. */
function total(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + 1, 0);
}
