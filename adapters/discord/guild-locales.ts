// The preferred language of servers, remembered for a while: messages do not carry it.
import { setTimeout } from 'node:timers/promises';
import { type APIGuild, type REST, Routes } from 'discord.js';

export interface GuildLocales {
  /** Takes note of a language that came along for nothing. */
  learn: (guildId: string | null, locale: string | null) => void;
  /** Undefined where Discord does not tell in time; never rejects. */
  of: (guildId: string | undefined) => Promise<string | undefined>;
}

const MAX_GUILDS = 1_000;
const KEEP_MS = 3_600_000;
/** An answer in the default language is better than a late one. */
const WAIT_MS = 1_000;

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
