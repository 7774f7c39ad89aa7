// The people, servers, channels and messages of a pretend Discord.
import type { MessageBody } from './message-rules.ts';
import { refuse } from './refusal.ts';

export interface Person {
  id: string;
  name: string;
  locale: string;
  bot: boolean;
}

interface Guild {
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
  bot: { view: boolean; send: boolean; history: boolean };
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

/** Makes people and places. */
export interface Places {
  person: (name: string, locale?: string) => Person;
  guild: (settings?: Partial<Omit<Guild, 'id'>>) => Guild;
  channel: (guild: Guild, type?: 0 | 11) => Channel;
  direct: (person: Person) => Channel;
}

export function placesOf(world: World): Places {
  const add = <Item extends { id: string }>(map: Map<string, Item>, item: Item): Item => {
    map.set(item.id, item);
    return item;
  };
  const open = { bot: { view: true, send: true, history: true }, deleted: false };
  const id = (): string => world.snowflake();
  return {
    person: (name, locale = 'en-US') => add(world.people, { id: id(), name, locale, bot: false }),
    guild: (settings = {}) =>
      add(world.guilds, { id: id(), locale: 'en-US', hasApp: true, allowsExternalApps: true, ...settings }),
    channel: (guild, type = 0) => add(world.channels, { id: id(), type, guild, ...structuredClone(open) }),
    direct: (person) => directChannel(person.id, world),
  };
}

/** A person's channel with the bot alone, made when it is first needed. */
export function directChannel(personId: string, world: World): Channel {
  const recipient = world.people.get(personId) ?? refuse('refusesMessages');
  const known = [...world.channels.values()].find(({ type, recipient: one }) => type === 1 && one === recipient);
  if (known) return known;
  const channel: Channel = {
    id: world.snowflake(),
    type: 1,
    recipient,
    bot: { view: true, send: true, history: true },
    deleted: false,
  };
  world.channels.set(channel.id, channel);
  return channel;
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
