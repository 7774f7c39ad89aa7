// Discord over the gateway: connects, hands each event to what answers it, and stops in order.
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type Client, Events, GatewayDispatchEvents, RESTEvents, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { AdapterContext, RunningAdapter } from '../adapter.ts';
import { createInFlight } from '../in-flight.ts';
import { createClient } from './client.ts';
import type { DiscordContext } from './context.ts';
import { onInteraction } from './interactions.ts';
import { createGuildLocales } from './languages.ts';
import { readMention } from './mention.ts';
import { onMention } from './mentions.ts';
import type { RequestLimits } from './requests.ts';
import { createTurns, type Turns } from './turns.ts';

/** What a test sets otherwise. */
export interface Tuning {
  requests?: RequestLimits;
  turns?: Turns;
  /** While stopping: how long the gateway may take to say goodbye, and everything in all. */
  closeMs?: number;
  stopMs?: number;
}

const LOGIN_TIMEOUT_MS = 30_000;
/** Less than the process waits for all its platforms. */
const STOP_MS = 15_000;
const CLOSE_MS = 2_000;

/** @throws Error where the token is refused, belongs to another application, or Discord does not answer in time. */
export async function listen(
  { core, env, defaultLocale, log }: AdapterContext,
  { requests, turns = createTurns(() => performance.now()), closeMs = CLOSE_MS, stopMs = STOP_MS }: Tuning = {},
): Promise<RunningAdapter> {
  const client = createClient({ token: env.DISCORD_TOKEN ?? '', apiUrl: env.DISCORD_API_URL }, log, requests);
  const { rest } = client;
  const guildLocales = createGuildLocales(rest);
  const context: DiscordContext = { core, defaultLocale, log, rest, guildLocales, turns, sharing: new Set() };
  const inFlight = createInFlight(stopMs, log);
  const take = (answered: Promise<void>): void =>
    void inFlight.track(answered).catch((error: unknown) => log.error({ err: error }, 'could not answer'));
  watch(client, log);
  client.on(Events.InteractionCreate, (interaction) => take(onInteraction(interaction, context)));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: unknown) => {
    const mention = client.user ? readMention(message, client.user.id) : undefined;
    if (mention) take(onMention(mention, context));
  });
  await logIn(client, env);
  return {
    isReady: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    // The gateway first: what has come through it is answered, and nothing comes any more.
    stop: () => inFlight.close(close(client, closeMs)),
  };
}

/** A gateway that does not say goodbye is left without. */
async function close(client: Client, limitMs: number): Promise<void> {
  await Promise.race([client.destroy(), setTimeout(limitMs, undefined, { ref: false })]);
}

async function logIn(client: Client, { DISCORD_TOKEN, DISCORD_APPLICATION_ID }: AdapterContext['env']): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const ready = Promise.all([once(client, Events.ClientReady, { signal }), client.login(DISCORD_TOKEN ?? '')]);
  const refused = once(client, Events.ShardDisconnect, { signal }).then(([{ code }]) => {
    throw new Error(`the gateway refused the connection with code ${code}`);
  });
  const late = setTimeout(LOGIN_TIMEOUT_MS, undefined, { signal }).then(() => {
    throw new Error(`Discord did not answer within ${LOGIN_TIMEOUT_MS / 1000} s`);
  });
  try {
    await Promise.race([ready, refused, late]);
    if (client.application?.id !== DISCORD_APPLICATION_ID)
      throw new Error(
        `DISCORD_APPLICATION_ID does not belong to DISCORD_TOKEN, whose application is ${client.application?.id}`,
      );
  } catch (error) {
    await client.destroy();
    throw error;
  } finally {
    over.abort();
  }
}

/** What discord.js reports by itself. Without these listeners an error would end the process. */
function watch(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'gateway error'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ code, shard }, 'disconnected for good'));
  client.rest.on(RESTEvents.RateLimited, ({ route, retryAfter }) => log.warn({ route, retryAfter }, 'rate limited'));
}
