// Ten minutes of everything at once: `npm run bench -- soak`, or `-- soak 60` for a minute. Both platforms are used while
// they fail in one way after the other and forged, broken and senseless requests come in. Fails where an answer is lost,
// doubled or given to the wrong one, and where memory grows.
import { toCommands } from '../../adapters/discord/registration.ts';
import { type PretendDiscord, startPretendDiscord } from '../../playground/pretend-discord.ts';
import { createPretendSlack, type PretendSlack } from '../../playground/pretend-slack.ts';
import { type AppProcess, startApp, type Usage } from './app-process.ts';
import { type Bench, figure } from './measure.ts';
import { attack, sendFrame } from './soak/attacks.ts';
import { discordKey, discordLoad } from './soak/discord-load.ts';
import { createFaultyProxy, FAULTS, type FaultyProxy } from './soak/faulty-proxy.ts';
import { askInTurn, pick } from './soak/people.ts';
import { slackKey, slackLoad } from './soak/slack-load.ts';
import { createTally, type Tally } from './soak/tally.ts';
import { core, root } from './subjects.ts';

const SECONDS = 600;
/** Everything is compiled, and what is remembered about people and questions is full. */
const WARM_UP_SHARE = 0.2;
const MAX_GROWTH = 0.05;
const ASKING = 8;
const PAUSE_MS = 150;
/** Between two faults nothing fails for as long. */
const FAULT_MS = 4_000;
/** Everything that was asked has been seen to come, or not. */
const REST_MS = 10_000;

export const soak: Bench = {
  name: 'soak',
  isLong: true,
  run: async (seconds = SECONDS) => {
    const stage = await setUp((seconds * (1 + WARM_UP_SHARE) + 300) * 1000);
    const { app } = stage;
    await load(stage, createTally(), seconds * WARM_UP_SHARE);
    const before = await app.usage();
    const tally = createTally();
    await load(stage, tally, seconds);
    const after = await app.usage();
    const code = await app.terminate();
    const growth = after.heapBytes / before.heapBytes - 1;
    if (!tally.isClean() || growth > MAX_GROWTH || code !== 0) process.exitCode = 1;
    await Promise.all([stage.slack.close(), stage.discord.close(), ...stage.proxies.map(({ close }) => close())]);
    return [...tally.lines(), ...findings(stage, { before, after, growth }), `ended with ${code}`];
  },
};

interface Stage {
  slack: PretendSlack;
  discord: PretendDiscord;
  proxies: readonly FaultyProxy[];
  app: AppProcess;
}

async function setUp(limitMs: number): Promise<Stage> {
  const [slackProxy, discordProxy] = await Promise.all([createFaultyProxy(slackKey), createFaultyProxy(discordKey)]);
  const slack = await createPretendSlack({ reachedAt: slackProxy.address });
  const discord = await startPretendDiscord();
  discord.commands.set('', toCommands(core) as never);
  slackProxy.setTarget(slack.listensAt);
  discordProxy.setTarget(discord.apiUrl);
  const settings = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: `http://${discordProxy.address}/api`,
    LOG_LEVEL: 'info',
  };
  const app = await startApp(new URL('adapters/main.ts', root), settings, { limitMs, execArgv: ['--expose-gc'] });
  slack.sendTo(`${app.url}/slack/events`);
  while (!(await fetch(`${app.url}/readyz`)).ok) await pause(100);
  return { slack, discord, proxies: [slackProxy, discordProxy], app };
}

async function load({ slack, discord, proxies, app }: Stage, tally: Tally, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  const isOver = (): boolean => Date.now() > end;
  const crowd = { size: ASKING, pauseMs: PAUSE_MS, isOver };
  const attacker = { size: 1, pauseMs: 100, isOver };
  await Promise.all([
    slackLoad(slack, crowd, tally),
    discordLoad(discord, crowd, tally),
    askInTurn(attacker, async (turn) => {
      await attack(app.url, slack.signingSecret, { tally, turn });
      if (turn % 5 === 0) sendFrame(discord, turn / 5);
    }),
    disturb(discord, proxies, isOver),
  ]);
  await pause(REST_MS);
}

/** One fault after the other, each followed by a time without; in that time the gateway breaks now and then. */
async function disturb(discord: PretendDiscord, proxies: readonly FaultyProxy[], isOver: () => boolean): Promise<void> {
  const { drop, requestReconnect, invalidate } = discord.gateway;
  const breaks = [drop, requestReconnect, () => invalidate(true)];
  for (let turn = 0; !isOver(); turn += 1) {
    for (const proxy of proxies) proxy.setFault(pick(FAULTS, turn));
    await pause(FAULT_MS);
    for (const proxy of proxies) proxy.setFault(undefined);
    if (turn % 2 === 1) pick(breaks, (turn - 1) / 2)();
    await pause(FAULT_MS);
  }
}

function findings(
  { slack, discord, proxies }: Stage,
  { before, after, growth }: { before: Usage; after: Usage; growth: number },
): string[] {
  const megabytes = (bytes: number): string => `${figure(bytes / 1e6)} MB`;
  const refusals = [
    ...slack.workspace.refusals,
    ...discord.refusals.map(({ method, path, code, faults }) => `${method} ${path}: ${code} ${faults.join(', ')}`),
  ];
  const kinds = Map.groupBy(refusals, (one) => one.replace(/\d{4,}[^/ ]*|[\w-]{20,}/g, '…'));
  return [
    `${proxies.map(({ failed }) => failed()).join(' and ')} requests to Slack and Discord were made to fail; what these refused themselves:`,
    ...[...kinds].map(([kind, all]) => `  ${all.length} × ${kind}`),
    `heap ${megabytes(before.heapBytes)} before, ${megabytes(after.heapBytes)} after: ${(100 * growth).toFixed(1)} % (fails above ${100 * MAX_GROWTH} %); resident ${megabytes(before.residentBytes)}, ${megabytes(after.residentBytes)}`,
    `event loop late by ${figure(after.delayMs.p99)} ms (p99), ${figure(after.delayMs.max)} ms at most`,
  ];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
