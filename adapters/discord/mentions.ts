// A message that mentions the bot, or is written to it alone → an answer by reply.
import { type REST, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import type { Answer } from '#core';
import { isForbidden, isWithoutHistory, withinBoundary } from './boundary.ts';
import type { DiscordContext } from './context.ts';
import { mentionLocale } from './languages.ts';
import type { Mention } from './mention.ts';
import { type Components, channelMessage, sendDirectly } from './messages.ts';
import { toComponents, toNotice } from './render.ts';

/** Mentions of anybody, channels, emoji, times: their digits are no status codes. */
const MARKUP = /<(?:[@#]|a?:|\/|t:)[^<>\n]*>/g;

/** Never rejects. */
export async function onMention(mention: Mention, context: DiscordContext): Promise<void> {
  const { core, log, rest, turns } = context;
  const { id, authorId } = mention;
  const mayAsk = turns.mayAsk(authorId);
  if (!mayAsk && !turns.isFirstRefusal(authorId)) return;
  const locale = await mentionLocale(mention, context);
  const t = core.translate(locale);
  const tell = (words: string): Promise<void> => sendDirectly(rest, { to: authorId, about: id }, toNotice(words));
  const boundary = { kind: 'mention', ids: { message: id }, log, t, tell };
  if (mayAsk) await withinBoundary(boundary, () => answerMention(mention, locale, context));
  // Whoever takes no direct messages has nothing to apologize for either.
  else await tell(t('discord.tooMany')).catch((error: unknown) => log.debug({ err: error }, 'refused without a word'));
}

async function answerMention(mention: Mention, locale: string, context: DiscordContext): Promise<void> {
  const { core, rest } = context;
  const text = mention.content.replace(MARKUP, ' ').trim();
  const answer = core.answer({ text, locale });
  const surface = mention.guildId === undefined ? 'direct' : 'public';
  const components = toComponents(answer.card, { surface, owner: mention.authorId, t: core.translate(answer.locale) });
  try {
    await reply(mention, components, rest);
  } catch (error) {
    if (!isForbidden(error) || surface === 'direct') throw error;
    await answerDirectly(mention, answer, context);
  }
}

async function reply({ id, channelId }: Mention, components: Components, rest: REST): Promise<void> {
  const route = Routes.channelMessages(channelId);
  const body: RESTPostAPIChannelMessageJSONBody = channelMessage(components, id);
  try {
    await rest.post(route, { body: { ...body, message_reference: { message_id: id, fail_if_not_exists: false } } });
  } catch (error) {
    // Only those who may read the history may refer to it; an answer without is better than none.
    if (!isWithoutHistory(error)) throw error;
    await rest.post(route, { body });
  }
}

/** Where the bot may not post, the asker gets the card alone, and is told why. */
async function answerDirectly({ id, authorId }: Mention, answer: Answer, context: DiscordContext): Promise<void> {
  const t = context.core.translate(answer.locale);
  const frame = { surface: 'direct', owner: authorId, t, notes: [t('chat.cannotPost')] } as const;
  await sendDirectly(context.rest, { to: authorId, about: id }, toComponents(answer.card, frame));
}
