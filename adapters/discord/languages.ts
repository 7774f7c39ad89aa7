// In which language somebody is answered. Messages do not carry one, so that of their server is remembered for a while.
import { setTimeout } from 'node:timers/promises';
import { type BaseInteraction, type REST, Routes } from 'discord.js';
import { type Core, languageOf, type Translate } from '#core';
import { fieldsOf } from './fields.ts';
import type { Mention } from './mention.ts';

export interface GuildLocales {
  /** Takes note of a language that came along for nothing. */
  learn: (guildId: string | null, locale: string | null) => void;
  /** Undefined where Discord does not tell in time; never rejects. */
  of: (guildId: string | undefined) => Promise<string | undefined>;
}

/** What choosing a language takes. */
interface Choice {
  core: Core;
  defaultLocale: string;
  guildLocales: GuildLocales;
}

const MAX_GUILDS = 1_000;
const KEEP_MS = 3_600_000;
/** After Discord did not tell. */
const ASK_AGAIN_MS = 60_000;
/** An answer in the default language is better than a late one. */
const WAIT_MS = 1_000;

/** The person's language, else their server's, else the default. */
export function localeOf({ locale, guildLocale }: BaseInteraction, { core, defaultLocale }: Choice): string {
  // Discord's word for it, which nobody has looked at yet.
  const tags = [locale, guildLocale].filter((tag) => typeof tag === 'string');
  return core.negotiate(tags) ?? defaultLocale;
}

export function labelsFor(interaction: BaseInteraction, context: Choice): Translate {
  return context.core.translate(localeOf(interaction, context));
}

/** The question's own language, else that of the server. */
export async function mentionLocale({ content, guildId }: Mention, context: Choice): Promise<string> {
  const { core, defaultLocale, guildLocales } = context;
  return core.negotiate([languageOf(content) ?? (await guildLocales.of(guildId))]) ?? defaultLocale;
}

interface Known {
  locale: string | undefined;
  until: number;
  /** While Discord is asked: it is asked once, however many wait. */
  asking?: Promise<void>;
}

export function createGuildLocales(rest: REST): GuildLocales {
  const guilds = new Map<string, Known>();
  const remember = (guildId: string, known: Known): Known => {
    guilds.delete(guildId);
    guilds.set(guildId, known);
    const [oldest] = guilds.keys();
    if (guilds.size > MAX_GUILDS && oldest) guilds.delete(oldest);
    return known;
  };
  const ask = (guildId: string): Known => {
    const known: Known = remember(guildId, { locale: undefined, until: Number.POSITIVE_INFINITY });
    known.asking = fetchLocale(guildId, rest).then((locale) => {
      delete known.asking;
      known.locale = locale;
      known.until = Date.now() + (locale ? KEEP_MS : ASK_AGAIN_MS);
    });
    return known;
  };
  return {
    learn: (guildId, locale) => {
      if (guildId && locale) remember(guildId, { locale, until: Date.now() + KEEP_MS });
    },
    of: async (guildId) => {
      if (!guildId) return undefined;
      const found = guilds.get(guildId);
      const known = found && found.until > Date.now() ? found : ask(guildId);
      if (known.asking) await Promise.race([known.asking, setTimeout(WAIT_MS, undefined, { ref: false })]);
      return known.locale;
    },
  };
}

async function fetchLocale(guildId: string, rest: REST): Promise<string | undefined> {
  const { preferred_locale: locale } = fieldsOf(await rest.get(Routes.guild(guildId)).catch(() => undefined));
  return typeof locale === 'string' ? locale : undefined;
}
