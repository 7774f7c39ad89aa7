// The lines of a text, found only where a number stands, and its characters in their plain forms.

export interface Line {
  start: number;
  end: number;
}

const NEWLINE = 10;

/** The line around a position. Asked in ascending order, all lines together cost one pass over the text. */
export function createLines(text: string): (position: number) => Line {
  let line: Line = { start: 0, end: -1 };
  return (position) => {
    if (position < line.start || position > line.end) {
      const end = text.indexOf('\n', position);
      // Faster than lastIndexOf on lines of a usual length.
      let start = position;
      while (start > 0 && text.charCodeAt(start - 1) !== NEWLINE) start--;
      line = { start, end: end === -1 ? text.length : end };
    }
    return line;
  };
}

const ESCAPE = String.fromCharCode(27);

/**
 * Full-width forms as ASCII, terminal colours as spaces: every character stays where it is. A full-width comma becomes a
 * semicolon, since it never groups thousands: `502 × 12，503 × 3`.
 */
export function toPlainForms(text: string): string {
  const narrow = /[\uff01-\uff5e]/.test(text)
    ? text.replace(/[\uff01-\uff5e]/g, (wide) =>
        wide === '，' ? ';' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
      )
    : text;
  if (!narrow.includes(`${ESCAPE}[`)) return narrow;
  return narrow.replace(new RegExp(`${ESCAPE}\\[[\\d;]{0,16}m`, 'g'), (colour) => ' '.repeat(colour.length));
}
