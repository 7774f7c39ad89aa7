// The payloads that Slack sends for what people do.
import type { ShapeCheck } from './block-kit-schema.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Node } from './text-rules.ts';
import type { Transport } from './transport.ts';
import type { Triggers } from './triggers.ts';
import type { OpenView, PostedMessage, Workspace } from './workspace.ts';

export interface InteractionContext {
  workspace: Workspace;
  check: ShapeCheck;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  responseAddress: (id: string) => string;
  transport: () => Transport;
}

export interface Where {
  user: string;
  channel?: string;
}

/** What every interaction says about the person and the workspace. */
export function basePayload({ workspace, triggers }: InteractionContext, user: string): Node {
  return {
    token: 'pretend',
    api_app_id: 'A0PRETEND',
    team: { id: workspace.team, domain: 'pretend' },
    user: { id: user, username: user, name: user, team_id: workspace.team },
    trigger_id: triggers.issue(user),
  };
}

export function commandPayload(
  context: InteractionContext,
  typed: { command: string; text: string },
  where: Required<Where>,
): Node {
  const { user, channel } = where;
  return {
    token: 'pretend',
    ...typed,
    response_url: issue(context, where, undefined),
    trigger_id: context.triggers.issue(user),
    user_id: user,
    user_name: user,
    team_id: context.workspace.team,
    team_domain: 'pretend',
    channel_id: channel,
    channel_name: channel,
    api_app_id: 'A0PRETEND',
    is_enterprise_install: 'false',
  };
}

export function messageAction(
  context: InteractionContext,
  { id, message }: { id: string; message: Node },
  { user, channel = 'C0INCIDENT' }: Where,
): Node {
  const response_url = issue(context, { user, channel }, undefined);
  return {
    type: 'message_action',
    callback_id: id,
    message,
    message_ts: message.ts,
    action_ts: '1',
    channel: { id: channel, name: channel },
    response_url,
  };
}

export function viewAction(open: OpenView, action: Node): Node {
  return {
    type: 'block_actions',
    container: { type: 'view', view_id: open.id },
    view: viewPayload(open),
    actions: [action],
  };
}

export function pickAction(view: Node, option: Node): Node {
  const { action_id } = externalSelect(view);
  return { type: 'external_select', action_id, block_id: 'b0', selected_option: option, action_ts: '1' };
}

export function eventPayload({ team, botUser, nextId }: Workspace, event: Node): Node {
  return {
    token: 'pretend',
    type: 'event_callback',
    team_id: team,
    api_app_id: 'A0PRETEND',
    event_id: nextId('Ev'),
    event_time: 1,
    event,
    authorizations: [{ enterprise_id: null, team_id: team, user_id: botUser, is_bot: true }],
  };
}

export function pressPayload(
  context: InteractionContext,
  message: PostedMessage,
  { label, base, user }: { label: string; base: Node; user: string },
): Node {
  const { channel, ts, ephemeralTo } = message;
  const container = { type: 'message', message_ts: ts, channel_id: channel };
  const common = {
    ...base,
    type: 'block_actions',
    channel: { id: channel, name: channel },
    response_url: issue(context, { user, channel }, message),
    actions: [findAction(message.blocks, label)],
  };
  // A press on a private card says nothing about the message but its timestamp.
  if (ephemeralTo !== undefined) return { ...common, container: { ...container, is_ephemeral: true } };
  return { ...common, container: { ...container, is_ephemeral: false }, message: publicContent(context, message) };
}

function publicContent({ workspace }: InteractionContext, { ts, text, blocks, threadTs }: PostedMessage): Node {
  return { type: 'message', user: workspace.botUser, ts, text, blocks, ...(threadTs ? { thread_ts: threadTs } : {}) };
}

export function issue(
  context: InteractionContext,
  place: { user: string; channel: string },
  original: PostedMessage | undefined,
): string {
  return context.responseAddress(context.responseUrls.issue({ ...place, original }));
}

/** The button with this label or id, or the menu with this option or value, as it comes back when pressed. */
export function findAction(blocks: readonly Node[], label: string): Node {
  for (const { type, elements, block_id = 'b0' } of blocks) {
    if (type !== 'actions') continue;
    for (const { text, options, action_id, type: kind } of elements as Node[]) {
      const id = { type: kind, action_id, block_id, action_ts: '1' };
      if ((text as Node | undefined)?.text === label || (text && action_id === label)) return { ...id, text };
      const option = (options as Node[] | undefined)?.find(
        (one) => (one.text as Node).text === label || one.value === label,
      );
      if (option) return { ...id, selected_option: option };
    }
  }
  throw new Error(`nothing here says "${label}"`);
}

export function viewPayload({ id, view }: OpenView): Node {
  return {
    private_metadata: '',
    callback_id: '',
    state: { values: {} },
    ...view,
    id,
    team_id: 'T0PRETEND',
    hash: `1.${id}`,
    bot_id: 'B0BOT',
  };
}

export function externalSelect({ blocks }: Node): Node {
  const elements = (blocks as Node[]).flatMap(({ elements: nested }) => (nested ?? []) as Node[]);
  const select = elements.find(({ type }) => type === 'external_select');
  if (!select) throw new Error('the window has no search field');
  return select;
}
