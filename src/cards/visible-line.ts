// A line of a message as a card may repeat it.
import { shorten } from '../text.ts';

/** Graphemes of a line that the card repeats. */
const LINE_LENGTH = 160;

/** One line of what somebody posted: no control characters, no way out of the code block, shortened visibly. */
export function visibleLine(line: string): string {
  const safe = line
    .replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, ' ')
    .replace(/`/g, "'")
    .trim();
  return shorten(safe, LINE_LENGTH);
}
