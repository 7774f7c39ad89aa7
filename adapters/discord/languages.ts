// In which language somebody is answered. Messages do not carry one, so that of their server is remembered for a while.
import { setTimeout } from 'node:timers/promises';
import {
  type APIGuild,
  type BaseInteraction,
  type GatewayMessageCreateDispatchData,
  type REST,
  Routes,
} from 'discord.js';
import type { Translate } from '#core';
import type { DiscordContext } from './context.ts';

export interface GuildLocales {
  /** Takes note of a language that came along for nothing. */
  learn: (guildId: string | null, locale: string | null) => void;
  /** Undefined where Discord does not tell in time; never rejects. */
  of: (guildId: string | undefined) => Promise<string | undefined>;
}

/** A question in Chinese; Japanese has characters of its own among them. */
const CHINESE = /^(?!.*[\p{Script=Hiragana}\p{Script=Katakana}]).*\p{Script=Han}/su;
const MAX_GUILDS = 1_000;
const KEEP_MS = 3_600_000;
/** An answer in the default language is better than a late one. */
const WAIT_MS = 1_000;

/** The person's language, else their server's, else the default. */
export function localeOf({ locale, guildLocale }: BaseInteraction, { core, defaultLocale }: DiscordContext): string {
  return core.negotiate([locale, guildLocale]) ?? defaultLocale;
}

export function labelsFor(interaction: BaseInteraction, context: DiscordContext): Translate {
  return context.core.translate(localeOf(interaction, context));
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

export function createGuildLocales(rest: REST): GuildLocales {
  const known = new Map<string, { locale: string; until: number }>();
  const learn: GuildLocales['learn'] = (guildId, locale) => {
    if (!guildId || !locale) return;
    known.delete(guildId);
    known.set(guildId, { locale, until: Date.now() + KEEP_MS });
    const [oldest] = known.keys();
    if (known.size > MAX_GUILDS && oldest) known.delete(oldest);
  };
  const fetchLocale = async (guildId: string): Promise<string | undefined> => {
    const guild = (await rest.get(Routes.guild(guildId))) as APIGuild;
    learn(guildId, guild.preferred_locale);
    return guild.preferred_locale;
  };
  return {
    learn,
    of: async (guildId) => {
      if (!guildId) return undefined;
      const found = known.get(guildId);
      if (found && found.until > Date.now()) return found.locale;
      const waited = setTimeout(WAIT_MS, undefined, { ref: false });
      return Promise.race([fetchLocale(guildId), waited]).catch(() => undefined);
    },
  };
}
