// What answering needs, and the facts about an interaction that decide who sees the answer.
import {
  ApplicationIntegrationType,
  type BaseInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Core } from '#core';
import type { GuildLocales } from './languages.ts';
import type { Turns } from './turns.ts';

export interface DiscordContext {
  core: Core;
  defaultLocale: string;
  log: Logger;
  rest: REST;
  guildLocales: GuildLocales;
  turns: Turns;
  /** Private cards that are being shared: people press twice. */
  sharing: Set<string>;
}

/** A conversation between the person and the bot alone, where nothing needs to be hidden from others. */
export function isDirect({ context, guildId }: BaseInteraction): boolean {
  return context === null ? guildId === null : context === InteractionContextType.BotDM;
}

/** An app that a person brought into a server that does not allow it: Discord hides whatever it posts. */
export function isKeptPrivate({ authorizingIntegrationOwners, guildId, memberPermissions }: BaseInteraction): boolean {
  if (guildId === null || authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall]) return false;
  return memberPermissions?.has(PermissionFlagsBits.UseExternalApps) === false;
}
