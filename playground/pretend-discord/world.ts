// The people, servers, channels and messages of a pretend Discord.
import type { MessageBody } from './message-rules.ts';

export interface Person {
  id: string;
  name: string;
  locale: string;
  bot: boolean;
}

export interface Guild {
  id: string;
  locale: string;
  /** Whether the app was added to the server; else only people brought it. */
  hasApp: boolean;
  /** Whether members may let such an app speak to everyone. */
  allowsExternalApps: boolean;
}

export interface Channel {
  id: string;
  /** 0 a channel of a server, 11 a thread, 1 a direct message with the bot, 3 a group of people. */
  type: 0 | 1 | 3 | 11;
  guild?: Guild;
  recipient?: Person;
  /** What the bot may do there. */
  bot: { view: boolean; send: boolean };
  deleted: boolean;
}

export interface Message {
  id: string;
  channel: Channel;
  author: Person;
  body: MessageBody;
  flags: number;
  /** The only person who sees it. */
  onlyFor?: Person;
  replyTo?: string;
  deleted: boolean;
}

export interface World {
  now: () => number;
  advance: (milliseconds: number) => void;
  snowflake: () => string;
  bot: Person;
  people: Map<string, Person>;
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  messages: Map<string, Message>;
}

const DISCORD_EPOCH = 1_420_070_400_000n;

export function createWorld(applicationId: string): World {
  let offset = 0;
  let count = 0n;
  const now = (): number => Date.now() + offset;
  const bot: Person = { id: applicationId, name: 'slash-http', locale: 'en-US', bot: true };
  return {
    now,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    snowflake: () => {
      count += 1n;
      return String(((BigInt(now()) - DISCORD_EPOCH) << 22n) | (count & 0x3f_ffffn));
    },
    bot,
    people: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
  };
}

export function userPayload({ id, name, bot }: Person) {
  return { id, username: name, global_name: name, discriminator: '0', avatar: null, bot, public_flags: 0 };
}

export function channelPayload({ id, type, guild, recipient }: Channel) {
  return {
    id,
    type,
    ...(guild ? { guild_id: guild.id } : {}),
    ...(recipient ? { recipients: [userPayload(recipient)] } : {}),
  };
}

/** A message as Discord hands it out; components get numbers of their own. */
export function messagePayload({ id, channel, author, body, flags, replyTo }: Message, world: World) {
  const mentioned = [...(body.content ?? '').matchAll(/<@!?(\d+)>/g)].flatMap(
    ([, user = '']) => world.people.get(user) ?? [],
  );
  return {
    id,
    channel_id: channel.id,
    type: replyTo ? 19 : 0,
    content: body.content ?? '',
    author: userPayload(author),
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: /@(?:everyone|here)\b/.test(body.content ?? ''),
    mentions: mentioned.map(userPayload),
    mention_roles: [],
    attachments: [],
    embeds: body.embeds ?? [],
    components: numbered(body.components ?? []),
    pinned: false,
    flags,
    ...(replyTo ? { message_reference: { message_id: replyTo, channel_id: channel.id } } : {}),
  };
}

function numbered(components: NonNullable<MessageBody['components']>): object[] {
  let next = 0;
  const number = (component: object): object => {
    next += 1;
    const own = { ...component, id: next };
    const inner = 'components' in component && Array.isArray(component.components) ? component.components : undefined;
    return inner ? { ...own, components: inner.map((one: object) => number(one)) } : own;
  };
  return components.map(number);
}
