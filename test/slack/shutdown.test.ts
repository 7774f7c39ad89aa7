// Nothing that was acknowledged is dropped when the app stops, and nothing is acknowledged that nobody will answer.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { eventPayload } from '../../playground/pretend-slack/payloads.ts';
import { signature } from '../../playground/pretend-slack/transport.ts';
import {
  EMMA,
  INCIDENT,
  privateMessage,
  publicMessage,
  type SlackUnderTest,
  startSlack,
  TRANSPORTS,
} from './slack-under-test.ts';

const EVENT = { type: 'app_mention', user: EMMA, channel: INCIDENT, ts: '1.1', text: '<@U0BOT> 502' };
let app: SlackUnderTest;
afterEach(() => app?.stop());

/** A signed mention, with the last byte of its body held back. */
async function halfMention({ slack, url }: SlackUnderTest): Promise<{ socket: Socket; rest: string }> {
  const body = JSON.stringify(eventPayload(slack.workspace, EVENT));
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const headers = {
    host: 'x',
    connection: 'close',
    'content-type': 'application/json',
    'content-length': String(body.length),
    ...signature(slack.signingSecret, body, Date.now()),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /slack/events HTTP/1.1\r\n${lines.join('')}\r\n${body.slice(0, -1)}`);
  // The server has seen it as soon as it answers something that came later.
  await fetch(`${url}/healthz`);
  return { socket, rest: body.slice(-1) };
}

const statusOf = async (socket: Socket): Promise<number> => {
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return Number(answer.toString().split(' ')[1]);
};

describe('over HTTP', () => {
  it('a mention whose body ends while the server stops is answered before the adapter has stopped', async () => {
    app = await startSlack();
    const { socket, rest } = await halfMention(app);
    const stopped = app.stopServer().then(() => app.stopAdapter());
    socket.write(rest);
    expect(await statusOf(socket)).toBe(200);
    await stopped;
    expect(publicMessage(app.slack)?.text).toContain('502');
  });

  it('a mention whose body ends while the adapter stops is answered before it has stopped', async () => {
    app = await startSlack({ timing: { languageMs: 2_000 } });
    app.slack.faults.next('users.info', 'hang');
    const asked = app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    const { socket, rest } = await halfMention(app);
    await app.slack.until(() => app.slack.workspace.calls.some(({ method }) => method === 'users.info'));
    const stopped = app.stopAdapter();
    expect(app.isReady()).toBe(false);
    socket.write(rest);
    expect(await statusOf(socket)).toBe(200);
    await stopped;
    expect(publicMessage(app.slack)?.text).toContain('502');
    expect((await asked).status).toBe(200);
  });

  it('a mention whose body ends after the adapter has stopped is not acknowledged, so that it comes again', async () => {
    app = await startSlack();
    const { socket, rest } = await halfMention(app);
    await app.stopAdapter();
    socket.write(rest);
    expect(await statusOf(socket)).toBe(503);
    expect(app.slack.workspace.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });
});

describe('over a socket', () => {
  it('a mention that was acknowledged is answered before the adapter has stopped', async () => {
    app = await startSlack({ transport: 'socket' });
    await app.slack.event(EVENT);
    await app.stopAdapter();
    expect(publicMessage(app.slack)?.text).toContain('502');
  });

  it('what comes while the adapter stops is not acknowledged, so that it comes again', async () => {
    app = await startSlack({ transport: 'socket', timing: { languageMs: 2_000 } });
    app.slack.faults.next('users.info', 'hang');
    const asked = app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    await app.slack.until(() => app.slack.workspace.calls.some(({ method }) => method === 'users.info'));
    const stopped = app.stopAdapter();
    expect(app.isReady()).toBe(false);
    const late = app.slack.event({ ...EVENT, ts: '2.2' }).then(
      () => 'acknowledged',
      () => 'not acknowledged',
    );
    expect((await asked).status).toBe(200);
    await stopped;
    expect(privateMessage(app.slack, EMMA)?.text).toContain('502');
    expect(publicMessage(app.slack)).toBeUndefined();
    expect(await late).toBe('not acknowledged');
  });
});

describe.each(TRANSPORTS)('stopping over %s', (transport) => {
  it('may be asked for twice', async () => {
    app = await startSlack({ transport });
    await Promise.all([app.stopAdapter(), app.stopAdapter()]);
    await app.stopAdapter();
  });

  it('does not wait for ever for a Slack that is silent', async () => {
    app = await startSlack({ transport, timing: { stopMs: 50 } });
    app.slack.faults.always('chat.postMessage', 'hang');
    await app.slack.event(EVENT);
    await app.slack.until(() => app.slack.workspace.calls.some(({ method }) => method === 'chat.postMessage'));
    await app.stopAdapter();
    expect(app.logs).toContainEqual(expect.objectContaining({ unfinished: 1 }));
  });
});
