// The HTTP server: how long it waits, how much it takes, and how it stops. No limit is reached but the one that is tested.
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpLimits, type HttpServer, LIMITS, serveHttp } from '../adapters/http-server.ts';
import { rawConnection, received } from './started-process.ts';

const HOUR = 3_600_000;
const PATIENT: HttpLimits = {
  ...LIMITS,
  headerMs: HOUR,
  requestMs: HOUR,
  idleMs: HOUR,
  silenceMs: HOUR,
  stopHeaderMs: HOUR,
  checkMs: 10,
};
const GET = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
const POST = 'POST /platform/x HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n';

const servers: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ stop }) => stop()));
});

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const afterBody: Handle = (request, response) => {
  request.resume().once('end', () => response.end('done'));
  request.on('error', () => undefined);
};

async function serve(limits: Partial<HttpLimits> = {}, handle: Handle = afterBody) {
  const logs: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void logs.push(line) });
  const running = { isReady: () => true, handle, stop: async () => undefined };
  const platforms = [{ name: 'platform', path: '/platform/', running }];
  const address = { host: '127.0.0.1', port: 0, limits: { ...PATIENT, ...limits } };
  const server = await serveHttp(address, () => platforms, log);
  servers.push(server);
  return { ...server, logs };
}

describe('a request that takes too long', () => {
  it.each([
    ['says nothing at all', { headerMs: 20 }, ''],
    ['does not end its header', { headerMs: 20 }, 'GET / HTTP/1.1\r\nHost: x\r\nX-'],
    ['does not end its body', { requestMs: 20 }, `${POST}half`],
    [
      'sends a body in chunks without end',
      { requestMs: 20 },
      `${POST.replace('Content-Length: 10', 'Transfer-Encoding: chunked')}1\r\nx\r\n`,
    ],
  ])('is ended where it %s', async (_, limits, text) => {
    // Node takes no header limit above the whole request's.
    const { url } = await serve({ ...limits, ...('requestMs' in limits ? { headerMs: 20 } : {}) });
    const socket = await rawConnection(url);
    socket.write(text);
    expect(await received(socket)).toMatch(/^(?:HTTP\/1\.1 408|$)/);
  });

  it('is ended where nobody takes its answers', async () => {
    const { url } = await serve({ silenceMs: 50 }, (_, response) => void response.end(Buffer.alloc(50_000_000)));
    const socket = await rawConnection(url);
    socket.pause();
    socket.on('error', () => undefined);
    socket.write(POST.replace('10', '0'));
    // A socket that is not read learns of its end when it writes.
    const isCut = (): boolean => {
      if (!socket.destroyed) socket.write(GET);
      return socket.destroyed;
    };
    await expect.poll(isCut, { timeout: 10_000 }).toBe(true);
  });
});

describe('connections', () => {
  it.each([
    ['says nothing', ''],
    ['asks again and again', GET],
    ['does not end its header', 'GET / HTTP/1.1\r\nHost: x\r\nX-'],
    ['does not end its body', `${POST}half`],
  ])('beyond the limit make the oldest end that %s, which the log says once', async (_, text) => {
    const { url, logs } = await serve({ connections: 3 });
    const held: Socket[] = [];
    for (let many = 0; many < 10; many += 1) {
      const socket = await rawConnection(url);
      held.push(socket);
      socket.write(text);
    }
    expect((await fetch(`${url}/healthz`, { headers: { connection: 'close' } })).status).toBe(200);
    await Promise.all(held.slice(0, 8).map(received));
    for (const socket of held) socket.destroy();
    expect(logs.filter((line) => line.includes('connections'))).toHaveLength(1);
  });

  it('that wait for an answer do not make room for others', async () => {
    const waiting: ServerResponse[] = [];
    const { url } = await serve({ connections: 2, moreConnections: 2 }, (_, response) => void waiting.push(response));
    const answers = [];
    for (let many = 0; many < 4; many += 1) {
      const socket = await rawConnection(url);
      answers.push(received(socket));
      socket.write(POST.replace('10', '0'));
      await expect.poll(() => waiting.length).toBe(many + 1);
    }
    expect(await received(await rawConnection(url))).toBe('');
    for (const response of waiting) {
      response.shouldKeepAlive = false;
      response.end('done');
    }
    for (const answer of answers) expect(await answer).toContain('done');
  });

  it('with a body that nobody asked for are ended with the answer', async () => {
    const { url } = await serve();
    const socket = await rawConnection(url);
    socket.write(`${POST.replace('/platform/x', '/healthz').replace('10', '1000000')}the beginning`);
    expect(await received(socket)).toMatch(/^HTTP\/1\.1 200[\s\S]*connection: close/i);
  });
});

describe('a stop', () => {
  it('ends a connection that has been silent', async () => {
    const { url, stop } = await serve();
    const socket = await rawConnection(url);
    for (const text of [GET, GET]) {
      socket.write(text);
      expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 200[\s\S]*connection: keep-alive/i);
    }
    const ended = received(socket);
    await stop();
    expect(await ended).toBe('');
  });

  it('ends a connection that has never said anything', async () => {
    const { url, stop } = await serve();
    const socket = await rawConnection(url);
    await fetch(`${url}/healthz`, { headers: { connection: 'close' } });
    const ended = received(socket);
    await stop();
    expect(await ended).toBe('');
  });

  it('ends a connection with its answer, also where the answer has begun before', async () => {
    let response: ServerResponse | undefined;
    const { url, stop } = await serve({}, (_, begun) => {
      begun.write('begun, ');
      response = begun;
    });
    const socket = await rawConnection(url);
    socket.write(POST.replace('10', '0'));
    await once(socket, 'data');
    const rest = received(socket);
    const stopped = stop();
    response?.end('ended');
    expect(await rest).toContain('ended');
    await stopped;
  });

  it('waits for a body that still comes', async () => {
    const { url, stop } = await serve();
    const socket = await rawConnection(url);
    socket.write(`${POST}half`);
    await fetch(`${url}/healthz`, { headers: { connection: 'close' } });
    const stopped = stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    socket.write(' of it');
    expect(await received(socket)).toMatch(/^HTTP\/1\.1 200[\s\S]*connection: close[\s\S]*done$/i);
    await stopped;
  });

  it('waits no longer for a body than before', async () => {
    const { url, stop } = await serve({ requestMs: 100, headerMs: 100, checkMs: HOUR });
    const socket = await rawConnection(url);
    socket.write(`${POST}half`);
    const ended = received(socket);
    await fetch(`${url}/healthz`, { headers: { connection: 'close' } });
    await stop();
    expect(await ended).toBe('');
  });

  it('cuts no answer that is not sent to its end', async () => {
    const size = 50_000_000;
    const { url, stop } = await serve({}, (_, response) => void response.end(Buffer.alloc(size)));
    const socket = await rawConnection(url);
    socket.write(POST.replace('10', '0'));
    await once(socket, 'readable');
    const stopped = stop();
    expect((await received(socket)).length).toBeGreaterThan(size);
    await stopped;
  });

  it('waits a moment for a header that is on its way, and no longer', async () => {
    const { url, stop } = await serve({ stopHeaderMs: 300 });
    const [quick, slow] = [await rawConnection(url), await rawConnection(url)];
    for (const socket of [quick, slow]) socket.write('GET /healthz HTTP/1.1\r\nHost');
    await fetch(`${url}/healthz`, { headers: { connection: 'close' } });
    const answers = Promise.all([received(quick), received(slow)]);
    const stopped = stop();
    quick.write(': x\r\n\r\n');
    expect(await answers).toEqual([expect.stringMatching(/^HTTP\/1\.1 200[\s\S]*connection: close/i), '']);
    await stopped;
  });
});
