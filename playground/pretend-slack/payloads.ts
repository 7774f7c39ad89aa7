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

export function pressPayload(
  context: InteractionContext,
  message: PostedMessage,
  { label, base, user }: { label: string; base: Node; user: string },
): Node {
  const isEphemeral = message.ephemeralTo !== undefined;
  const thread = message.threadTs ? { thread_ts: message.threadTs } : {};
  return {
    ...base,
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...thread,
    },
    channel: { id: message.channel, name: message.channel },
    ...(isEphemeral
      ? {}
      : {
          message: {
            type: 'message',
            user: context.workspace.botUser,
            ts: message.ts,
            text: message.text,
            blocks: message.blocks,
            ...thread,
          },
        }),
    response_url: issue(context, { user, channel: message.channel }, message),
    actions: [findAction(message.blocks, label)],
  };
}

export function issue(
  context: InteractionContext,
  place: { user: string; channel: string },
  original: PostedMessage | undefined,
): string {
  return context.responseAddress(context.responseUrls.issue({ ...place, original }));
}

/** The button with this label, or the menu with this option, as it comes back when pressed. */
export function findAction(blocks: readonly Node[], label: string): Node {
  for (const { type, elements, block_id = 'b0' } of blocks) {
    if (type !== 'actions') continue;
    for (const { text, options, action_id, type: kind } of elements as Node[]) {
      const id = { type: kind, action_id, block_id, action_ts: '1' };
      if ((text as Node | undefined)?.text === label) return { ...id, text };
      const option = (options as Node[] | undefined)?.find((one) => (one.text as Node).text === label);
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
