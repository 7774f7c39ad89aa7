// What Slack refuses in a message as a whole, wherever it is sent to.
import type { ShapeCheck } from './block-kit-schema.ts';
import { blockFaults } from './block-rules.ts';
import type { Node } from './text-rules.ts';

/** Fields that a message may have in an acknowledgement or at a response_url. */
const FIELDS = [
  'text',
  'blocks',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
];

/** The error code that Slack would answer with, and why; none where it would take the message. */
export function messageFault(message: Node, check: ShapeCheck): { error: string; why: string } | undefined {
  const unknown = Object.keys(message).find((key) => !FIELDS.includes(key));
  if (unknown) return { error: 'invalid_arguments', why: `unknown field ${unknown}` };
  return contentFault(message, check);
}

/** Stricter than Slack about `text`: without it, notifications and screen readers have nothing to read. */
export function contentFault({ text, blocks }: Node, check: ShapeCheck): { error: string; why: string } | undefined {
  if (typeof text !== 'string' || text.trim() === '')
    return { error: 'no_text', why: 'a message needs text beside its blocks' };
  if (text.length > 4000) return { error: 'msg_too_long', why: `text: ${text.length} is more than 4000` };
  const faults = blocks === undefined ? [] : blockFaults(blocks, 'message', check);
  return faults.length > 0 ? { error: 'invalid_blocks', why: faults.join('; ') } : undefined;
}
