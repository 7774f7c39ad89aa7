// A stand-in for Discord on loopback, as strict as the real one: REST, gateway, and people who use the app.
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { GatewayIntentBits, InteractionType } from 'discord-api-types/v10';
import { type CommandBody, typeOf } from './pretend-discord/command-rules.ts';
import { createGateway, type Gateway } from './pretend-discord/gateway.ts';
import { commandData, interactionPayload, type Use } from './pretend-discord/interaction-payload.ts';
import { findComponent, type Interaction, type Response } from './pretend-discord/interactions.ts';
import type { Refusal } from './pretend-discord/refusal.ts';
import { type Call, createRest, type Fault } from './pretend-discord/rest.ts';
import { type Backstage, directChannel, routesOf } from './pretend-discord/routes.ts';
import {
  type Channel,
  createWorld,
  type Guild,
  type Message,
  messagePayload,
  type Person,
  type World,
} from './pretend-discord/world.ts';

export type { Response } from './pretend-discord/interactions.ts';
export type { Channel, Guild, Message, Person } from './pretend-discord/world.ts';

export interface PretendDiscordOptions {
  token?: string;
  applicationId?: string;
  rateLimit?: { limit: number; windowMs: number };
}

interface Events {
  created: [Message];
  updated: [Message];
  deleted: [Message];
  refused: [{ method: string; path: string; status: number; code: number; faults: readonly string[] }];
  requested: [Call];
}

/** A slash command as a person sends it; `sentAgoMs` lets it arrive late. */
export interface Typed {
  name: string;
  options?: Record<string, string | boolean>;
  sentAgoMs?: number;
}

export interface PretendDiscord {
  apiUrl: string;
  token: string;
  applicationId: string;
  world: World;
  gateway: Gateway;
  events: EventEmitter<Events>;
  /** Everything refused since the start. */
  refusals: Events['refused'][0][];
  /** Answers that shall go wrong, in turn. */
  faults: Fault[];
  commands: Map<string, CommandBody[]>;
  next: <Name extends keyof Events>(event: Name) => Promise<Events[Name][0]>;
  person: (name: string, locale?: string) => Person;
  guild: (settings?: Partial<Omit<Guild, 'id'>>) => Guild;
  channel: (guild: Guild, type?: 0 | 11) => Channel;
  direct: (person: Person) => Channel;
  say: (person: Person, channel: Channel, content: string, extra?: object) => Message;
  slash: (person: Person, channel: Channel, typed: Typed) => Promise<Response>;
  complete: (person: Person, channel: Channel, typed: Typed & { focused: string }) => Promise<Response>;
  useOnMessage: (person: Person, message: Message, name: string) => Promise<Response>;
  /** Presses the button, or chooses the option, of that label. */
  press: (person: Person, message: Message, label: string) => Promise<Response>;
  submit: (person: Person, window: Response, text: string) => Promise<Response>;
  close: () => Promise<void>;
}

export const APPLICATION_ID = '1100000000000000001';
export const TOKEN = 'pretend-bot-token';

/** Resolves when it listens, at a port that the system chooses. */
export async function startPretendDiscord(options: PretendDiscordOptions = {}): Promise<PretendDiscord> {
  const { token = TOKEN, applicationId = APPLICATION_ID, rateLimit = { limit: 50, windowMs: 1_000 } } = options;
  const world = createWorld(applicationId);
  const events = new EventEmitter<Events>();
  const refusals: PretendDiscord['refusals'] = [];
  const faults: Fault[] = [];
  const commands = new Map<string, CommandBody[]>();
  const interactions = new Map<string, Interaction>();
  const backstage: Backstage = {
    world,
    applicationId,
    interactions,
    commands,
    gatewayUrl: () => gateway.url(),
    emit: (event, message) => void events.emit(event, message),
    openDirect: (personId) => directChannel(personId, world).payload,
  };
  const onRefusal = ({ method, path }: Call, { status, code, faults: reasons }: Refusal): void => {
    refusals.push({ method, path, status, code, faults: reasons });
    events.emit('refused', { method, path, status, code, faults: reasons });
  };
  const server = createRest({
    token,
    routes: routesOf(backstage),
    rateLimit,
    faults,
    onRequest: (call) => void events.emit('requested', call),
    onRefusal,
  });
  const gateway = createGateway(server, { token, ready: () => readyOf(world) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    applicationId,
    world,
    gateway,
    events,
    refusals,
    faults,
    commands,
    next: async (event) => (await once(events, event))[0],
    ...placesOf(world),
    ...peopleOf({ world, gateway, commands, interactions }),
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function readyOf({ bot, guilds }: World): object {
  const user = {
    id: bot.id,
    username: bot.name,
    discriminator: '0',
    avatar: null,
    bot: true,
    flags: 0,
    verified: true,
    mfa_enabled: false,
  };
  const servers = [...guilds.values()].filter(({ hasApp }) => hasApp).map(({ id }) => ({ id, unavailable: true }));
  return { user, guilds: servers, application: { id: bot.id, flags: 0 }, shard: [0, 1] };
}

function placesOf(world: World): Pick<PretendDiscord, 'person' | 'guild' | 'channel' | 'direct'> {
  const add = <Item extends { id: string }>(map: Map<string, Item>, item: Item): Item => (map.set(item.id, item), item);
  return {
    person: (name, locale = 'en-US') => add(world.people, { id: world.snowflake(), name, locale, bot: false }),
    guild: (settings = {}) =>
      add(world.guilds, {
        id: world.snowflake(),
        locale: 'en-US',
        hasApp: true,
        allowsExternalApps: true,
        ...settings,
      }),
    channel: (guild, type = 0) =>
      add(world.channels, { id: world.snowflake(), type, guild, bot: { view: true, send: true }, deleted: false }),
    direct: ({ id }) => directChannel(id, world).channel,
  };
}

interface Stage {
  world: World;
  gateway: Gateway;
  commands: Map<string, CommandBody[]>;
  interactions: Map<string, Interaction>;
}

type People = Pick<PretendDiscord, 'say' | 'slash' | 'complete' | 'useOnMessage' | 'press' | 'submit'>;

function peopleOf(stage: Stage): People {
  const { world, gateway, commands } = stage;
  const ask = (use: Use): Promise<Response> => interact(use, stage);
  const command = (name: string, type: number): CommandBody => {
    const found = [...commands.values()].flat().find((one) => one.name === name && typeOf(one) === type);
    if (!found) throw new Error(`no command is called ${name}`);
    return found;
  };
  return {
    say: (person, channel, content, extra = {}) => {
      const message: Message = {
        id: world.snowflake(),
        channel,
        author: person,
        body: { content, ...extra },
        flags: 0,
        deleted: false,
      };
      world.messages.set(message.id, message);
      gateway.dispatch(
        'MESSAGE_CREATE',
        heard(message, world),
        channel.guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages,
      );
      return message;
    },
    slash: (person, channel, typed) =>
      ask({
        type: InteractionType.ApplicationCommand,
        person,
        channel,
        sentAgoMs: typed.sentAgoMs ?? 0,
        data: commandData(command(typed.name, 1), typed),
      }),
    complete: (person, channel, typed) =>
      ask({
        type: InteractionType.ApplicationCommandAutocomplete,
        person,
        channel,
        data: commandData(command(typed.name, 1), typed),
      }),
    useOnMessage: (person, message, name) => {
      const resolved = { messages: { [message.id]: messagePayload(message, world) } };
      const data = { ...commandData(command(name, 3), { name }), target_id: message.id, resolved };
      return ask({ type: InteractionType.ApplicationCommand, person, channel: message.channel, data });
    },
    press: (person, message, label) => {
      if (message.onlyFor && message.onlyFor !== person) throw new Error(`${person.name} does not see this message`);
      const { customId, type, value } = findComponent(message, label);
      const data = {
        custom_id: customId,
        component_type: type,
        id: 1,
        ...(value === undefined ? {} : { values: [value] }),
      };
      return ask({ type: InteractionType.MessageComponent, person, channel: message.channel, message, data });
    },
    submit: (person, { modal, interaction }, text) => {
      const components = (modal?.components ?? []).map(({ component }) => ({
        type: 18,
        id: 1,
        component: { type: 4, id: 2, custom_id: component?.custom_id, value: text },
      }));
      const origin = interaction.message ? { message: interaction.message } : {};
      return ask({
        type: InteractionType.ModalSubmit,
        person,
        channel: interaction.channel,
        ...origin,
        data: { custom_id: modal?.custom_id, components },
      });
    },
  };
}

/** Without the privileged intent an app reads only what is written to it. */
function heard(message: Message, world: World): object {
  const { channel, author } = message;
  const payload = messagePayload(message, world);
  const toBot = !channel.guild || payload.mentions.some(({ id }) => id === world.bot.id);
  const member = { roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 };
  const where = channel.guild ? { guild_id: channel.guild.id, member } : {};
  const hidden = toBot || author === world.bot ? {} : { content: '', embeds: [], components: [], attachments: [] };
  return { ...payload, ...where, ...hidden, channel_type: channel.type };
}

function interact(use: Use, { world, gateway, interactions }: Stage): Promise<Response> {
  const { guild } = use.channel;
  const keptPrivate = guild !== undefined && !guild.hasApp && !guild.allowsExternalApps;
  const { promise, resolve } = Promise.withResolvers<Response>();
  const { type, person, channel, message, sentAgoMs = 0 } = use;
  const token = `${crypto.randomUUID()}-token`;
  const interaction: Interaction = {
    id: world.snowflake(),
    token,
    type,
    person,
    channel,
    sentAt: world.now() - sentAgoMs,
    keptPrivate,
    followUps: 0,
    onResponse: resolve,
    ...(message ? { message } : {}),
  };
  interactions.set(token, interaction);
  gateway.dispatch('INTERACTION_CREATE', interactionPayload(interaction, use.data, world), 0);
  return promise;
}
