// Long texts become several blocks; nothing is cut.

/** Parts of at most `limit` characters, cut between lines where possible, else between words, never inside a character. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = cutAt(rest, limit);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

function cutAt(text: string, limit: number): number {
  const head = text.slice(0, limit);
  const line = head.lastIndexOf('\n');
  if (line > limit / 2) return line;
  const word = Math.max(head.lastIndexOf(' '), head.lastIndexOf('。') + 1);
  const end = word > limit / 2 ? word : limit;
  return outsideSpans(text, end);
}

/** Moves the cut before a code span, an escaped character or a surrogate pair that it would break. */
function outsideSpans(text: string, end: number): number {
  const head = text.slice(0, end);
  const line = head.slice(head.lastIndexOf('\n') + 1);
  const inCode = (line.match(/`/g)?.length ?? 0) % 2 === 1;
  if (inCode && head.lastIndexOf('`') > 0) return head.lastIndexOf('`');
  const entity = /&[a-z]{0,3}$/.exec(head)?.index;
  if (entity) return entity;
  return /[\uD800-\uDBFF]$/.test(head) ? end - 1 : end;
}
