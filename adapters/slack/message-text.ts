// Everything that a message says: its blocks, its attachments, its text; as much of it as is read.
import { LIMITS } from './limits.ts';
import { plainText } from './plain-text.ts';

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
/** Pieces of blocks; Slack allows itself a few thousand. */
const MAX_PIECES = 20_000;

export interface MessageText {
  text: string;
  /** Whether that is all the message says. */
  isWhole: boolean;
}

/** What is left to read: nothing looks at text that goes beyond it. */
interface Budget {
  left: number;
  pieces: number;
}

/** Blocks repeat the text, and an attachment's blocks repeat its fallback; each is taken once, so that counts are right. */
export function messageText(message: Readonly<Record<string, unknown>>): MessageText {
  const budget = { left: LIMITS.readText.max, pieces: MAX_PIECES };
  const own = blockText(message.blocks, budget) || read(message.text, budget);
  const attachments = listOf(message.attachments).map((attachment) => attachmentText(attachment, budget));
  const text = [own, ...attachments].filter((part) => part.trim() !== '').join('\n');
  return { text, isWhole: budget.left >= 0 && budget.pieces >= 0 };
}

/** Text that somebody sent, as much of it as is read. */
export function boundedText(text: string | undefined): string {
  return beginning(text ?? '', LIMITS.readText.max);
}

function attachmentText(attachment: Record<string, unknown>, budget: Budget): string {
  const blocks = blockText(attachment.blocks, budget);
  if (blocks) return blocks;
  const parts = [attachment.pretext, attachment.title, attachment.text].map((part) => read(part, budget));
  const fields = listOf(attachment.fields).map(({ title, value }) => `${read(title, budget)}: ${read(value, budget)}`);
  const text = [...parts, ...fields].filter(Boolean).join('\n');
  return text || read(attachment.fallback, budget);
}

function blockText(blocks: unknown, budget: Budget): string {
  return listOf(blocks)
    .map((block) => collect(block, budget, 0))
    .filter(Boolean)
    .join('\n');
}

function collect(value: unknown, budget: Budget, depth: number): string {
  if (depth > MAX_DEPTH || budget.left < 0 || budget.pieces < 0) return '';
  if (typeof value === 'string') return read(value, budget);
  if (typeof value !== 'object' || value === null) return '';
  budget.pieces -= 1;
  if (Array.isArray(value))
    return value
      .map((one: unknown) => collect(one, budget, depth + 1))
      .filter(Boolean)
      .join(separator(value));
  const node = value as Record<string, unknown>;
  if (node.type === 'link') return read(node.text, budget) || read(node.url, budget);
  return TEXT_KEYS.map((key) => collect(node[key], budget, depth + 1))
    .filter(Boolean)
    .join('\n');
}

function read(value: unknown, budget: Budget): string {
  if (typeof value !== 'string') return '';
  const text = beginning(value, Math.max(0, budget.left));
  budget.left -= value.length;
  return plainText(text);
}

/** Never half of a surrogate pair. */
function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(length - 1));
  return text.slice(0, Math.max(0, isSplit ? length - 1 : length));
}

/** The pieces of a rich-text line belong together; everything else stands on lines of its own. */
function separator(elements: readonly unknown[]): string {
  const inline = elements.every(
    (one) => typeof one === 'object' && one !== null && 'type' in one && INLINE.has(one.type),
  );
  return inline ? '' : '\n';
}

const INLINE = new Set<unknown>([
  'text',
  'link',
  'emoji',
  'user',
  'channel',
  'usergroup',
  'broadcast',
  'date',
  'color',
  'team',
]);

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : [];
}
