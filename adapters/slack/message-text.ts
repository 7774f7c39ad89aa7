// Everything that a message says: its blocks, its attachments, its text.
import { plainText } from './mentions.ts';

/** Keys of blocks and their elements under which people see text. */
const TEXT_KEYS = [
  'title',
  'subtitle',
  'text',
  'body',
  'fields',
  'elements',
  'rows',
  'child_blocks',
  'accessory',
  'alt_text',
  'description',
];
/** Deeper nesting than Slack allows itself. */
const MAX_DEPTH = 12;

/** Blocks repeat the text, and an attachment's blocks repeat its fallback; each is taken once, so that counts are right. */
export function messageText(message: Readonly<Record<string, unknown>>): string {
  const blocks = blockText(message.blocks);
  const own = blocks || plainText(stringOf(message.text));
  const attachments = listOf(message.attachments).map(attachmentText);
  return [own, ...attachments].filter((part) => part.trim() !== '').join('\n');
}

function attachmentText(attachment: Record<string, unknown>): string {
  const blocks = blockText(attachment.blocks);
  if (blocks) return blocks;
  const fields = listOf(attachment.fields).map(({ title, value }) => `${stringOf(title)}: ${stringOf(value)}`);
  const parts = [attachment.pretext, attachment.title, attachment.text].map(stringOf).concat(fields);
  const text = parts.filter(Boolean).join('\n');
  return plainText(text || stringOf(attachment.fallback));
}

function blockText(blocks: unknown): string {
  return listOf(blocks)
    .map((block) => collect(block, 0))
    .filter(Boolean)
    .join('\n');
}

function collect(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH || value === null || value === undefined) return '';
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value))
    return value
      .map((one: unknown) => collect(one, depth + 1))
      .filter(Boolean)
      .join(separator(value));
  if (typeof value !== 'object') return '';
  const node = value as Record<string, unknown>;
  if (node.type === 'link') return stringOf(node.text) || stringOf(node.url);
  return TEXT_KEYS.map((key) => collect(node[key], depth + 1))
    .filter(Boolean)
    .join('\n');
}

/** The pieces of a rich-text line belong together; everything else stands on lines of its own. */
function separator(elements: readonly unknown[]): string {
  const inline = elements.every(
    (one) => typeof one === 'object' && one !== null && 'type' in one && INLINE.has(String(one.type)),
  );
  return inline ? '' : '\n';
}

const INLINE = new Set(['text', 'link', 'emoji', 'user', 'channel', 'usergroup', 'broadcast', 'date', 'color', 'team']);

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : [];
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
