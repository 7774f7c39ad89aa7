// Columns and line breaks in a terminal, where a Chinese character takes two columns.
import { eastAsianWidth } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** Punctuation that must not open a line. */
const CLOSING = /^[,.;:!?)\]}'"%…、。，；：！？）】》」』’”·]+$/u;

/** Most words: a column a character. */
const PLAIN = /^[ -~]*$/;
/** Most of Chinese: two columns a character. */
const HAN = /^[\u4e00-\u9fff]*$/;

/** Columns that a text takes. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  if (HAN.test(text)) return 2 * text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Lines of at most `width` columns; breaks between words, and inside Chinese where a word ends. Code spans stay whole. */
export function wrap(text: string, width: number): string[] {
  const limit = Math.max(width, 10);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text)) {
    const size = displayWidth(piece.replaceAll('`', ''));
    if (used > 0 && used + size > limit && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      if (piece.trim() === '') continue;
    }
    line += piece;
    used += size;
  }
  lines.push(line.trimEnd());
  return lines;
}

function pieces(text: string): string[] {
  return text.split(/(`[^`]*`)/g).flatMap((part) => {
    if (part.startsWith('`')) return [part];
    return part
      .split(/(\s+)/)
      .flatMap((word) =>
        /\p{Script=Han}/u.test(word) ? [...words.segment(word)].map(({ segment }) => segment) : [word],
      );
  });
}

function graphemeWidth(grapheme: string): number {
  const point = grapheme.codePointAt(0) ?? 0;
  if (point < 32 || (point >= 0x7f && point < 0xa0)) return 0;
  if (/\p{Emoji_Presentation}/u.test(grapheme)) return 2;
  return eastAsianWidth(point);
}
