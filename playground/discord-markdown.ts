// The part of Discord's Markdown that messages here use → HTML.
import { escapeHtml, linkHtml } from './html.ts';

/** Names by id, for mentions. */
export type Names = ReadonlyMap<string, string>;

/** What a `\` may make plain. */
const ESCAPED = /^\\([^\w\s])/;
/** What stands between two marks: escapes and code keep their characters. */
const INSIDE = '((?:\\\\[\\s\\S]|`[^`\\n]*`|[^\\\\`])+?)';
const MARKS: readonly (readonly [RegExp, (inner: string) => string])[] = [
  [new RegExp(`^\\*\\*${INSIDE}\\*\\*(?!\\*)`), (inner) => `<strong>${inner}</strong>`],
  [new RegExp(`^__${INSIDE}__`), (inner) => `<u>${inner}</u>`],
  [new RegExp(`^~~${INSIDE}~~`), (inner) => `<s>${inner}</s>`],
  [new RegExp(`^\\|\\|${INSIDE}\\|\\|`), (inner) => `<span class="spoiler">${inner}</span>`],
  [new RegExp(`^\\*(?!\\s)${INSIDE}\\*`), (inner) => `<em>${inner}</em>`],
  [new RegExp(`^_${INSIDE}_(?!\\w)`), (inner) => `<em>${inner}</em>`],
];
const CODE = /^(`+)([^\n]+?)\1(?!`)/;
const LINK = /^\[((?:\\[\s\S]|[^\]\\])+)\]\(<?(https:\/\/[^\s<>)]+)>?\)/;
const ADDRESS = /^https:\/\/[^\s<>]+[^\s<>.,;:!?)\]'"]/;
const MENTION = /^<@!?(\d+)>/;

/** Inside one line, or several that belong together. */
function inlineHtml(text: string, names: Names): string {
  let html = '';
  let rest = text;
  while (rest !== '') {
    const [taken, shown] = next(rest, names);
    html += shown;
    rest = rest.slice(taken);
  }
  return html;
}

/** How much of the text is one piece, and how it looks. */
function next(rest: string, names: Names): [number, string] {
  const escaped = ESCAPED.exec(rest);
  if (escaped) return [2, escapeHtml(escaped[1] ?? '')];
  const code = CODE.exec(rest);
  if (code) return [code[0].length, `<code>${escapeHtml(code[2] ?? '')}</code>`];
  const link = LINK.exec(rest);
  if (link) return [link[0].length, linkHtml(link[2] ?? '', inlineHtml(link[1] ?? '', names))];
  const mention = MENTION.exec(rest);
  if (mention) {
    const name = names.get(mention[1] ?? '') ?? 'unknown-user';
    return [mention[0].length, `<span class="mention">@${escapeHtml(name)}</span>`];
  }
  const address = ADDRESS.exec(rest)?.[0];
  if (address) return [address.length, linkHtml(address, escapeHtml(address))];
  for (const [mark, wrap] of MARKS) {
    const found = mark.exec(rest);
    if (found) return [found[0].length, wrap(inlineHtml(found[1] ?? '', names))];
  }
  const [plain = ''] = /^(?: +|[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)*|[\s\S])/u.exec(rest) ?? [];
  return [plain.length, plain === '\n' ? '<br>' : escapeHtml(plain)];
}

const FENCE = /^```(?:[\w-]*\n)?([\s\S]*?)\n?```/;
const HEADING = /^(#{1,3}) +(.+)/;
const SMALL = /^-# +(.+)/;
const BULLET = /^(\s*)[-*] +(.+)/;
const NUMBER = /^(\s*)(\d+)\. +(.+)/;
const QUOTE = /^> ?(.*)/;

/** A whole message or text display. */
export function markdownHtml(text: string, names: Names): string {
  const parts: string[] = [];
  for (const [index, part] of text.split(/(```[\s\S]*?```)/).entries()) {
    if (index % 2 === 1) parts.push(`<pre><code>${escapeHtml(FENCE.exec(part)?.[1] ?? '')}</code></pre>`);
    else parts.push(...linesHtml(part.replace(/^\n|\n$/g, ''), names));
  }
  return parts.join('');
}

interface Line {
  kind: 'heading' | 'small' | 'ul' | 'ol' | 'quote' | 'text';
  html: string;
  /** The number of an ordered item, the level of a heading. */
  number?: number;
}

function linesHtml(text: string, names: Names): string[] {
  if (text.trim() === '') return [];
  const lines = text.split('\n').map((line) => lineOf(line, names));
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === line.kind && line.kind !== 'heading') last.push(line);
    else groups.push([line]);
  }
  return groups.map(groupHtml);
}

function lineOf(line: string, names: Names): Line {
  const inline = (text = ''): string => inlineHtml(text, names);
  const heading = HEADING.exec(line);
  if (heading) return { kind: 'heading', html: inline(heading[2]), number: heading[1]?.length ?? 1 };
  const small = SMALL.exec(line);
  if (small) return { kind: 'small', html: inline(small[1]) };
  const bullet = BULLET.exec(line);
  if (bullet) return { kind: 'ul', html: inline(bullet[2]) };
  const number = NUMBER.exec(line);
  if (number) return { kind: 'ol', html: inline(number[3]), number: Number(number[2]) };
  const quote = QUOTE.exec(line);
  if (quote) return { kind: 'quote', html: inline(quote[1]) };
  return { kind: 'text', html: inline(line) };
}

function groupHtml(lines: Line[]): string {
  const [first] = lines;
  const joined = lines.map(({ html }) => html).join('<br>');
  switch (first?.kind) {
    case 'heading':
      // Below the page's own headings, whatever the level.
      return `<h3 class="level-${first.number}">${joined}</h3>`;
    case 'small':
      return `<p class="small">${joined}</p>`;
    case 'ul':
      return `<ul>${lines.map(({ html }) => `<li>${html}</li>`).join('')}</ul>`;
    case 'ol':
      return `<ol start="${first.number}">${lines.map(({ html }) => `<li>${html}</li>`).join('')}</ol>`;
    case 'quote':
      return `<blockquote>${joined}</blockquote>`;
    case 'text':
    case undefined:
      return paragraphs(lines);
  }
}

/** An empty line is a gap, as Discord shows it. */
function paragraphs(lines: Line[]): string {
  const parts: string[][] = [[]];
  for (const { html } of lines) {
    if (html.trim() === '') parts.push([]);
    else parts.at(-1)?.push(html);
  }
  return parts.flatMap((part) => (part.length > 0 ? [`<p>${part.join('<br>')}</p>`] : [])).join('');
}
