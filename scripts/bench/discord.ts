// `/http` over the gateway, answered with the full card, beside a bare discord.js client that replies "ok".
import { toCommands } from '../../adapters/discord/registration.ts';
import { type PretendDiscord, startPretendDiscord } from '../../playground/pretend-discord.ts';
import { type AppProcess, median, megabytes, startApp } from './app-process.ts';
import { type Bench, figure, percentile } from './measure.ts';
import { core, root } from './subjects.ts';

const ROUNDS = 5;
/** In a round: first one after the other, for the latency, then many at once, for the rate. */
const ALONE = 200;
const TOGETHER = 2000;
const AT_ONCE = 32;
const QUESTIONS = ['502', '499', '404', '4xx', 'nginx 499', '502 vs 504', 'gateway timeout', '403.14'];

interface Round {
  perSecond: number;
  latency: number;
  cpuMicroseconds: number;
}

/** An app and the pretend Discord that it alone is connected to. */
interface Side {
  discord: PretendDiscord;
  app: AppProcess;
}

export const discord: Bench = {
  name: 'discord',
  run: async () => {
    const bare = await connect(new URL('./bare-discord-app.ts', import.meta.url));
    const real = await connect(new URL('adapters/main.ts', root));
    const rounds: { bare: Round; real: Round }[] = [];
    // The first round, in which everything is still compiled, does not count.
    for (let round = 0; round <= ROUNDS; round++) rounds.push({ bare: await use(bare), real: await use(real) });
    const lines = [...findings(rounds.slice(1)), await memory(bare, real)];
    for (const { app, discord } of [bare, real]) {
      await app.stop();
      await discord.close();
    }
    return lines;
  },
};

async function connect(program: URL): Promise<Side> {
  const discord = await startPretendDiscord();
  discord.commands.set('', toCommands(core) as never);
  const app = await startApp(program, {
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.apiUrl,
  });
  const ask = asker(discord);
  await ask(0);
  // From now on answers are taken unseen: to check a card takes longer than to write it.
  discord.faults.push({ match: 'POST /interactions/', status: 200, times: Number.POSITIVE_INFINITY });
  return { discord, app };
}

function asker(discord: PretendDiscord): (index: number) => Promise<unknown> {
  const person = discord.person('ann');
  const channel = discord.channel(discord.guild());
  return (index) =>
    discord.slash(person, channel, { name: 'http', options: { query: QUESTIONS[index % QUESTIONS.length] ?? '' } });
}

async function use({ discord, app }: Side): Promise<Round> {
  const ask = asker(discord);
  const latencies: number[] = [];
  for (let index = 0; index < ALONE; index++) {
    const start = performance.now();
    const answered = discord.next('requested');
    void ask(index);
    await answered;
    latencies.push(performance.now() - start);
  }
  const before = await app.usage();
  const start = performance.now();
  await askTogether(discord, ask);
  const seconds = (performance.now() - start) / 1000;
  const after = await app.usage();
  return {
    perSecond: TOGETHER / seconds,
    latency: percentile(latencies, 50),
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / TOGETHER,
  };
}

/** Whenever one is answered, the next one is asked. */
async function askTogether({ events }: PretendDiscord, ask: (index: number) => Promise<unknown>): Promise<void> {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  let asked = 0;
  let answered = 0;
  const askNext = (): void => {
    if (asked < TOGETHER) void ask(asked++);
  };
  const onAnswer = (): void => {
    askNext();
    if (++answered === TOGETHER) resolve();
  };
  events.on('requested', onAnswer);
  for (let count = 0; count < AT_ONCE; count++) askNext();
  await done;
  events.off('requested', onAnswer);
}

function findings(rounds: readonly { bare: Round; real: Round }[]): string[] {
  const line = (name: 'bare' | 'real', words: string): string => {
    const of = (part: keyof Round): string => figure(median(rounds, (round) => round[name][part]));
    return `${words} ${of('perSecond')} a second, ${of('latency')} ms alone, ${of('cpuMicroseconds')} µs of CPU each`;
  };
  const ratio = (part: keyof Round): string => figure(median(rounds, ({ bare, real }) => real[part] / bare[part]));
  const added = figure(median(rounds, ({ bare, real }) => real.latency - bare.latency));
  return [
    line('bare', 'bare discord.js'),
    line('real', 'slash-http     '),
    `rate ${ratio('perSecond')} of the bare client (target: at least 0.7), ${added} ms added, CPU ${ratio('cpuMicroseconds')} times`,
  ];
}

async function memory(bare: Side, real: Side): Promise<string> {
  return `resident memory after the load: ${megabytes(await real.app.usage())}, bare ${megabytes(await bare.app.usage())}`;
}
