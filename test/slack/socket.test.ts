import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../../adapters/slack/listen.ts';
import { TIMING } from '../../adapters/slack/timing.ts';
import { createPretendSlack } from '../../playground/pretend-slack.ts';
import { core } from '../core-under-test.ts';
import { EMMA, INCIDENT, privateMessage, type SlackUnderTest, startSlack, TRANSPORTS } from './slack-under-test.ts';

const log = pino({ level: 'silent' });
const timing = { wait: (ms: number) => (ms === 300 ? new Promise(() => undefined) : Promise.resolve()) };

describe('the socket', () => {
  let app: SlackUnderTest;
  const start = async () => {
    app = await startSlack({ transport: 'socket', timing });
  };
  afterEach(() => app?.stop());

  const opened = (count: number) =>
    app.slack.until(
      () =>
        app.slack.workspace.calls.filter(({ method }) => method === 'apps.connections.open').length >= count &&
        app.slack.sockets.count() === 1,
    );
  const answers = async () => {
    await app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    return privateMessage(app.slack, EMMA) !== undefined;
  };

  it('is opened again when Slack asks for it', async () => {
    await start();
    app.slack.sockets.refresh();
    await opened(2);
    expect(await answers()).toBe(true);
  });

  it('is opened again when the network drops it', async () => {
    await start();
    app.slack.sockets.drop();
    await opened(2);
    expect(await answers()).toBe(true);
  });

  it('is opened again through an outage, without end', async () => {
    await start();
    app.slack.faults.next('apps.connections.open', ...Array.from({ length: 8 }, () => ({ status: 503 })));
    app.slack.sockets.drop();
    await opened(10);
    expect(await answers()).toBe(true);
  });

  it('waits as long as Slack asks before it is opened again', async () => {
    const pauses: number[] = [];
    const wait = (ms: number) => {
      pauses.push(ms);
      return timing.wait(ms);
    };
    app = await startSlack({ transport: 'socket', timing: { wait } });
    app.slack.faults.next('apps.connections.open', { status: 429, retryAfter: 30 }, { status: 429, retryAfter: 1e9 });
    app.slack.sockets.drop();
    await opened(4);
    expect(pauses.filter((ms) => ms > 5_000)).toEqual([30_000, 300_000]);
  });

  it('that never holds is opened again more and more slowly', async () => {
    const pauses: number[] = [];
    const wait = (ms: number) => {
      if (ms !== 300) pauses.push(ms);
      return timing.wait(ms);
    };
    const time = { now: 0 };
    app = await startSlack({ transport: 'socket', timing: { wait, now: () => time.now, reconnectMs: 500 } });
    const dropped = async (count: number): Promise<void> => {
      app.slack.sockets.drop();
      await opened(count);
      await expect.poll(() => app.isReady()).toBe(true);
    };
    for (const count of [2, 3, 4, 5]) await dropped(count);
    expect(pauses).toEqual([500, 1000, 2000]);
    time.now = 10_000;
    await dropped(6);
    expect(pauses).toHaveLength(3);
    expect(await answers()).toBe(true);
  });

  it('is not ready while it is gone', async () => {
    await start();
    expect(app.isReady()).toBe(true);
    app.slack.faults.next('apps.connections.open', { error: 'invalid_auth' });
    app.slack.sockets.drop();
    await app.slack.until(() => app.logs.some(({ msg }) => String(msg).startsWith('slack refuses the socket')));
    expect(app.isReady()).toBe(false);
  });
});

describe('what is in flight', () => {
  it.each([
    ['before another is open', 60_000],
    ['and another is open', 0],
  ])('is answered another way when the socket breaks before the acknowledgement, %s', async (_, reconnectMs) => {
    const app = await startSlack({ transport: 'socket', timing: { languageMs: 200, reconnectMs } });
    if (reconnectMs > 0) app.slack.faults.next('apps.connections.open', { status: 503 });
    app.slack.faults.next('users.info', 'hang');
    const asked = app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT }).catch(() => undefined);
    await app.slack.until(() => app.slack.workspace.calls.some(({ method }) => method === 'users.info'));
    app.slack.sockets.drop();
    expect((await app.slack.until(() => privateMessage(app.slack, EMMA))).text).toContain('502 Bad Gateway');
    await asked;
    await app.stop();
  });

  it.each(TRANSPORTS)('is finished before the adapter has stopped, over %s', async (transport) => {
    const app = await startSlack({ transport, timing: { languageMs: 200 } });
    app.slack.faults.next('users.info', 'hang');
    const asked = app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    await app.slack.until(() => app.slack.workspace.calls.some(({ method }) => method === 'users.info'));
    await app.stopAdapter();
    expect((await asked).status).toBe(200);
    expect(privateMessage(app.slack, EMMA)?.text).toContain('502 Bad Gateway');
    await app.stop();
  });
});

describe('the start', () => {
  const start = async (fail: (slack: Awaited<ReturnType<typeof createPretendSlack>>) => void, change: object = {}) => {
    const slack = await createPretendSlack();
    fail(slack);
    const env = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      ...change,
    };
    try {
      const running = await listen({ core, env, defaultLocale: 'en', log }, { ...TIMING, ...timing });
      await running.stop();
      return 'started';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await slack.close();
    }
  };

  it('fails with a wrong bot token', async () => {
    expect(await start(() => undefined, { SLACK_BOT_TOKEN: 'xoxb-wrong' })).toContain('invalid_auth');
  });

  it('fails with a wrong app token', async () => {
    expect(await start(() => undefined, { SLACK_APP_TOKEN: 'xapp-wrong' })).toContain('invalid_auth');
  });

  it('takes a few failures of Slack', async () => {
    expect(await start(({ faults }) => faults.next('apps.connections.open', { status: 503 }, { status: 500 }))).toBe(
      'started',
    );
  });

  it('gives up where Slack stays away', async () => {
    expect(
      await start(({ faults }) =>
        faults.next('apps.connections.open', ...Array.from({ length: 9 }, () => ({ status: 503 }))),
      ),
    ).toContain('503');
  });
});
