// `/http 502` over HTTP, answered with the full card, beside a bare Bolt app that only acknowledges.
import autocannon from 'autocannon';
import { signature } from '../../playground/pretend-slack/transport.ts';
import { createPretendSlack, type PretendSlack } from '../../playground/pretend-slack.ts';
import { type AppProcess, median, megabytes, startApp } from './app-process.ts';
import { type Bench, figure, percentile } from './measure.ts';
import { root } from './subjects.ts';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 10;
const PEOPLE = 50;

interface Round {
  perSecond: number;
  p99: number;
  cpuMicroseconds: number;
  failed: number;
}

export const slack: Bench = {
  name: 'slack',
  run: async () => {
    const pretend = await createPretendSlack();
    const requests = signedCommands(pretend);
    const settings = {
      SLACK_BOT_TOKEN: pretend.botToken,
      SLACK_SIGNING_SECRET: pretend.signingSecret,
      SLACK_API_URL: pretend.apiUrl,
    };
    const bare = await startApp(new URL('./bare-slack-app.ts', import.meta.url), settings);
    const real = await startApp(new URL('adapters/main.ts', root), settings);
    const rounds: { bare: Round; real: Round }[] = [];
    // The first round, in which everything is still compiled, does not count.
    for (let round = 0; round <= ROUNDS; round++)
      rounds.push({ bare: await load(bare, requests), real: await load(real, requests) });
    const lines = [...findings(rounds.slice(1)), await memory(bare, real)];
    await Promise.all([bare.stop(), real.stop(), pretend.close()]);
    return lines;
  },
};

/** From several people, whose languages the app looks up once. */
function signedCommands({ workspace, signingSecret, apiUrl }: PretendSlack): autocannon.Request[] {
  return Array.from({ length: PEOPLE }, (_, index) => {
    const user = `U0PERSON${index}`;
    workspace.people.set(user, { id: user, name: user, locale: 'en-US' });
    const body = new URLSearchParams({
      token: 'pretend',
      command: '/http',
      text: '502',
      response_url: `${apiUrl}response`,
      trigger_id: `${index}.pretend`,
      user_id: user,
      user_name: user,
      team_id: workspace.team,
      team_domain: 'pretend',
      channel_id: 'C0INCIDENT',
      channel_name: 'incident',
      api_app_id: 'A0PRETEND',
      is_enterprise_install: 'false',
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signature(signingSecret, body, Date.now()) };
    return { method: 'POST', path: '/slack/events', headers, body };
  });
}

async function load(app: AppProcess, requests: autocannon.Request[]): Promise<Round> {
  const before = await app.usage();
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url: app.url, connections: CONNECTIONS, duration: SECONDS, requests };
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  const after = await app.usage();
  return {
    perSecond: times.length / result.duration,
    p99: percentile(times, 99),
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / times.length,
    failed: result.errors + result.non2xx,
  };
}

function findings(rounds: readonly { bare: Round; real: Round }[]): string[] {
  const line = (name: 'bare' | 'real', words: string): string => {
    const of = (part: keyof Round): string => figure(median(rounds, (round) => round[name][part]));
    return `${words} ${of('perSecond')} a second, p99 ${of('p99')} ms, ${of('cpuMicroseconds')} µs of CPU each, ${of('failed')} failed`;
  };
  const ratio = (part: keyof Round): string => figure(median(rounds, ({ bare, real }) => real[part] / bare[part]));
  return [
    line('bare', 'bare Bolt app'),
    line('real', 'slash-http   '),
    `rate ${ratio('perSecond')} of the bare app (target: at least 0.7), p99 ${ratio('p99')} times as long (target: at most 1.5), CPU ${ratio('cpuMicroseconds')} times`,
  ];
}

async function memory(bare: AppProcess, real: AppProcess): Promise<string> {
  return `resident memory after the load: ${megabytes(await real.usage())}, bare ${megabytes(await bare.usage())}`;
}
