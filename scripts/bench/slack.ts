// `/http 502` over HTTP, answered with the full card, beside a bare Bolt app that only acknowledges.
import autocannon from 'autocannon';
import { signature } from '../../playground/pretend-slack/transport.ts';
import { createPretendSlack, type PretendSlack } from '../../playground/pretend-slack.ts';
import { type AppProcess, startApp } from './app-process.ts';
import { type Bench, percentile } from './measure.ts';
import { memory, type Rounds, takeTurns } from './rounds.ts';
import { root } from './subjects.ts';

const SECONDS = 2;
const CONNECTIONS = 10;
/** So many that nobody asks too often. */
const PEOPLE = 3_000;

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
    const atStart = await memory(real, bare);
    // Whose language is not known yet is not what is measured.
    await load(real, requests, { amount: PEOPLE });
    const rounds = await takeTurns({ bare: () => load(bare, requests), real: () => load(real, requests) });
    const lines = [
      ...findings(rounds),
      `memory     ${atStart} at the start, ${await memory(real, bare)} after the load`,
    ];
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
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      ...signature(signingSecret, body, Date.now()),
    };
    return { method: 'POST', path: '/slack/events', headers, body };
  });
}

async function load(
  app: AppProcess,
  requests: autocannon.Request[],
  until: { amount: number } | { duration: number } = { duration: SECONDS },
) {
  const before = await app.usage();
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    let client = 0;
    // Each connection is other people.
    const setupClient = (one: autocannon.Client): void => {
      one.setRequests(requests.filter((_, index) => index % CONNECTIONS === client));
      client += 1;
    };
    const options = { url: app.url, connections: CONNECTIONS, ...until, setupClient };
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  const after = await app.usage();
  return {
    perSecond: times.length / result.duration,
    p99: percentile(times, 99),
    cpu: (after.cpuMicroseconds - before.cpuMicroseconds) / times.length,
    failed: result.errors + result.non2xx,
  };
}

function findings({ of, ratio }: Rounds<'perSecond' | 'p99' | 'cpu' | 'failed'>): string[] {
  const line = (side: 'bare' | 'real'): string =>
    `${of(side, 'perSecond')} a second, p99 ${of(side, 'p99')} ms, ${of(side, 'cpu')} µs of CPU each, ${of(side, 'failed')} failed`;
  return [
    `bare Bolt  ${line('bare')}`,
    `slash-http ${line('real')}`,
    `ratios     rate ${ratio('perSecond')} (target: at least 0.7), p99 ${ratio('p99')} (target: at most 1.5), CPU ${ratio('cpu')}`,
  ];
}
