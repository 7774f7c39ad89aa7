// A message that mentions the bot, or is written to it alone → an answer by reply.
import {
  type APIDMChannel,
  type GatewayMessageCreateDispatchData,
  MessageFlags,
  MessageType,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Answer } from '#core';
import { isForbidden, isWithoutHistory } from './boundary.ts';
import type { DiscordContext } from './context.ts';
import { toComponents } from './render.ts';

type Components = NonNullable<RESTPostAPIChannelMessageJSONBody['components']>;

/** Mentions of anybody, channels, emoji, times: their digits are no status codes. */
const MARKUP = /<(?:[@#]|a?:|\/|t:)[^<>\n]*>/g;

/** Whether a person speaks to the bot: by its own name, not by @everyone, a role, or the ping of a reply. */
export function isForBot(
  { author, content, guild_id, type, webhook_id }: GatewayMessageCreateDispatchData,
  botId: string,
): boolean {
  if (author.bot || author.system || webhook_id || (type !== MessageType.Default && type !== MessageType.Reply))
    return false;
  return guild_id === undefined || new RegExp(`<@!?${botId}>`).test(content);
}

export async function answerMention(
  message: GatewayMessageCreateDispatchData,
  locale: string,
  context: DiscordContext,
): Promise<void> {
  const { core, rest } = context;
  const text = message.content.replace(MARKUP, ' ').trim();
  const answer = core.answer({ text, locale });
  const surface = message.guild_id === undefined ? 'direct' : 'public';
  const components = toComponents(answer.card, { surface, owner: message.author.id, t: core.translate(answer.locale) });
  try {
    await reply(message, components, rest);
  } catch (error) {
    if (!isForbidden(error) || surface === 'direct') throw error;
    await answerDirectly(message.author.id, answer, context);
  }
}

/** The nonce keeps a request that is sent again from becoming a second answer. */
async function reply(
  { id, channel_id }: GatewayMessageCreateDispatchData,
  components: Components,
  rest: REST,
): Promise<void> {
  const route = Routes.channelMessages(channel_id);
  const body = { ...bodyOf(components), nonce: id, enforce_nonce: true };
  try {
    await rest.post(route, { body: { ...body, message_reference: { message_id: id, fail_if_not_exists: false } } });
  } catch (error) {
    // Only those who may read the history may refer to it; an answer without is better than none.
    if (!isWithoutHistory(error)) throw error;
    await rest.post(route, { body });
  }
}

/** Where the bot may not post, the asker gets the card alone, and is told why. */
async function answerDirectly(userId: string, answer: Answer, { core, rest }: DiscordContext): Promise<void> {
  const t = core.translate(answer.locale);
  await sendDirectly(
    rest,
    userId,
    toComponents(answer.card, { surface: 'direct', owner: userId, t, notes: [t('chat.cannotPost')] }),
  );
}

/** A message that only this person sees: channels have no private words. */
export async function sendDirectly(rest: REST, userId: string, components: Components): Promise<void> {
  const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: userId } });
  const { id } = channel as Pick<APIDMChannel, 'id'>;
  await rest.post(Routes.channelMessages(id), { body: bodyOf(components) });
}

function bodyOf(components: Components): RESTPostAPIChannelMessageJSONBody {
  return { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } };
}
