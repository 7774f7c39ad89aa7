// What the gateway says when a person uses the app.
import type { InteractionType } from 'discord-api-types/v10';
import { type CommandBody, typeOf } from './command-rules.ts';
import { type Interaction, OPTION_TYPES } from './interactions.ts';
import {
  type Channel,
  channelPayload,
  type Message,
  messagePayload,
  type Person,
  userPayload,
  type World,
} from './world.ts';

export interface Use {
  type: InteractionType;
  person: Person;
  channel: Channel;
  message?: Message;
  data: object;
  /** How long ago it was sent. */
  sentAgoMs?: number;
}

/** VIEW_CHANNEL, SEND_MESSAGES and USE_APPLICATION_COMMANDS. */
const PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 31n);
const USE_EXTERNAL_APPS = 1n << 50n;
const ATTACHMENT_LIMIT = 10_485_760;

export function interactionPayload(
  { id, token, type, person, channel, message }: Interaction,
  data: object,
  world: World,
): object {
  const { guild } = channel;
  const installed = guild?.hasApp ?? true;
  const owners = guild && installed ? { 0: guild.id } : { 1: person.id };
  return {
    id,
    application_id: world.bot.id,
    type,
    token,
    version: 1,
    data,
    channel: channelPayload(channel),
    channel_id: channel.id,
    ...(guild ? inGuild(person, guild) : { user: userPayload(person) }),
    ...(message ? { message: messagePayload(message, world) } : {}),
    app_permissions: String(PERMISSIONS),
    locale: person.locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: guild ? 0 : channel.type === 1 ? 1 : 2,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
}

function inGuild(person: Person, { id, locale, allowsExternalApps }: NonNullable<Channel['guild']>): object {
  const permissions = String(PERMISSIONS | (allowsExternalApps ? USE_EXTERNAL_APPS : 0n));
  const member = {
    user: userPayload(person),
    roles: [],
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
    permissions,
  };
  return { guild_id: id, guild_locale: locale, guild: { id, locale, features: [] }, member };
}

/** Options in the form of the registered command; what it does not have cannot be typed. */
export function commandData(
  command: CommandBody,
  { options = {}, focused }: { name: string; options?: Record<string, string | boolean>; focused?: string },
): object {
  const given = Object.entries(options).map(([name, value]) => {
    const option = command.options?.find((one) => one.name === name);
    if (!option || option.type !== OPTION_TYPES[typeof value])
      throw new Error(`/${command.name} takes no option ${name} of that type`);
    if (name === focused && !option.autocomplete) throw new Error(`${name} is not completed`);
    return { name, type: option.type, value, ...(name === focused ? { focused: true } : {}) };
  });
  const missing = focused ? [] : (command.options ?? []).filter(({ name, required }) => required && !(name in options));
  if (missing.length > 0) throw new Error(`/${command.name} needs ${missing.map(({ name }) => name).join(', ')}`);
  return { id: ('id' in command && command.id) || '1', name: command.name, type: typeOf(command), options: given };
}
