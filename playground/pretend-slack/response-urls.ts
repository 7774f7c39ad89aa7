// response_urls: five uses in thirty minutes, each bound to where something was asked.
import type { ShapeCheck } from './block-kit-schema.ts';
import { messageFault } from './message-rules.ts';
import type { Node } from './text-rules.ts';
import { addMessage, type PostedMessage, type Workspace } from './workspace.ts';

const MAX_USES = 5;
const LIFETIME_MS = 30 * 60_000;

interface ResponseUrl {
  channel: string;
  user: string;
  /** The message whose button was pressed; a slash command has none. */
  original: PostedMessage | undefined;
  uses: number;
  until: number;
}

export interface ResponseUrls {
  issue: (place: Pick<ResponseUrl, 'channel' | 'user' | 'original'>) => string;
  /** What Slack answers to a post there. */
  post: (id: string, payload: Node) => { status: number; body: string };
}

const OK = { status: 200, body: 'ok' };

export function createResponseUrls(workspace: Workspace, check: ShapeCheck): ResponseUrls {
  const issued = new Map<string, ResponseUrl>();
  const issue: ResponseUrls['issue'] = (place) => {
    const id = workspace.nextId('R');
    issued.set(id, { ...place, uses: 0, until: workspace.now() + LIFETIME_MS });
    return id;
  };
  const post: ResponseUrls['post'] = (id, payload) => {
    const url = issued.get(id);
    if (!url || workspace.now() > url.until) return refuse(workspace, 404, 'expired_url');
    if (url.uses >= MAX_USES) return refuse(workspace, 404, 'used_url');
    url.uses += 1;
    if (payload.delete_original === true) return remove(workspace, url);
    const fault = messageFault(payload, check);
    if (fault) return refuse(workspace, 400, fault.error, fault.why);
    return url.original && payload.replace_original !== false
      ? replace(workspace, url.original, payload)
      : add(workspace, url, payload);
  };
  return { issue, post };
}

function add(
  workspace: Workspace,
  { channel, user }: ResponseUrl,
  { text, blocks, response_type, thread_ts }: Node,
): typeof OK {
  const isPublic = response_type === 'in_channel';
  if (isPublic && workspace.conversations.get(channel)?.isOpen === false)
    return refuse(workspace, 403, 'restricted_action');
  addMessage(workspace, {
    channel,
    text: String(text),
    blocks: (blocks ?? []) as Node[],
    by: workspace.botUser,
    ...(thread_ts ? { threadTs: String(thread_ts) } : {}),
    ...(isPublic ? {} : { ephemeralTo: user }),
  });
  return OK;
}

function replace(workspace: Workspace, original: PostedMessage, { text, blocks, response_type }: Node): typeof OK {
  const isPublic = original.ephemeralTo === undefined;
  if (isPublic !== (response_type === 'in_channel')) {
    if (isPublic) return refuse(workspace, 400, 'cannot_replace', 'a private answer in place of a public message');
  }
  Object.assign(original, { text: String(text), blocks: (blocks ?? []) as Node[], edits: original.edits + 1 });
  workspace.changed();
  return OK;
}

function remove(workspace: Workspace, { original }: ResponseUrl): typeof OK {
  if (!original) return refuse(workspace, 404, 'no_original');
  original.isDeleted = true;
  workspace.changed();
  return OK;
}

function refuse(workspace: Workspace, status: number, error: string, why = ''): { status: number; body: string } {
  workspace.refusals.push(`response_url: ${error} ${why}`.trim());
  workspace.changed();
  return { status, body: JSON.stringify({ ok: false, error }) };
}
