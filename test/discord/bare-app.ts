// A connected app without any SDK, which says to a pretend Discord whatever a test wants.
import { EventEmitter, once } from 'node:events';
import { WebSocket } from 'ws';
import {
  type Channel,
  type Person,
  type PretendDiscord,
  startPretendDiscord,
} from '../../playground/pretend-discord.ts';

export const V2 = 1 << 15;
export const EPHEMERAL = 1 << 6;
export const text = (content: string) => ({ type: 10, content });
export const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: 'x', custom_id, ...more });
export const row = (...components: object[]) => ({ type: 1, components });
export const good = { components: [text('hello')], flags: V2 };

export interface BareApp {
  discord: PretendDiscord;
  ann: Person;
  room: Channel;
  request: (method: string, path: string, body?: unknown, authorization?: string) => Promise<Answered>;
  /** How to answer the interaction that `use` causes. */
  answering: (use: () => void) => Promise<Answering>;
  close: () => Promise<void>;
}

interface Answered {
  status: number;
  code: number | undefined;
  id: string | undefined;
  text: string;
}

interface Answering {
  respond: (type: number, data?: object) => Promise<Answered>;
  followUp: (body: object) => Promise<Answered>;
  edit: (body: object) => Promise<Answered>;
  remove: () => Promise<Answered>;
}

export async function startBareApp(): Promise<BareApp> {
  const discord = await startPretendDiscord({ rateLimit: { limit: 1000, windowMs: 10_000 } });
  const query = { type: 3, name: 'query', description: 'd', autocomplete: true, required: true };
  discord.commands.set('', [{ type: 1, name: 'http', description: 'd', options: [query] }]);
  const socket = new WebSocket(discord.gateway.url());
  const used = new EventEmitter<{ interaction: [{ id: string; token: string }] }>();
  socket.on('message', (data) => {
    const { t, d } = JSON.parse(String(data));
    if (t === 'INTERACTION_CREATE') used.emit('interaction', d);
  });
  await once(socket, 'open');
  await identified(socket, discord);
  const request = requester(discord);
  return {
    discord,
    ann: discord.person('ann'),
    room: discord.channel(discord.guild()),
    request,
    answering: async (use) => {
      const received = once(used, 'interaction');
      use();
      const [interaction] = await received;
      return answeringOf(interaction, discord.applicationId, request);
    },
    close: async () => {
      socket.terminate();
      await discord.close();
    },
  };
}

async function identified(socket: WebSocket, { token, gateway }: PretendDiscord): Promise<void> {
  socket.send(JSON.stringify({ op: 2, d: { token, intents: 512, properties: {} } }));
  await once(gateway, 'identified');
}

function requester({ apiUrl, token }: PretendDiscord): BareApp['request'] {
  return async (method, path, body, authorization = `Bot ${token}`) => {
    const init = { method, headers: { authorization, 'content-type': 'application/json' } };
    const response = await fetch(
      `${apiUrl}/v10${path}`,
      body === undefined ? init : { ...init, body: JSON.stringify(body) },
    );
    const answer = (response.status === 204 ? {} : await response.json()) as { code?: number; id?: string };
    return { status: response.status, code: answer.code, id: answer.id, text: JSON.stringify(answer) };
  };
}

function answeringOf(
  { id, token }: { id: string; token: string },
  application: string,
  request: BareApp['request'],
): Answering {
  const hook = `/webhooks/${application}/${token}`;
  return {
    respond: (type, data) => request('POST', `/interactions/${id}/${token}/callback`, data ? { type, data } : { type }),
    followUp: (body) => request('POST', hook, body),
    edit: (body) => request('PATCH', `${hook}/messages/@original`, body),
    remove: () => request('DELETE', `${hook}/messages/%40original`),
  };
}
