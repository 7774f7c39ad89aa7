// The Web API methods in use, with the errors that Slack gives.
import type { ShapeCheck } from './block-kit-schema.ts';
import { viewFaults } from './block-rules.ts';
import { contentFault } from './message-rules.ts';
import type { Node } from './text-rules.ts';
import type { Triggers } from './triggers.ts';
import { addMessage, type Workspace } from './workspace.ts';

export interface ApiContext {
  workspace: Workspace;
  check: ShapeCheck;
  triggers: Triggers;
  /** Address for a new socket. */
  openSocket: () => string;
}

export type ApiResult = Node & { ok: boolean };

interface Method {
  token: 'bot' | 'app';
  scope?: string;
  args: readonly string[];
  run: (args: Node, context: ApiContext) => ApiResult;
}

const MESSAGE_ARGS = ['channel', 'text', 'blocks', 'thread_ts', 'unfurl_links', 'unfurl_media'];

export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': { token: 'bot', args: [], run: (_, { workspace }) => identity(workspace) },
  'apps.connections.open': { token: 'app', args: [], run: (_, { openSocket }) => ({ ok: true, url: openSocket() }) },
  'users.info': { token: 'bot', scope: 'users:read', args: ['user', 'include_locale'], run: userInfo },
  'chat.postMessage': { token: 'bot', scope: 'chat:write', args: MESSAGE_ARGS, run: postMessage },
  'chat.postEphemeral': { token: 'bot', scope: 'chat:write', args: [...MESSAGE_ARGS, 'user'], run: postEphemeral },
  'views.open': { token: 'bot', args: ['trigger_id', 'view'], run: openView },
  'views.update': { token: 'bot', args: ['view_id', 'view', 'hash'], run: updateView },
  'views.publish': { token: 'bot', args: ['user_id', 'view', 'hash'], run: publishHome },
};

function identity({ team, botUser, botId }: Workspace): ApiResult {
  return {
    ok: true,
    url: 'https://pretend.slack.com/',
    team: 'Pretend',
    team_id: team,
    user: 'slash_http',
    user_id: botUser,
    bot_id: botId,
  };
}

function userInfo({ user, include_locale }: Node, { workspace }: ApiContext): ApiResult {
  const person = workspace.people.get(String(user));
  if (!person) return refused(workspace, 'users.info', 'user_not_found');
  const { locale, ...rest } = person;
  return { ok: true, user: { ...rest, is_bot: false, ...(include_locale ? { locale } : {}) } };
}

function postMessage(args: Node, { workspace, check }: ApiContext): ApiResult {
  const channel = String(args.channel);
  const isDirect = workspace.people.has(channel);
  const error = isDirect ? undefined : channelError(workspace, channel);
  if (error) return refused(workspace, 'chat.postMessage', error);
  const fault = contentFault(args, check) ?? threadFault(workspace, args);
  if (fault) return refused(workspace, 'chat.postMessage', fault.error, fault.why);
  const message = addMessage(workspace, {
    channel: isDirect ? `D${channel}` : channel,
    by: workspace.botUser,
    ...content(args),
  });
  return { ok: true, channel: message.channel, ts: message.ts };
}

function postEphemeral(args: Node, { workspace, check }: ApiContext): ApiResult {
  const channel = String(args.channel);
  const error =
    channelError(workspace, channel, 'ephemeral') ??
    (workspace.people.has(String(args.user)) ? undefined : 'user_not_in_channel');
  if (error) return refused(workspace, 'chat.postEphemeral', error);
  const fault = contentFault(args, check) ?? threadFault(workspace, args);
  if (fault) return refused(workspace, 'chat.postEphemeral', fault.error, fault.why);
  const message = addMessage(workspace, {
    channel,
    by: workspace.botUser,
    ephemeralTo: String(args.user),
    ...content(args),
  });
  return { ok: true, message_ts: message.ts };
}

/** Where posting is closed to apps, a word to one person still gets through. */
function channelError({ conversations }: Workspace, channel: string, kind?: 'ephemeral'): string | undefined {
  const conversation = conversations.get(channel);
  if (!conversation) return 'channel_not_found';
  if (!conversation.hasBot) return 'not_in_channel';
  return conversation.isOpen || kind ? undefined : 'restricted_action';
}

function threadFault(
  { messages }: Workspace,
  { channel, thread_ts }: Node,
): { error: string; why: string } | undefined {
  if (thread_ts === undefined || messages.some((message) => message.channel === channel && message.ts === thread_ts))
    return undefined;
  return { error: 'cannot_reply_to_message', why: `no message ${String(thread_ts)} in ${String(channel)}` };
}

function content({ text, blocks, thread_ts }: Node) {
  return {
    text: String(text),
    blocks: (blocks ?? []) as Node[],
    ...(thread_ts ? { threadTs: String(thread_ts) } : {}),
  };
}

function openView({ trigger_id, view }: Node, context: ApiContext): ApiResult {
  const { workspace, triggers } = context;
  const trigger = triggers.use(String(trigger_id));
  if ('error' in trigger) return refused(workspace, 'views.open', trigger.error);
  return setView(context, 'views.open', { id: workspace.nextId('V'), user: trigger.user, view: view as Node });
}

function updateView({ view_id, view }: Node, context: ApiContext): ApiResult {
  const open = [...context.workspace.windows.values()].find(({ id }) => id === view_id);
  if (!open) return refused(context.workspace, 'views.update', 'not_found');
  return setView(context, 'views.update', { ...open, view: view as Node });
}

function setView(
  { workspace, check }: ApiContext,
  method: string,
  open: { id: string; user: string; view: Node },
): ApiResult {
  const faults = viewFaults(open.view, check);
  if (open.view.type !== 'modal') faults.push('view: no modal');
  if (faults.length > 0) return refused(workspace, method, 'invalid_arguments', faults.join('; '));
  workspace.windows.set(open.user, open);
  workspace.changed();
  return { ok: true, view: { ...open.view, id: open.id } };
}

function publishHome({ user_id, view }: Node, { workspace, check }: ApiContext): ApiResult {
  const faults = viewFaults(view, check);
  if ((view as Node).type !== 'home') faults.push('view: no home');
  if (!workspace.people.has(String(user_id))) return refused(workspace, 'views.publish', 'user_not_found');
  if (faults.length > 0) return refused(workspace, 'views.publish', 'invalid_arguments', faults.join('; '));
  workspace.homes.set(String(user_id), view as Node);
  workspace.changed();
  return { ok: true, view: view as Node };
}

export function refused(workspace: Workspace, method: string, error: string, why = ''): ApiResult {
  workspace.refusals.push(`${method}: ${error} ${why}`.trim());
  return { ok: false, error };
}
