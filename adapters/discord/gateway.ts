// What discord.js gets to see of the gateway. It takes every frame for one that Discord would send; where one is not, it
// throws where nobody catches. So broken frames end here, and so does whatever still goes wrong while one is handled.
import { type Client, GatewayOpcodes, SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import type { Logger } from 'pino';
import { readFrame } from './frame.ts';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;
type Method = (...args: unknown[]) => unknown;

/** What a shard does by itself, without anybody who waits for it. */
const UNWATCHED = ['onMessage', 'onClose', 'heartbeat', 'internalConnect'];

/** Shards that survive whatever they are sent. */
export function guardedSharding(log: Logger): BuildStrategy {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    const spawn = strategy.spawn.bind(strategy);
    return Object.assign(strategy, {
      spawn: async (shardIds: number[]) => {
        await spawn(shardIds);
        const shards: Map<number, object> = Reflect.get(strategy, 'shards');
        for (const shard of shards.values()) guardShard(shard, log);
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

function guardShard(shard: object, log: Logger): void {
  const complain = complainer(log);
  let greeted: unknown;
  /** A second greeting on the same connection would leave a heartbeat that nothing stops. */
  const isGreeting = (): boolean => {
    const connection: unknown = Reflect.get(shard, 'connection');
    const isFirst = connection !== greeted;
    greeted = connection;
    return isFirst;
  };
  replace(shard, 'unpackMessage', (unpack) => async (...args) => {
    const frame = readFrame(await unpack(...args));
    if (!frame) complain('a frame that is none');
    return frame?.op === GatewayOpcodes.Hello && !isGreeting() ? null : frame;
  });
  for (const name of UNWATCHED)
    replace(shard, name, (method) => async (...args) => {
      try {
        return await method(...args);
      } catch (error) {
        complain(`a shard failed in ${name}`, error);
        return undefined;
      }
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
