import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BareApp, startBareApp } from './bare-app.ts';

let app: BareApp;
beforeAll(async () => {
  app = await startBareApp();
});
afterAll(() => app.close());

describe('the gateway', () => {
  async function connect(): Promise<{
    socket: WebSocket;
    next: () => Promise<{ op: number; t?: string; s?: number; d: Record<string, unknown> }>;
  }> {
    const socket = new WebSocket(app.discord.gateway.url());
    const inbox: string[] = [];
    socket.on('message', (data) => void inbox.push(String(data)));
    const next = async () => {
      if (inbox.length === 0) await once(socket, 'message');
      return JSON.parse(inbox.shift() ?? '');
    };
    expect((await next()).op).toBe(10);
    return { socket, next };
  }
  const identify = { op: 2, d: { token: 'pretend-bot-token', intents: 0, properties: {} } };

  it.each<[string, unknown[], number]>([
    ['what is no JSON', ['{'], 4002],
    ['an opcode before identifying', [{ op: 3, d: {} }], 4003],
    ['an unknown opcode', [identify, { op: 99, d: {} }], 4001],
    ['a wrong token', [{ op: 2, d: { ...identify.d, token: 'x' } }], 4004],
    ['identifying twice', [identify, identify], 4005],
    ['a privileged intent', [{ op: 2, d: { ...identify.d, intents: 1 << 15 } }], 4014],
    ['identifying without intents', [{ op: 2, d: { token: identify.d.token } }], 4002],
    ['more than 120 messages at once', Array.from({ length: 121 }, () => ({ op: 1, d: null })), 4008],
  ])('closes the connection for %s', async (_, sent, code) => {
    const { socket } = await connect();
    const closed = once(socket, 'close');
    for (const one of sent) socket.send(typeof one === 'string' ? one : JSON.stringify(one));
    expect((await closed)[0]).toBe(code);
  });

  it('plays back what was missed, once, and refuses a sequence that never was', async () => {
    const { socket, next } = await connect();
    socket.send(JSON.stringify({ op: 2, d: { ...identify.d, intents: 512 } }));
    const ready = await next();
    socket.terminate();
    await once(app.discord.gateway, 'closed');
    app.discord.say(app.ann, app.room, 'hello');
    const again = await connect();
    const resume = { op: 6, d: { token: app.discord.token, session_id: ready.d.session_id, seq: ready.s } };
    again.socket.send(JSON.stringify(resume));
    const played = await again.next();
    expect(played).toMatchObject({ t: 'MESSAGE_CREATE', s: 2, d: { content: '' } });
    expect((await again.next()).t).toBe('RESUMED');
    const third = await connect();
    const closed = once(third.socket, 'close');
    third.socket.send(JSON.stringify({ ...resume, d: { ...resume.d, seq: 99 } }));
    expect((await closed)[0]).toBe(4007);
    again.socket.terminate();
  });

  it('does not know a session that never was', async () => {
    const { socket, next } = await connect();
    socket.send(JSON.stringify({ op: 6, d: { token: app.discord.token, session_id: 'x', seq: 1 } }));
    expect(await next()).toMatchObject({ op: 9, d: false });
    socket.terminate();
  });
});
