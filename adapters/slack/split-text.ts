// Long texts become several blocks; nothing is cut off, and each character is looked at a bounded number of times.

/**
 * Parts of at most `limit` characters, cut between lines where possible, else between words, never inside a character,
 * an entity or a link. A code span that is longer than a part goes on as code in the next one.
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let at = 0;
  let opening = '';
  while (at < text.length) {
    const rest = opening + text.slice(at, at + limit - opening.length);
    const isLast = at + rest.length - opening.length === text.length;
    const { end, isInCode } = isLast ? { end: rest.length, isInCode: false } : cutAt(rest, limit);
    const part = rest.slice(0, end).trimEnd();
    if (part !== '') parts.push(isInCode ? `${part}\`` : part);
    at = afterSpace(text, at + end - opening.length);
    opening = isInCode ? '`' : '';
  }
  return parts;
}

interface Cut {
  end: number;
  /** The sign that closes the code is still to be added. */
  isInCode: boolean;
}

function cutAt(head: string, limit: number): Cut {
  const line = head.lastIndexOf('\n');
  if (line > limit / 2) return { end: line, isInCode: false };
  const word = Math.max(head.lastIndexOf(' '), head.lastIndexOf('。') + 1);
  // Room for the sign that closes code.
  const end = beforeMarkup(head, word > limit / 2 ? word : beforeCharacter(head, limit - 1));
  const span = codeBefore(head, end);
  if (span === undefined) return { end, isInCode: false };
  return span > limit / 2 ? { end: span, isInCode: false } : { end, isInCode: true };
}

/** Where the code begins that goes on at this place. */
function codeBefore(head: string, end: number): number | undefined {
  const line = head.slice(head.lastIndexOf('\n', end - 1) + 1, end);
  const signs = line.split('`').length - 1;
  return signs % 2 === 1 ? head.lastIndexOf('`', end - 1) : undefined;
}

/** Before an escaped character or a link that goes on at this place, unless there is nothing else. */
function beforeMarkup(head: string, end: number): number {
  const before = head.slice(0, end);
  const link = before.lastIndexOf('<');
  const start = link > before.lastIndexOf('>') ? link : (/&[a-z]{0,3}$/.exec(before)?.index ?? end);
  return start > 1 ? start : end;
}

/** Before what people see as one character; what goes on for a whole part is cut all the same. */
function beforeCharacter(head: string, end: number): number {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(head);
  const start = segments.containing(end)?.index ?? end;
  if (start > 1) return start;
  return /[\uD800-\uDBFF]/.test(head.charAt(end - 1)) ? end - 1 : end;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
