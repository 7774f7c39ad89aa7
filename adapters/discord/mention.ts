// A message of the gateway → a question to the bot, or nothing.
import { MessageType } from 'discord.js';
import { fieldsOf, isId } from './fields.ts';
import { LIMITS } from './limits.ts';

export interface Mention {
  id: string;
  channelId: string;
  /** Undefined in a conversation with the bot alone. */
  guildId: string | undefined;
  authorId: string;
  content: string;
}

/** Undefined where no person speaks to the bot: by its own name, not by @everyone, a role, or the ping of a reply. */
export function readMention(message: unknown, botId: string): Mention | undefined {
  const { id, channel_id: channelId, guild_id: guildId, author, webhook_id, type, content } = fieldsOf(message);
  if (typeof content !== 'string' || webhook_id || (type !== MessageType.Default && type !== MessageType.Reply))
    return undefined;
  const { id: authorId, bot, system } = fieldsOf(author);
  if (bot || system || !isId(id) || !isId(channelId) || !isId(authorId)) return undefined;
  if (guildId !== undefined && !(isId(guildId) && isNamed(botId, content))) return undefined;
  return { id, channelId, guildId, authorId, content: content.slice(0, LIMITS.content.max).toWellFormed() };
}

function isNamed(botId: string, content: string): boolean {
  return content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`);
}
