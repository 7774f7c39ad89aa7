// What people do in the pretend Slack, as the payloads that Slack sends for it.
import { messageFault } from './message-rules.ts';
import {
  basePayload,
  commandPayload,
  eventPayload,
  externalSelect,
  findAction,
  type InteractionContext,
  issue,
  messageAction,
  pickAction,
  pressPayload,
  viewAction,
  viewPayload,
  type Where,
} from './payloads.ts';
import { lengthFaults, type Node } from './text-rules.ts';
import type { Acknowledgement, Delivery } from './transport.ts';
import { addMessage, type OpenView, type PostedMessage } from './workspace.ts';

export interface Interactions {
  command: (command: string, text: string, where: Where) => Promise<Acknowledgement>;
  /** Presses the button with this label, or picks this option of a menu. */
  press: (message: PostedMessage, label: string, user: string) => Promise<Acknowledgement>;
  pressInView: (user: string, label: string, place?: 'window' | 'home') => Promise<Acknowledgement>;
  /** Options that the window's search field offers. */
  type: (user: string, typed: string) => Promise<Node[]>;
  pick: (user: string, option: Node) => Promise<Acknowledgement>;
  submit: (user: string, conversation: string) => Promise<Acknowledgement>;
  messageShortcut: (callbackId: string, message: Node, where: Where) => Promise<Acknowledgement>;
  globalShortcut: (callbackId: string, user: string) => Promise<Acknowledgement>;
  /** Any event; gives what was sent, to be delivered again. */
  event: (event: Node) => Promise<Delivery>;
  deliver: (delivery: Delivery) => Promise<Acknowledgement>;
}

export function createInteractions(context: InteractionContext): Interactions {
  const { workspace, transport } = context;
  const base = (user: string): Node => basePayload(context, user);
  const deliver = (delivery: Delivery) => transport()(delivery);
  const interact = (payload: Node) => deliver({ kind: 'interactive', payload });
  const inView = (open: OpenView, user: string, action: Node) =>
    interact({ ...base(user), ...viewAction(open, action) });
  const windowOf = (user: string): OpenView => {
    const open = workspace.windows.get(user);
    if (!open) throw new Error(`${user} has no window open`);
    return open;
  };
  return {
    deliver,
    command: (command, text, where) => sendCommand(context, { command, text }, where),
    press: (message, label, user) => interact(pressPayload(context, message, { label, base: base(user), user })),
    pressInView: (user, label, place = 'window') => {
      const open = place === 'home' ? { id: 'VHOME', user, view: workspace.homes.get(user) ?? {} } : windowOf(user);
      return inView(open, user, findAction((open.view.blocks ?? []) as Node[], label));
    },
    type: (user, typed) => typeAhead(context, { user, typed, base: base(user), open: windowOf(user) }),
    pick: (user, option) => inView(windowOf(user), user, pickAction(windowOf(user).view, option)),
    submit: (user, conversation) => submitView(context, { base: base(user), open: windowOf(user), conversation }),
    messageShortcut: (id, message, where) =>
      interact({ ...base(where.user), ...messageAction(context, { id, message }, where) }),
    globalShortcut: (callback_id, user) => interact({ ...base(user), type: 'shortcut', callback_id, action_ts: '1' }),
    event: async (event) => {
      const delivery: Delivery = { kind: 'events_api', payload: eventPayload(workspace, event) };
      await deliver(delivery);
      return delivery;
    },
  };
}

async function sendCommand(
  context: InteractionContext,
  { command, text }: { command: string; text: string },
  { user, channel = 'C0INCIDENT' }: Where,
): Promise<Acknowledgement> {
  const { workspace, check } = context;
  const payload = commandPayload(context, { command, text }, { user, channel });
  const acknowledgement = await context.transport()({ kind: 'slash_commands', payload });
  const { body } = acknowledgement;
  if (!body) return acknowledgement;
  const fault = messageFault(body, check);
  if (fault) {
    workspace.refusals.push(`acknowledgement: ${fault.error} ${fault.why}`);
    return acknowledgement;
  }
  const isPublic = body.response_type === 'in_channel';
  addMessage(workspace, {
    channel,
    text: String(body.text),
    blocks: (body.blocks ?? []) as Node[],
    by: workspace.botUser,
    ...(isPublic ? {} : { ephemeralTo: user }),
  });
  return acknowledgement;
}

async function typeAhead(
  context: InteractionContext,
  { typed, base, open }: { user: string; typed: string; base: Node; open: OpenView },
): Promise<Node[]> {
  const select = externalSelect(open.view);
  if (typed.length < Number(select.min_query_length ?? 3)) return [];
  const payload = {
    ...base,
    type: 'block_suggestion',
    container: { type: 'view', view_id: open.id },
    view: viewPayload(open),
    action_id: select.action_id,
    block_id: 'b0',
    value: typed,
  };
  const { body } = await context.transport()({ kind: 'interactive', payload });
  const options = (body?.options ?? []) as Node[];
  const faults =
    options.length > 100 ? ['more than 100 options'] : options.flatMap((option) => lengthFaults(option, 'options'));
  if (faults.length > 0) context.workspace.refusals.push(`options: ${faults.join('; ')}`);
  return options;
}

async function submitView(
  context: InteractionContext,
  { base, open, conversation }: { base: Node; open: OpenView; conversation: string },
): Promise<Acknowledgement> {
  const blocks = (open.view.blocks ?? []) as Node[];
  const input = blocks.find(({ type }) => type === 'input') ?? {};
  const { action_id, response_url_enabled } = (input.element ?? {}) as Node;
  const block_id = String(input.block_id);
  const url = {
    response_url: issue(context, { user: open.user, channel: conversation }, undefined),
    channel_id: conversation,
    block_id,
    action_id,
  };
  const state = {
    values: {
      [block_id]: { [String(action_id)]: { type: 'conversations_select', selected_conversation: conversation } },
    },
  };
  const payload = {
    ...base,
    type: 'view_submission',
    view: { ...viewPayload(open), state },
    response_urls: response_url_enabled ? [url] : [],
  };
  const acknowledgement = await context.transport()({ kind: 'interactive', payload });
  if (!acknowledgement.body) context.workspace.windows.delete(open.user);
  context.workspace.changed();
  return acknowledgement;
}
