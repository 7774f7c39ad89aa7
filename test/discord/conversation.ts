// The real adapter, with the real discord.js client, in a pretend Discord.
import type { RunningAdapter } from '../../adapters/adapter.ts';
import { listen, type Tuning } from '../../adapters/discord/listen.ts';
import { toCommands } from '../../adapters/discord/registration.ts';
import { REQUEST_LIMITS, type RequestLimits } from '../../adapters/discord/requests.ts';
import { createLog } from '../../adapters/log.ts';
import { flatten } from '../../playground/pretend-discord/message-rules.ts';
import {
  type Message,
  type PretendDiscord,
  type PretendDiscordOptions,
  startPretendDiscord,
} from '../../playground/pretend-discord.ts';
import { createCore } from '../../src/index.ts';

export const core = createCore();
/** A machine that is busy with other tests is not a Discord that hangs. */
export const PATIENT: RequestLimits = { ...REQUEST_LIMITS, totalMs: 20_000, sendMs: 10_000, pauseMs: 5 };
/** Tests ask faster than people may. */
const UNCOUNTED = { mayAsk: () => true, maySuggest: () => true, isFirstRefusal: () => false };

export interface Conversation {
  discord: PretendDiscord;
  adapter: RunningAdapter;
  /** What the adapter logged, one object a line. */
  logs: Record<string, unknown>[];
  close: () => Promise<void>;
}

export async function startConversation(
  options: PretendDiscordOptions & Tuning & { defaultLocale?: string; core?: typeof core } = {},
): Promise<Conversation> {
  const discord = await startPretendDiscord(options);
  discord.commands.set('', toCommands(core) as never);
  const logs: Record<string, unknown>[] = [];
  const log = createLog('debug', { write: (line: string) => void logs.push(JSON.parse(line)) });
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.apiUrl,
  };
  const context = { core: options.core ?? core, env, defaultLocale: options.defaultLocale ?? 'en', log };
  const adapter = await listen(context, { turns: UNCOUNTED, requests: PATIENT, ...options });
  return {
    discord,
    adapter,
    logs,
    close: async () => {
      await adapter.stop();
      await discord.close();
    },
  };
}

/** What went wrong since the last time somebody asked: refused by Discord, or logged as an error. */
export function troubles({ discord, logs }: Conversation): unknown[] {
  return [...discord.refusals.splice(0), ...logs.splice(0).filter(({ level }) => level === 'error')];
}

/** Everything a person reads in a message. */
export function textOf(message: Message | undefined): string {
  return flatten(message?.body.components ?? [])
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}

/** The labels of its buttons. */
export function buttonsOf(message: Message | undefined): string[] {
  return flatten(message?.body.components ?? []).flatMap(({ type, label }) => (type === 2 && label ? [label] : []));
}

/** The labels of the options of its menus. */
export function optionsOf(message: Message | undefined): string[] {
  return flatten(message?.body.components ?? []).flatMap(({ options = [] }) => options.map(({ label }) => label));
}
