// The search window: type-ahead, the chosen card, and Share to a chosen conversation.
import type { App, BlockAction, SlackViewAction } from '@slack/bolt';
import type { ActionsBlock, InputBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import { type Ask, type Core, fitUnits, legible, MAX_ASK_LENGTH, type Translate } from '#core';
import { type Asker, askerOf, frameFor } from './asker.ts';
import { LIMITS } from './limits.ts';
import { boundedText } from './message-text.ts';
import { answerMessage, questionOf, withinLimit } from './messages.ts';
import { toBlocks } from './render.ts';
import type { Service } from './service.ts';

const WINDOW = 'look-up';
const SHARE_BLOCK = 'share';
/** More are not read while typing. */
const MAX_SUGGESTIONS = 20;

export function registerWindow(app: App, service: Service): void {
  app.options(WINDOW, async ({ ack, body, client, options }) => {
    const asker = askerOf(body, client);
    await service.boundary.run(asker, 'suggest', async () => {
      if (!service.rateLimit.allows(asker, 'typing')) return ack({ options: [] });
      const locale = await service.languages.of(client, asker.team, asker.user);
      await ack({ options: suggestedOptions(service.core, boundedText(options.value), locale) });
    });
  });
  app.view(WINDOW, async ({ ack, body, client, view }) => {
    const asker = sharerOf(body, client);
    await service.boundary.run(asker, 'share from window', async () => {
      await service.acknowledge(ack);
      const ask = askOf(view.private_metadata);
      // A window is closed by what it sends, so it sends once.
      if (!ask || !service.seen.isNew(`window ${view.id}`) || (await service.rateLimit.refuses(asker))) return;
      const frame = frameFor(asker, 'shared', service.threads);
      await service.reply.publicly(asker, answerMessage(service.core, questionOf(ask), frame));
    });
  });
}

/** The conversation that was chosen is where the card goes. */
function sharerOf(body: SlackViewAction, client: Asker['client']): Asker {
  const [target] = 'response_urls' in body ? (body.response_urls ?? []) : [];
  const chosen = body.view.state?.values?.[SHARE_BLOCK]?.[WINDOW]?.selected_conversation;
  const channel = target?.channel_id ?? (typeof chosen === 'string' ? chosen : undefined);
  return {
    ...askerOf(body, client),
    ...(channel ? { channel } : {}),
    ...(target ? { responseUrl: target.response_url } : {}),
  };
}

/** Whether a question was picked in the window. */
export function isPicked(actionId: string): boolean {
  return actionId === WINDOW;
}

/** `trigger` must be fresh: Slack takes it for three seconds. */
export async function openWindow(
  service: Pick<Service, 'core' | 'delivery' | 'languages'>,
  asker: Asker,
  trigger: string,
): Promise<void> {
  const locale = await service.languages.of(asker.client, asker.team, asker.user);
  const view = searchView(service.core.translate(locale));
  await service.delivery.call(() => asker.client.views.open({ trigger_id: trigger, view }));
}

/** In the window that is open; from the Home tab, in a new one. */
export async function showInWindow(
  { core, delivery }: Pick<Service, 'core' | 'delivery'>,
  ask: Ask,
  { asker, body }: { asker: Asker; body: BlockAction },
): Promise<void> {
  const view = cardView(core, ask, asker.user);
  const { client } = asker;
  await delivery.call<unknown>(() =>
    body.view?.type === 'modal'
      ? client.views.update({ view_id: body.view.id, view })
      : client.views.open({ trigger_id: body.trigger_id, view }),
  );
}

function searchView(t: Translate): ModalView {
  return {
    type: 'modal',
    callback_id: WINDOW,
    title: plain(t('slack.window.title'), LIMITS.viewTitle.max),
    close: plain(t('slack.window.close'), LIMITS.viewTitle.max),
    blocks: [searchBlock(t)],
  };
}

function cardView(core: Core, ask: Ask, owner: string): ModalView {
  const { card, locale } = core.answer(questionOf(ask));
  const t = core.translate(locale);
  const frame = { surface: 'window', owner, t } as const;
  const blocks = withinLimit(toBlocks(card, frame), LIMITS.viewBlocks.max - 2, frame);
  return {
    ...searchView(t),
    submit: plain(t('actions.share'), LIMITS.viewTitle.max),
    private_metadata: JSON.stringify(ask),
    blocks: [searchBlock(t), ...blocks, shareBlock(t)],
  };
}

function searchBlock(t: Translate): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'external_select',
        action_id: WINDOW,
        placeholder: plain(t('slack.window.placeholder'), LIMITS.placeholder.max),
        min_query_length: 1,
      },
    ],
  };
}

/** Its response_url lets the card be posted where the bot is no member. */
function shareBlock(t: Translate): InputBlock {
  return {
    type: 'input',
    block_id: SHARE_BLOCK,
    label: plain(t('slack.window.shareTo'), LIMITS.placeholder.max),
    element: {
      type: 'conversations_select',
      action_id: WINDOW,
      default_to_current_conversation: true,
      response_url_enabled: true,
    },
  };
}

/** What was typed can always be asked, also where nothing is suggested for it. */
function suggestedOptions(core: Core, typed: string, locale: string): PlainTextOption[] {
  const suggestions = core
    .suggest(typed, locale, MAX_SUGGESTIONS)
    .filter(({ query }) => query.length <= LIMITS.optionValue.max);
  const asTyped = legible(typed).replace(/\s+/g, ' ').trim();
  const isOffered =
    asTyped === '' || asTyped.length > MAX_ASK_LENGTH || suggestions.some(({ query }) => query === asTyped);
  const own = isOffered
    ? []
    : [{ query: asTyped, label: core.translate(locale)('slack.window.ask', { text: asTyped }) }];
  return [...suggestions, ...own].map(({ query, label }) => ({
    text: plain(label, LIMITS.optionText.max),
    value: query,
  }));
}

function askOf(metadata: string): Ask | undefined {
  try {
    const { query, detail, locale } = JSON.parse(metadata) as Record<string, unknown>;
    if (typeof query !== 'string' || typeof locale !== 'string') return undefined;
    return detail === 'compact' || detail === 'full' ? { query, detail, locale } : undefined;
  } catch {
    return undefined;
  }
}

function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: fitUnits(text, limit), emoji: false };
}
