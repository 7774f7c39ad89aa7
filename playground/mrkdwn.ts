// slack-blocks-to-jsx reads mrkdwn as Markdown and decodes entities twice; stand-ins keep what Slack shows as it is.
import { escapeHtml } from './html.ts';
import type { Node } from './pretend-slack/text-rules.ts';

/** Private-use characters, one for each of ASCII's; no text has them. */
const BASE = 0xe000;
const PUNCTUATION = /[!-/:-@[-`{-~]|^ +| {2,}/gm;
const FORMATTING = new Set(['*', '_', '~']);
/** Code blocks, code spans, and everything in angle brackets. */
const TOKENS = /(```[\s\S]*?```|`[^`\n]+`|<[^<>\n]+>)/;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The blocks as the library shows them right. */
export function forLibrary(node: Node): Node {
  const { text, verbatim: _, ...rest } = node;
  if (node.type === 'mrkdwn') return { ...rest, text: standInMrkdwn(String(text)) };
  if (node.type === 'plain_text' || node.type === 'text') return { ...rest, emoji: false, text: standIn(String(text)) };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, nested(value)]));
}

function nested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nested);
  return typeof value === 'object' && value !== null ? forLibrary(value as Node) : value;
}

/** What the library made of it, with the characters that stood aside. */
export function withCharacters(html: string): string {
  return html.replace(/[\ue020-\ue07e]/g, (character) =>
    escapeHtml(String.fromCharCode(character.charCodeAt(0) - BASE)),
  );
}

function standInMrkdwn(text: string): string {
  return text
    .split(TOKENS)
    .map((part, index) => (index % 2 === 0 ? standIn(decode(part), FORMATTING) : standInToken(part)))
    .join('');
}

function standInToken(token: string): string {
  const fence = /^`+/.exec(token)?.[0];
  if (fence) return fence + standIn(decode(token.slice(fence.length, -fence.length)).replace(/^\n|\n$/g, '')) + fence;
  const [target = '', label] = token.slice(1, -1).split('|');
  return label === undefined ? token : `<${target}|${standIn(decode(label))}>`;
}

function standIn(text: string, except: ReadonlySet<string> = new Set()): string {
  return text.replace(PUNCTUATION, (found) =>
    except.has(found)
      ? found
      : [...found].map((character) => String.fromCharCode(BASE + character.charCodeAt(0))).join(''),
  );
}

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}
