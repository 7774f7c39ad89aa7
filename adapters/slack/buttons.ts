// What a press on a card does.
import type { App, BlockAction } from '@slack/bolt';
import { type Ask, legible, MAX_ASK_LENGTH, shorten } from '#core';
import type { Button } from '../button-id.ts';
import { isLink, type Press, pressOf } from './actions.ts';
import { type Asker, askerOf, frameFor } from './asker.ts';
import { answerMessage, onlySharerMessage, questionOf, wordMessage } from './messages.ts';
import { isPicked, openWindow, showInWindow } from './search-window.ts';
import type { Service } from './service.ts';
import type { Threads } from './threads.ts';

/** A press, with what its handling needs. */
interface Pressed {
  asker: Asker;
  body: BlockAction;
}

export function registerButtons(app: App, service: Service): void {
  app.action({ type: 'block_actions' }, async ({ ack, body, client, action }) => {
    const asker = askerAt(body, client, { blockId: action.block_id, threads: service.threads });
    await service.boundary.run(asker, 'press', async () => {
      await service.acknowledge(ack);
      if (isLink(action.action_id) || (await service.rateLimit.refuses(asker))) return;
      const option = 'selected_option' in action ? (action.selected_option?.value ?? undefined) : undefined;
      const press = await meaningOf(service, asker, { id: action.action_id, option });
      await pressed(service, press, { asker, body });
    });
  });
}

/** Slack says in which thread the card is, else the card itself does. */
function askerAt(
  body: BlockAction,
  client: Asker['client'],
  { blockId, threads }: { blockId: string | undefined; threads: Threads },
): Asker {
  const asker = askerOf(body, client);
  const threadTs = asker.threadTs ?? threads.unseal(blockId ?? '', asker.channel ?? '');
  return { ...asker, ...(threadTs ? { threadTs } : {}) };
}

/** What was picked in the search window is a question; everything else carries its meaning. */
async function meaningOf(
  { languages }: Service,
  asker: Asker,
  { id, option }: { id: string; option: string | undefined },
): Promise<Press> {
  if (!isPicked(id)) return pressOf(id, option);
  const locale = await languages.of(asker.client, asker.team, asker.user);
  const query = shorten(legible(option ?? ''), MAX_ASK_LENGTH);
  return { verb: 'show', owner: asker.user, ask: { query, detail: 'compact', locale } };
}

async function pressed(service: Service, press: Press, by: Pressed): Promise<void> {
  switch (press.verb) {
    case 'old':
      return oldCard(service, press.query, by.asker);
    case 'search':
      return openWindow(service, by.asker, by.body.trigger_id);
    case 'show':
      return show(service, press.ask, by);
    case 'share':
      return share(service, press, by);
    case 'delete':
      return remove(service, press, by.asker);
  }
}

/** In place of a private card; a card that others see stays as it is, and the answer is private. */
async function show(service: Service, ask: Ask, { asker, body }: Pressed): Promise<void> {
  const { core, reply, threads } = service;
  if (body.view) return showInWindow(service, ask, { asker, body });
  const message = answerMessage(core, questionOf(ask), frameFor(asker, 'private', threads));
  await (isPrivate(body) ? reply.replacing(asker, message) : reply.privately(asker, message));
}

/** An ordinary message for everyone; then the private card goes. */
async function share(service: Service, { ask }: Button, { asker, body }: Pressed): Promise<void> {
  const { core, reply, seen, log, threads } = service;
  // Where the card stays, another answer may follow in it.
  const key = `share ${asker.channel} ${asker.user} ${body.container?.message_ts} ${JSON.stringify(ask)}`;
  if (!seen.isNew(key)) return;
  try {
    await reply.publicly(asker, answerMessage(core, questionOf(ask), frameFor(asker, 'shared', threads)));
  } catch (error) {
    seen.forget(key);
    throw error;
  }
  if (!isPrivate(body)) return;
  // It is shared already: a private card that stays is no failure to tell anyone.
  await reply.removing(asker).catch((error: unknown) => log.warn({ err: error }, 'the private card stayed'));
}

async function remove({ core, languages, reply }: Service, { owner }: Button, asker: Asker): Promise<void> {
  if (owner !== '' && owner === asker.user) return reply.removing(asker);
  const t = core.translate(await languages.of(asker.client, asker.team, asker.user));
  await reply.privately(asker, onlySharerMessage(t, owner));
}

async function oldCard({ core, languages, reply }: Service, query: string, asker: Asker): Promise<void> {
  const t = core.translate(await languages.of(asker.client, asker.team, asker.user));
  // It comes from outside, and goes between signs of code.
  const shown = shorten(legible(query).replaceAll('`', "'").replace(/\s+/g, ' '), MAX_ASK_LENGTH);
  await reply.privately(asker, wordMessage(shown ? t('chat.oldCard', { query: shown }) : t('chat.oldCardUnknown')));
}

function isPrivate({ container }: BlockAction): boolean {
  return container?.is_ephemeral === true;
}
