// `/http` over the gateway, answered with the full card, beside a bare discord.js client that replies "ok".
import { toCommands } from '../../adapters/discord/registration.ts';
import { type PretendDiscord, startPretendDiscord } from '../../playground/pretend-discord.ts';
import { type AppProcess, startApp } from './app-process.ts';
import { type Bench, percentile } from './measure.ts';
import { memory, type Rounds, takeTurns } from './rounds.ts';
import { core, root } from './subjects.ts';

/** In a round: first one after the other, for the latency, then many at once, for the rate. */
const ALONE = 200;
const TOGETHER = 3000;
const AT_ONCE = 32;
const QUESTIONS = ['502', '499', '404', '4xx', 'nginx 499', '502 vs 504', 'gateway timeout', '403.14'];

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
    const atStart = await memory(real.app, bare.app);
    const rounds = await takeTurns({ bare: () => use(bare), real: () => use(real) });
    const afterwards = await memory(real.app, bare.app);
    const lines = [...findings(rounds), `memory     ${atStart} at the start, ${afterwards} after the load`];
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
  discord.faults.push({ match: 'POST /interactions/', status: 204, headers: {}, times: Number.POSITIVE_INFINITY });
  return { discord, app };
}

/** Each question is somebody else's: one person may ask twenty in ten seconds. */
function asker(discord: PretendDiscord): (index: number) => Promise<unknown> {
  const channel = discord.channel(discord.guild());
  return (index) => {
    const query = QUESTIONS[index % QUESTIONS.length] ?? '';
    return discord.slash(discord.person('ann'), channel, { name: 'http', options: { query } });
  };
}

async function use({ discord, app }: Side) {
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
    cpu: (after.cpuMicroseconds - before.cpuMicroseconds) / TOGETHER,
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

function findings({ of, ratio, added }: Rounds<'perSecond' | 'latency' | 'cpu'>): string[] {
  const line = (side: 'bare' | 'real'): string =>
    `${of(side, 'perSecond')} a second, ${of(side, 'latency')} ms alone, ${of(side, 'cpu')} µs of CPU each`;
  return [
    `discord.js ${line('bare')}`,
    `slash-http ${line('real')}`,
    `ratios     rate ${ratio('perSecond')} (target: at least 0.7), CPU ${ratio('cpu')}; latency ${added('latency')} ms added`,
  ];
}
