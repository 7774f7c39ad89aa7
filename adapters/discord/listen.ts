// Discord over the gateway: connects, hands each event to what answers it, and stops in order.
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type Interaction,
  RESTEvents,
  Status,
} from 'discord.js';
import type { AdapterContext, RunningAdapter } from '../adapter.ts';
import { withinBoundary } from './boundary.ts';
import { answerPress, answerSearch } from './buttons.ts';
import { createClient } from './client.ts';
import { answerCommand, completeOption } from './commands.ts';
import type { DiscordContext } from './context.ts';
import { createGuildLocales, labelsFor, mentionLocale } from './languages.ts';
import { answerMention, isForBot, sendDirectly } from './mentions.ts';
import { explainMessage } from './message-command.ts';
import { tellPrivately } from './messages.ts';
import { toNotice } from './render.ts';

const LOGIN_TIMEOUT_MS = 30_000;

/** @throws Error where the token is refused, belongs to another application, or Discord does not answer in time. */
export async function listen({ core, env, defaultLocale, log }: AdapterContext): Promise<RunningAdapter> {
  const client = createClient(env.DISCORD_API_URL);
  const { rest } = client;
  const context: DiscordContext = { core, defaultLocale, log, rest, guildLocales: createGuildLocales(rest) };
  const inFlight = new Set<Promise<void>>();
  let stopping = false;
  const take = (answer: () => Promise<void>): void => {
    if (stopping) return;
    const work = answer().finally(() => inFlight.delete(work));
    inFlight.add(work);
  };
  watch(client, context);
  client.on(Events.InteractionCreate, (interaction) => take(() => onInteraction(interaction, context)));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    if (client.user && isForBot(message, client.user.id)) take(() => onMessage(message, context));
  });
  await logIn(client, env);
  return {
    isReady: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    stop: async () => {
      stopping = true;
      await Promise.all(inFlight);
      await client.destroy();
    },
  };
}

async function onInteraction(interaction: Interaction, context: DiscordContext): Promise<void> {
  const { guildId, guildLocale, id } = interaction;
  context.guildLocales.learn(guildId, guildLocale);
  const t = labelsFor(interaction, context);
  const { log } = context;
  // Nobody reads words where suggestions are shown.
  const tell = interaction.isAutocomplete()
    ? () => interaction.respond([])
    : (words: string) => tellPrivately(interaction, words);
  const boundary = { kind: interaction.constructor.name, ids: { interaction: id }, log, t, tell };
  await withinBoundary(boundary, () => answerInteraction(interaction, context));
}

async function answerInteraction(interaction: Interaction, context: DiscordContext): Promise<void> {
  if (interaction.isAutocomplete()) return completeOption(interaction, context);
  if (interaction.isChatInputCommand()) return answerCommand(interaction, context);
  if (interaction.isMessageContextMenuCommand()) return explainMessage(interaction, context);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return answerPress(interaction, context);
  if (interaction.isModalSubmit() && interaction.isFromMessage()) return answerSearch(interaction, context);
  return tellPrivately(interaction, labelsFor(interaction, context)('chat.oldCardUnknown'));
}

async function onMessage(message: GatewayMessageCreateDispatchData, context: DiscordContext): Promise<void> {
  const { log } = context;
  const locale = await mentionLocale(message, context);
  const t = context.core.translate(locale);
  const tell = (words: string) => sendDirectly(context.rest, message.author.id, toNotice(words));
  const boundary = { kind: 'mention', ids: { message: message.id }, log, t, tell };
  await withinBoundary(boundary, () => answerMention(message, locale, context));
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
function watch(client: Client, { log }: DiscordContext): void {
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'gateway error'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ code, shard }, 'disconnected for good'));
  client.rest.on(RESTEvents.RateLimited, ({ route, retryAfter }) => log.warn({ route, retryAfter }, 'rate limited'));
}
