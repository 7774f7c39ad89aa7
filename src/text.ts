// Text from outside: shortened visibly, and made safe to stand inside prose.

/** At most `limit` graphemes; what is cut is shown by a final ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Made where it is needed: its tables take longer to load than the rest of a start.
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  let kept = '';
  let count = 0;
  for (const { segment } of segmenter.segment(text)) {
    count += 1;
    if (count === limit) {
      // One grapheme is left: it is either the last one, or the ellipsis takes its place.
      return kept.length + segment.length === text.length ? text : `${kept.trimEnd()}…`;
    }
    kept += segment;
  }
  return text;
}

/** A user's text as inline code: one line, no control characters, no backticks of its own, at most `limit` graphemes. */
export function inlineCode(text: string, limit: number): string {
  const safe = text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/`/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return `\`${shorten(safe, limit) || ' '}\``;
}
