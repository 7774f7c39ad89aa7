// A stand-in for Discord on loopback, as strict as the real one: REST, gateway, and people who use the app.
import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CommandBody } from './pretend-discord/command-rules.ts';
import { createGateway, type Gateway } from './pretend-discord/gateway.ts';
import type { Interaction } from './pretend-discord/interactions.ts';
import { type People, peopleOf } from './pretend-discord/people.ts';
import { type Call, createRest, type Fault } from './pretend-discord/rest.ts';
import { type Backstage, routesOf } from './pretend-discord/routes.ts';
import { createWorld, type Message, type Places, placesOf, type World } from './pretend-discord/world.ts';

export type { Response } from './pretend-discord/interactions.ts';
export type { Channel, Message, Person } from './pretend-discord/world.ts';

export interface PretendDiscordOptions {
  token?: string;
  applicationId?: string;
  /** Requests that one bucket takes in a time. */
  rateLimit?: { limit: number; windowMs: number };
}

interface Refused {
  method: string;
  path: string;
  status: number;
  code: number;
  faults: readonly string[];
}

interface Events {
  created: [Message];
  updated: [Message];
  deleted: [Message];
  refused: [Refused];
  requested: [Call];
}

export interface PretendDiscord extends People, Places {
  apiUrl: string;
  token: string;
  applicationId: string;
  world: World;
  gateway: Gateway;
  events: EventEmitter<Events>;
  /** Everything refused since the start. */
  refusals: Refused[];
  /** Answers that shall go wrong, in turn. */
  faults: Fault[];
  /** Registered commands by server; '' for those that are everywhere. */
  commands: Map<string, CommandBody[]>;
  next: <Name extends keyof Events>(event: Name) => Promise<Events[Name][0]>;
  close: () => Promise<void>;
}

export const APPLICATION_ID = '1100000000000000001';
export const TOKEN = 'pretend-bot-token';

/** Resolves when it listens, at a port that the system chooses. */
export async function startPretendDiscord(options: PretendDiscordOptions = {}): Promise<PretendDiscord> {
  const stage = createStage(options);
  const { events, world, token } = stage;
  const interactions = new Map<string, Interaction>();
  const emit: Backstage['emit'] = (event, message) => void events.emit(event, message);
  const server = serve(stage, { ...stage, interactions, gatewayUrl: () => gateway.url(), emit }, options.rateLimit);
  const gateway = createGateway(server, { token, ready: () => readyOf(world) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...stage,
    ...placesOf(world),
    ...peopleOf({ ...stage, gateway, interactions }),
    apiUrl: `http://127.0.0.1:${port}/api`,
    gateway,
    next: async (event) => (await once(events, event))[0],
    close: () => closeAll(server, gateway),
  };
}

type Stage = Pick<PretendDiscord, 'token' | 'applicationId' | 'world' | 'events' | 'refusals' | 'faults' | 'commands'>;

function createStage({ token = TOKEN, applicationId = APPLICATION_ID }: PretendDiscordOptions): Stage {
  const world = createWorld(applicationId);
  return { token, applicationId, world, events: new EventEmitter(), refusals: [], faults: [], commands: new Map() };
}

function serve(
  { token, faults, events, refusals }: Stage,
  backstage: Backstage,
  rateLimit = { limit: 50, windowMs: 1_000 },
): Server {
  return createRest({
    token,
    routes: routesOf(backstage),
    rateLimit,
    faults,
    onRequest: (call) => void events.emit('requested', call),
    onRefusal: ({ method, path }, { status, code, faults: reasons }) => {
      const refused = { method, path, status, code, faults: reasons };
      refusals.push(refused);
      events.emit('refused', refused);
    },
  });
}

async function closeAll(server: Server, gateway: Gateway): Promise<void> {
  gateway.close();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
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
  };
  const servers = [...guilds.values()].filter(({ hasApp }) => hasApp).map(({ id }) => ({ id, unavailable: true }));
  return { user, guilds: servers, application: { id: bot.id, flags: 0 }, shard: [0, 1] };
}
