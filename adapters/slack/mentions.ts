// A mention is answered where it was asked: for everyone, in its thread, once.
import type { App } from '@slack/bolt';
import { type Asker, frameFor, teamOf } from './asker.ts';
import { cardMessage, sharedMessage } from './messages.ts';
import type { Service } from './service.ts';

export function registerMentions(app: App, service: Service): void {
  app.event('app_mention', async ({ event, body, client, context }) => {
    const { user, channel, thread_ts: threadTs } = event;
    // Two bots that answer each other never stop.
    if (event.bot_id || event.subtype === 'bot_message' || !user || user === context.botUserId) return;
    // The same message comes under several event ids where several workspaces share the channel.
    const edit = 'edited' in event ? JSON.stringify(event.edited) : '';
    const isNew = [`event ${body.event_id}`, `mention ${channel} ${event.ts} ${edit}`].map(service.seen.isNew);
    if (isNew.includes(false)) return;
    const asker: Asker = { user, team: event.team ?? teamOf(body), client, channel, ...(threadTs ? { threadTs } : {}) };
    await service.boundary.run(asker, 'mention', () => answer(service, asker, questionText(event.text)));
  });
}

async function answer({ core, languages, reply }: Service, asker: Asker, text: string): Promise<void> {
  const locale = await languages.of(asker.client, asker.team, asker.user);
  const { card, kind, locale: answered } = core.answer({ text, locale });
  const t = core.translate(answered);
  // A channel that asked nothing is not told how to ask.
  if (kind === 'help' || kind === 'none')
    return reply.privately(asker, cardMessage(card, { ...frameFor(asker, 'private'), t }));
  await reply.publicly(asker, sharedMessage(card, { ...frameFor(asker, 'shared'), t }));
}

function questionText(text: string): string {
  return plainText(text).trim();
}

/** What people wrote, without mentions and Slack's markup. */
export function plainText(text: string): string {
  return text
    .replace(/<[@!][^>]*>/g, ' ')
    .replace(/<#[^|>]*\|?([^>]*)>/g, '#$1')
    .replace(/<([^|>]+)\|([^>]+)>/g, '$2')
    .replace(/<([^|>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
