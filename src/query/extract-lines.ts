// The lines of a text, found only where a number stands.

export interface Line {
  start: number;
  end: number;
}

/** The line around a position. Asked in ascending order, all lines together cost one pass over the text. */
export function createLines(text: string): (position: number) => Line {
  let line: Line = { start: 0, end: -1 };
  return (position) => {
    if (position < line.start || position > line.end) {
      const end = text.indexOf('\n', position);
      line = { start: text.lastIndexOf('\n', position - 1) + 1, end: end === -1 ? text.length : end };
    }
    return line;
  };
}

const ESCAPE = String.fromCharCode(27);

/** Full-width forms as ASCII, terminal colours as spaces: every character stays where it is. */
export function toPlainForms(text: string): string {
  const narrow = /[\uff01-\uff5e]/.test(text)
    ? text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    : text;
  if (!narrow.includes(`${ESCAPE}[`)) return narrow;
  return narrow.replace(new RegExp(`${ESCAPE}\\[[\\d;]{0,16}m`, 'g'), (colour) => ' '.repeat(colour.length));
}

/** Words that greet, call or decorate: `<@U123>`, `@bot`, `:fire:`. */
const DECORATION = /<[@#:!][^<>\s]{1,64}>|@[\w-]{1,40}|:[a-z0-9_+-]{1,40}:/gi;
/** Longer lines are data. */
const LONGEST_CHAT_LINE = 200;

/** Whether a line holds status codes and no word: `502`, `> 502 😱`, `502 / 504?`. */
export function isBareCodes(line: string, isKnown: (code: string) => boolean): boolean {
  if (line.length > LONGEST_CHAT_LINE) return false;
  const rest = line.replace(DECORATION, ' ');
  if (/[$€£¥￥#%^=+<×✕]/.test(rest)) return false;
  const codes = (rest.match(/[\p{L}\p{N}.]+/gu) ?? []).map((token) => token.replace(/^\.+|\.+$/g, '')).filter(Boolean);
  const areCodes = codes.every((token) => /^\d{3}(?:\.\d{1,3})?$/.test(token) && isKnown(token));
  return areCodes && (codes.length === 1 || codes.some((code) => /^[45]/.test(code) && !code.endsWith('00')));
}
