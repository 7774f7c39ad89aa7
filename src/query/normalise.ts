// One form for what is typed on any keyboard.

/** NFKC, lower case, single spaces; a full stop between digits is a dot whatever keyboard it came from. */
export function normalise(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/(?<=\d)[。｡·](?=\d)/g, '.')
      // Chat marks italics so: `_502_`.
      .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim()
  );
}
