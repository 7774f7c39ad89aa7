// Both pretend platforms, the real adapters in them, and the people who use them.
import type { Logger } from 'pino';
import type { Core } from '#core';
import type { RunningAdapter } from '../adapters/adapter.ts';
import { listen as listenToDiscord } from '../adapters/discord/listen.ts';
import { toCommands } from '../adapters/discord/registration.ts';
import { createTurns } from '../adapters/discord/turns.ts';
import { serveHttp } from '../adapters/http-server.ts';
import { listen as listenToSlack } from '../adapters/slack/listen.ts';
import { TIMING } from '../adapters/slack/timing.ts';
import { createExchanges, type Exchanges } from './exchanges.ts';
import type { Person } from './people.ts';
import { type Channel, type PretendDiscord, startPretendDiscord } from './pretend-discord.ts';
import { createPretendSlack, type PretendSlack } from './pretend-slack.ts';
import { createSlackRelay } from './slack-relay.ts';

export interface Platforms {
  core: Core;
  slack: PretendSlack;
  discord: PretendDiscord;
  /** The Discord channel that everything happens in. */
  room: Channel;
  people: readonly Person[];
  exchanges: Exchanges;
  /** Also for people who are known already: the app looks a Slack language up once a day, so a day passes. */
  setLanguage: (person: Person, locale: string) => void;
  stop: () => Promise<void>;
}

export interface PlatformOptions {
  core: Core;
  defaultLocale: string;
  log: Logger;
  /** Something that people can see has changed. */
  onChange: () => void;
}

const DAY_MS = 86_400_000;

export async function startPlatforms(options: PlatformOptions): Promise<Platforms> {
  const exchanges = createExchanges(options.onChange);
  const clock = { offset: 0 };
  const [slackSide, discordSide] = await Promise.all([
    startSlack(options, exchanges, clock),
    startDiscord(options, exchanges, clock),
  ]);
  const { slack } = slackSide;
  const { discord } = discordSide;
  const people = [...slack.workspace.people.values()].map(({ id, name, locale }) => ({
    name,
    slackId: id,
    discordId: discord.person(name, locale).id,
  }));
  const setLanguage: Platforms['setLanguage'] = ({ slackId, discordId }, locale) => {
    for (const person of [slack.workspace.people.get(slackId), discord.world.people.get(discordId)])
      if (person) person.locale = locale;
    clock.offset += DAY_MS;
    options.onChange();
  };
  const stop = async (): Promise<void> => {
    await Promise.all([slackSide.stop(), discordSide.stop()]);
  };
  return { core: options.core, slack, discord, room: discordSide.room, people, exchanges, setLanguage, stop };
}

async function startSlack(
  { core, defaultLocale, log, onChange }: PlatformOptions,
  exchanges: Exchanges,
  clock: { offset: number },
) {
  const slack = await createPretendSlack();
  let noted = 0;
  slack.onChange(() => {
    for (const { method, args } of slack.workspace.calls.slice(noted))
      exchanges.add('slack', { from: 'app', name: method, body: args });
    noted = slack.workspace.calls.length;
    onChange();
  });
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  const own = log.child({ platform: 'slack' });
  const timing = { ...TIMING, now: () => Date.now() + clock.offset };
  const running: RunningAdapter = await listenToSlack({ core, env, defaultLocale, log: own }, timing);
  const place = { host: '127.0.0.1', port: 0 };
  const server = await serveHttp(place, () => [{ name: 'slack', path: '/slack/', running }], own);
  const relay = await createSlackRelay(`${server.url}/slack/events`, (step) => exchanges.add('slack', step));
  slack.sendTo(relay.url);
  const stop = async (): Promise<void> => {
    await running.stop();
    await Promise.all([relay.stop(), slack.close(), server.stop()]);
  };
  return { slack, stop };
}

async function startDiscord(
  { core, defaultLocale, log, onChange }: PlatformOptions,
  exchanges: Exchanges,
  clock: { offset: number },
) {
  const discord = await startPretendDiscord();
  for (const event of ['created', 'updated', 'deleted'] as const) discord.events.on(event, onChange);
  discord.events.on('requested', ({ method, path, body }) => {
    const name = path.endsWith('/callback') ? 'acknowledgement' : `${method} ${withoutToken(path)}`;
    exchanges.add('discord', { from: 'app', name, body: body ?? null });
  });
  const { dispatch } = discord.gateway;
  discord.gateway.dispatch = (t, d, intent) => {
    exchanges.add('discord', { from: 'platform', name: t, body: d });
    dispatch(t, d, intent);
  };
  await register(discord, core);
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.apiUrl,
  };
  const own = log.child({ platform: 'discord' });
  const turns = createTurns(() => performance.now() + clock.offset);
  const running = await listenToDiscord({ core, env, defaultLocale, log: own }, { turns });
  const stop = async (): Promise<void> => {
    await running.stop();
    await discord.close();
  };
  return { discord, room: discord.channel(discord.guild()), stop };
}

/** As `npm run register:discord` does for the real one. */
async function register({ apiUrl, applicationId, token }: PretendDiscord, core: Core): Promise<void> {
  const response = await fetch(`${apiUrl}/v10/applications/${applicationId}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(toCommands(core)),
  });
  if (!response.ok) throw new Error(`the pretend Discord refused the commands: ${await response.text()}`);
}

/** Tokens are as long as a line, and say nothing. */
function withoutToken(path: string): string {
  return path.replace(/[\w-]{30,}/g, '…');
}
