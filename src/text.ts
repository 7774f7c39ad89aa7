// Text from outside: what nobody can read taken out, shortened visibly, and made safe to stand inside prose.

/**
 * What a card shows of one grapheme, on average: a family in emoji has 11 UTF-16 units, a flag of Scotland 14. Marks that
 * are piled up without end are one grapheme too, and would otherwise pass every limit.
 */
const UNITS_A_GRAPHEME = 16;

const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
/** What a terminal takes for itself: colours and cursor moves; titles and addresses. */
const SEQUENCES = new RegExp(
  `(?:${ESCAPE}\\[|\\u009b)[0-?]*[ -/]*[@-~]|${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)`,
  'g',
);
const LINE_SIGNS = /[\p{Zl}\p{Zp}↵]/gu;
/** Control characters but tab and line breaks, and what turns the direction of writing around. */
const UNSEEN = /[[\p{Cc}\u202a-\u202e\u2066-\u2069]--[\t\n\r]]/gv;
/** Most texts have nothing of all this, which one look tells. */
const ANY = /[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}↵\u202a-\u202e\u2066-\u2069]--[\t\n\r]]/v;

/**
 * The text as somebody reads it: no terminal sequence, control character or change of direction, no half of a surrogate
 * pair. Tabs and line breaks stay; `↵` is how a button writes one.
 */
export function legible(text: string): string {
  if (!ANY.test(text)) return text;
  return text.toWellFormed().replace(SEQUENCES, '').replace(LINE_SIGNS, '\n').replace(UNSEEN, ' ');
}

/** At most `limit` graphemes, and a bounded number of characters; what is cut is shown by a final ellipsis. */
export function shorten(text: string, limit: number): string {
  return cut(text, limit, limit * UNITS_A_GRAPHEME);
}

/** At most `limit` UTF-16 units, as platforms count; whole graphemes, and what is cut is shown by a final ellipsis. */
export function fitUnits(text: string, limit: number): string {
  return cut(text, limit, limit);
}

function cut(text: string, graphemes: number, units: number): string {
  if (text.length <= Math.min(graphemes, units)) return text;
  const ends = graphemeEnds(text, graphemes, units);
  if (ends.at(-1) === text.length) return text;
  // The ellipsis takes the place of a grapheme.
  const end = ends.findLast((one, index) => index < graphemes - 1 && one < units) ?? 0;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Where the first graphemes end, as many as both bounds allow: the work is bounded too, whatever the text. */
function graphemeEnds(text: string, graphemes: number, units: number): number[] {
  // Made where it is needed: its tables take longer to load than the rest of a start.
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const ends: number[] = [];
  // Whether a grapheme ends somewhere depends on the character that follows, which has up to two units.
  for (const { index, segment } of segmenter.segment(text.slice(0, units + 2))) {
    const end = index + segment.length;
    if (end > units || ends.length === graphemes) break;
    ends.push(end);
  }
  return ends;
}

/** A user's text as inline code: one line, no control characters, no backticks of its own, at most `limit` graphemes. */
export function inlineCode(text: string, limit: number): string {
  const safe = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/`/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return `\`${shorten(safe, limit) || ' '}\``;
}
