// A message that mentions the bot, or is written to it alone → an answer by reply.
import {
  type APIMessage,
  type GatewayMessageCreateDispatchData,
  MessageFlags,
  MessageType,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Answer } from '#core';
import { isForbidden } from './boundary.ts';
import type { DiscordContext } from './context.ts';
import { toComponents } from './render.ts';

/** Mentions of anybody, channels, emoji, times: their digits are no status codes. */
const MARKUP = /<(?:[@#]|a?:|\/|t:)[^<>\n]*>/g;
/** A question in Chinese; Japanese has characters of its own among them. */
const CHINESE = /^(?!.*[\p{Script=Hiragana}\p{Script=Katakana}]).*\p{Script=Han}/su;

/** Whether a person speaks to the bot: by its own name, not by @everyone, a role, or the ping of a reply. */
export function isForBot(
  { author, content, guild_id, type, webhook_id }: GatewayMessageCreateDispatchData,
  botId: string,
): boolean {
  if (author.bot || author.system || webhook_id || (type !== MessageType.Default && type !== MessageType.Reply))
    return false;
  return guild_id === undefined || new RegExp(`<@!?${botId}>`).test(content);
}

export async function answerMention(message: GatewayMessageCreateDispatchData, context: DiscordContext): Promise<void> {
  const { core, rest } = context;
  const text = message.content.replace(MARKUP, ' ').trim();
  const locale = await mentionLocale(message, context);
  const answer = core.answer({ text, locale });
  const surface = message.guild_id === undefined ? 'direct' : 'public';
  const components = toComponents(answer.card, { surface, owner: message.author.id, t: core.translate(answer.locale) });
  const reference = { message_id: message.id, fail_if_not_exists: false };
  try {
    await rest.post(Routes.channelMessages(message.channel_id), {
      body: { ...bodyOf(components), message_reference: reference, nonce: message.id, enforce_nonce: true },
    });
  } catch (error) {
    if (!isForbidden(error) || surface === 'direct') throw error;
    await answerDirectly(message.author.id, answer, context);
  }
}

/** The question's own language, else that of the server. */
export async function mentionLocale(
  { content, guild_id }: GatewayMessageCreateDispatchData,
  context: DiscordContext,
): Promise<string> {
  const { core, defaultLocale, guildLocales } = context;
  if (CHINESE.test(content)) return core.negotiate(['zh']) ?? defaultLocale;
  return core.negotiate([await guildLocales.of(guild_id)]) ?? defaultLocale;
}

/** Where the bot may not post, the asker gets the card alone, and is told why. */
async function answerDirectly(userId: string, answer: Answer, { core, rest }: DiscordContext): Promise<void> {
  const t = core.translate(answer.locale);
  const components = toComponents(answer.card, { surface: 'direct', owner: userId, t, notes: [t('chat.cannotPost')] });
  const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as Pick<
    APIMessage,
    'id'
  >;
  await rest.post(Routes.channelMessages(channel.id), { body: bodyOf(components) });
}

function bodyOf(
  components: NonNullable<RESTPostAPIChannelMessageJSONBody['components']>,
): RESTPostAPIChannelMessageJSONBody {
  return { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } };
}
