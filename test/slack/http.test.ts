import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signature } from '../../playground/pretend-slack/transport.ts';
import { EMMA, INCIDENT, privateMessage, type SlackUnderTest, startSlack } from './slack-under-test.ts';

const FORM = 'application/x-www-form-urlencoded';

describe('over HTTP', () => {
  let app: SlackUnderTest;
  beforeAll(async () => {
    app = await startSlack();
  });
  afterAll(async () => {
    // Whatever was sent before, people are still answered.
    await app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    expect(privateMessage(app.slack, EMMA)).toBeDefined();
    await app.stop();
  });

  const post = async (
    body: string,
    options: { type?: string; headers?: Record<string, string>; path?: string; method?: string } = {},
  ) => {
    const { type = FORM, path = '/slack/events', method = 'POST' } = options;
    const headers = {
      'content-type': type,
      ...signature(app.slack.signingSecret, body, Date.now()),
      ...options.headers,
    };
    const response = await fetch(app.url + path, { method, headers, ...(method === 'GET' ? {} : { body }) });
    return response.status;
  };

  it.each([
    ['a wrong signature', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
    ['an empty signature', { 'x-slack-signature': '' }],
    ['a time that is long past', { 'x-slack-request-timestamp': '1600000000' }],
    ['a time that is none', { 'x-slack-request-timestamp': 'yesterday' }],
  ])('refuses %s with 401', async (_, headers) => {
    expect(await post('command=%2Fhttp&text=502', { headers })).toBe(401);
  });

  it.each([-310, 310])('refuses what was signed %i seconds from now with 401', async (seconds) => {
    const body = 'command=%2Fhttp&text=502';
    expect(await post(body, { headers: signature(app.slack.signingSecret, body, Date.now() + seconds * 1000) })).toBe(
      401,
    );
  });

  it('refuses what is neither signed nor a payload with 401', async () => {
    expect(await post('hello', { headers: { 'x-slack-signature': 'v0=0' } })).toBe(401);
  });

  it('refuses a request without any signature with 401', async () => {
    const response = await fetch(`${app.url}/slack/events`, {
      method: 'POST',
      body: 'command=%2Fhttp',
      headers: { 'content-type': FORM },
    });
    expect(response.status).toBe(401);
  });

  it('warns of what is not signed once in a while, however much of it comes', async () => {
    const headers = { 'x-slack-signature': 'v0=0' };
    for (let times = 0; times < 20; times += 1) expect(await post('hello', { headers })).toBe(401);
    const told = app.logs.filter(({ msg }) => String(msg).startsWith('request refused'));
    expect(told).toHaveLength(1);
  });

  it.each([
    ['text that is no form', 'hello', FORM],
    ['no JSON', '{"type":', 'application/json'],
    ['null', 'null', 'application/json'],
    ['null in a form', 'payload=null', FORM],
    ['a number', '7', 'application/json'],
    ['an empty body', '', FORM],
    ['another kind of content', '<xml/>', 'text/xml'],
  ])('refuses %s with 400', async (_, body, type) => {
    expect(await post(body, { type })).toBe(400);
  });

  it.each([
    ['an interaction without a user', `payload=${encodeURIComponent('{"type":"block_actions","actions":[{}]}')}`, FORM],
    ['an event without an event', '{"type":"event_callback"}', 'application/json'],
  ])('survives %s', async (_, body, type) => {
    expect(await post(body, { type })).toBeGreaterThanOrEqual(400);
  });

  describe('checks the signature over the bytes as they came', () => {
    const sign = (body: Buffer) => {
      const timestamp = String(Math.floor(Date.now() / 1000));
      const hash = createHmac('sha256', app.slack.signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex');
      return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
    };
    const send = async (body: Buffer, signed: Buffer) => {
      const headers = { 'content-type': FORM, ...sign(signed) };
      return (await fetch(`${app.url}/slack/events`, { method: 'POST', headers, body: new Uint8Array(body) })).status;
    };
    const command = (...text: number[]) =>
      Buffer.concat([Buffer.from(`command=%2Fhttp&user_id=${EMMA}&text=502`), Buffer.from(text)]);

    it.each([
      ['no UTF-8', [0xff, 0xfe]],
      ['half a character', [0xe4, 0xb8]],
      ['a byte order mark', [0xef, 0xbb, 0xbf]],
    ])('of %s', async (_, bytes) => {
      expect(await send(command(...bytes), command(...bytes))).toBe(200);
    });

    it('and takes none for others that read the same', async () => {
      expect(await send(command(0xff), command(0xef, 0xbf, 0xbd))).toBe(401);
      expect(await send(command(0xc0, 0x80), command(0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd))).toBe(401);
    });
  });

  it('reads a body that comes byte by byte', async () => {
    const body = Buffer.from(`command=%2Fhttp&user_id=${EMMA}&text=502`);
    const headers = { 'content-type': FORM, ...signature(app.slack.signingSecret, body.toString(), Date.now()) };
    let at = 0;
    const stream = new ReadableStream({
      pull: (controller) => {
        if (at === body.length) controller.close();
        else controller.enqueue(new Uint8Array(body.subarray(at, ++at)));
      },
    });
    const response = await fetch(`${app.url}/slack/events`, {
      method: 'POST',
      headers,
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(200);
  });

  it('leaves alone what is broken off, before and after it is understood', async () => {
    const { hostname, port } = new URL(app.url);
    const body = `command=%2Fhttp&user_id=${EMMA}&text=502`;
    const signed = Object.entries(signature(app.slack.signingSecret, body, Date.now())).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    const head = `POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-type: ${FORM}\r\ncontent-length: ${body.length}\r\n${signed.join('')}\r\n`;
    for (const sent of [head, head + body.slice(0, 5), head + body]) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(sent);
      await fetch(`${app.url}/healthz`);
      socket.resetAndDestroy();
    }
    expect(await post(body)).toBe(200);
  });

  it('refuses a body of more than a megabyte with 413', async () => {
    expect(await post(`command=%2Fhttp&text=${'x'.repeat(1_100_000)}`)).toBe(413);
  });

  it('refuses an endless body with 413', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(100_000));
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent > 15) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const response = await fetch(`${app.url}/slack/events`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': FORM },
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it.each([
    ['/slack/other', 'POST'],
    ['/slack/events', 'GET'],
    ['/slack/events/more', 'POST'],
    ['/elsewhere', 'POST'],
  ])('answers %s %s with 404', async (path, method) => {
    expect(await post('command=%2Fhttp', { path, method })).toBe(404);
  });

  it('answers a command that it does not have with 404', async () => {
    expect(await post('command=%2Fother&text=502')).toBe(404);
  });

  it('acknowledges with the card as JSON of a known length', async () => {
    const body = `command=%2Fhttp&text=502&user_id=${EMMA}&team_id=T0PRETEND`;
    const headers = { 'content-type': FORM, ...signature(app.slack.signingSecret, body, Date.now()) };
    const response = await fetch(`${app.url}/slack/events`, { method: 'POST', headers, body });
    const content = await response.bytes();
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-length')).toBe(String(content.length));
    expect(JSON.parse(new TextDecoder().decode(content))).toMatchObject({ response_type: 'ephemeral' });
  });

  it('confirms its address to Slack', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' });
    const headers = { 'content-type': 'application/json', ...signature(app.slack.signingSecret, body, Date.now()) };
    const response = await fetch(`${app.url}/slack/events`, { method: 'POST', headers, body });
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  it('answers the certificate check, which is not signed', async () => {
    const response = await fetch(`${app.url}/slack/events`, {
      method: 'POST',
      body: 'ssl_check=1&command=%2Fhttp',
      headers: { 'content-type': FORM },
    });
    expect(response.status).toBe(200);
  });
});
