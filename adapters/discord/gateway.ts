// What discord.js gets to see of the gateway. It takes every frame for one that Discord would send; where one is not, it
// throws where nobody catches. So broken frames end here, and so does whatever still goes wrong while one is handled.
import {
  type Client,
  GatewayDispatchEvents,
  GatewayOpcodes,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from 'discord.js';
import type { Logger } from 'pino';
import { fieldsOf } from './fields.ts';
import { type Frame, readFrame } from './frame.ts';
import { createReconnecting, type Opening } from './reconnecting.ts';
import type { Clock } from './requests.ts';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;
type Method = (...args: unknown[]) => unknown;

/** What a shard does by itself, without anybody who waits for it. */
const UNWATCHED = ['onMessage', 'onClose', 'heartbeat', 'internalConnect'];

/** Shards that survive whatever they are sent. */
export function guardedSharding(log: Logger, clock: Clock): BuildStrategy {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    const spawn = strategy.spawn.bind(strategy);
    return Object.assign(strategy, {
      spawn: async (shardIds: number[]) => {
        await spawn(shardIds);
        const shards: Map<number, object> = Reflect.get(strategy, 'shards');
        for (const shard of shards.values()) guardShard(shard, log, clock);
      },
    });
  };
}

/** Events that discord.js kept back until it was ready are handled apart from the frames that brought them. */
export function guardEvents({ ws }: Client, log: Logger): void {
  const complain = complainer(log);
  replace(ws, 'handlePacket', (handle) => (...args) => {
    try {
      return handle(...args);
    } catch (error) {
      complain('an event could not be read', error);
      return true;
    }
  });
}

function guardShard(shard: object, log: Logger, clock: Clock): void {
  const complain = complainer(log);
  const seen: Seen = { greetedBy: undefined, hasResumed: false, isClosing: false, isOver: false };
  replace(shard, 'unpackMessage', (unpack) => async (...args) => {
    const frame = readFrame(await unpack(...args));
    if (!frame) complain('a frame that is none');
    return frame && isWanted(frame, shard, seen) ? frame : null;
  });
  replace(shard, 'destroy', (destroy) => (...args) => {
    if (fieldsOf(args[0]).recover === undefined) {
      seen.isOver = true;
      readToTheEnd(shard, seen);
    }
    return destroy(...args);
  });
  paceShard(shard, seen, clock);
  for (const name of UNWATCHED)
    replace(shard, name, (method) => (...args) => {
      const failed = (error: unknown): void => complain(`a shard failed in ${name}`, error);
      return Promise.try(method, ...args).catch(failed);
    });
}

/** It opens the gateway again and again by itself, twice a second. */
function paceShard(shard: object, seen: Seen, { now, pause }: Clock): void {
  const reconnecting = createReconnecting(now);
  replace(shard, 'internalConnect', (connect) => async (...args) => {
    const pauseMs = reconnecting.pauseMs(openingOf(seen));
    if (pauseMs > 0) await pause(pauseMs);
    // It may have been told to end in the meantime.
    if (seen.isOver) return undefined;
    seen.greetedBy = undefined;
    seen.hasResumed = false;
    return connect(...args);
  });
}

function openingOf({ greetedBy, hasResumed }: Seen): Opening {
  if (!greetedBy) return 'unanswered';
  return hasResumed ? 'resumed' : 'begun';
}

interface Seen {
  /** The connection that has greeted already. */
  greetedBy: unknown;
  /** Whether it has gone on with the session of the one before. */
  hasResumed: boolean;
  /** Whether the shard says goodbye, and not only to come back. */
  isClosing: boolean;
  /** Whether it has been told to end, connected or not. */
  isOver: boolean;
}

function isWanted({ op, t }: Frame, shard: object, seen: Seen): boolean {
  if (t === GatewayDispatchEvents.Resumed || t === GatewayDispatchEvents.Ready)
    seen.hasResumed = t === GatewayDispatchEvents.Resumed;
  if (seen.isClosing) return op === GatewayOpcodes.Dispatch;
  if (op !== GatewayOpcodes.Hello) return true;
  const connection: unknown = Reflect.get(shard, 'connection');
  // A second greeting on the same connection would leave a heartbeat that nothing stops.
  if (connection === seen.greetedBy) return false;
  seen.greetedBy = connection;
  return true;
}

/** A shard stops to listen when it says goodbye; what had been sent by then has been taken all the same. */
function readToTheEnd(shard: object, seen: Seen): void {
  const connection: WebSocket | null = Reflect.get(shard, 'connection');
  if (!connection || seen.isClosing) return;
  seen.isClosing = true;
  connection.addEventListener('message', ({ data }) => {
    if (!connection.onmessage) Reflect.get(shard, 'onMessage')(data, data instanceof ArrayBuffer);
  });
}

/** These methods are private in discord.js, which has no place of its own to stand in. */
function replace(target: object, name: string, by: (method: Method) => Method): void {
  const method: Method = Reflect.get(target, name);
  Reflect.set(target, name, by(method.bind(target)));
}

/** The first of each kind is a warning; a flood of them must not become one of the log. */
function complainer(log: Logger): (complaint: string, error?: unknown) => void {
  const known = new Set<string>();
  return (complaint, error) => {
    log[known.has(complaint) ? 'debug' : 'warn']({ err: error }, complaint);
    known.add(complaint);
  };
}
