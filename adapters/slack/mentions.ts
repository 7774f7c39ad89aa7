// A mention is answered where it was asked: for everyone, in its thread, once.
import type { App } from '@slack/bolt';
import type { AppMentionEvent } from '@slack/types';
import { type Asker, frameFor, teamOf, timestampOf } from './asker.ts';
import { boundedText } from './message-text.ts';
import { cardMessage, sharedMessage } from './messages.ts';
import { plainText } from './plain-text.ts';
import type { Service } from './service.ts';

export function registerMentions(app: App, service: Service): void {
  app.event('app_mention', async ({ event, body, client, context }) => {
    const { user, channel } = event;
    // Two bots that answer each other never stop.
    if (event.bot_id || event.subtype === 'bot_message' || !user || user === context.botUserId) return;
    const threadTs = timestampOf(event.thread_ts);
    const asker: Asker = { user, team: event.team ?? teamOf(body), client, channel, ...(threadTs ? { threadTs } : {}) };
    await service.boundary.run(asker, 'mention', async () => {
      if (!service.seen.isNew(nameOf(event, body.event_id)) || (await service.rateLimit.refuses(asker))) return;
      await answer(service, asker, questionText(boundedText(event.text)));
    });
  });
}

/** The same message comes under several event ids where several workspaces share the channel. */
function nameOf(event: AppMentionEvent, eventId: string): string {
  const edited = 'edited' in event ? timestampOf((event.edited as { ts?: unknown } | null)?.ts) : '';
  return event.ts ? `mention ${event.channel} ${event.ts} ${edited}` : `event ${eventId}`;
}

async function answer({ core, languages, reply, threads }: Service, asker: Asker, text: string): Promise<void> {
  const locale = await languages.ofQuestion(text, asker);
  const { card, kind, locale: answered } = core.answer({ text, locale });
  const t = core.translate(answered);
  // A channel that asked nothing is not told how to ask.
  if (kind === 'help' || kind === 'none')
    return reply.privately(asker, cardMessage(card, { ...frameFor(asker, 'private', threads), t }));
  await reply.publicly(asker, sharedMessage(card, { ...frameFor(asker, 'shared', threads), t }));
}

function questionText(text: string): string {
  return plainText(text).trim();
}
