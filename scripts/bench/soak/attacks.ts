// What nobody should send: forged, stale and broken requests, bytes that are no HTTP, and frames that no platform sends.
import { once } from 'node:events';
import { connect } from 'node:net';
import type { PretendDiscord } from '../../../playground/pretend-discord.ts';
import { signature } from '../../../playground/pretend-slack/transport.ts';
import { pick } from './people.ts';
import type { Tally } from './tally.ts';

const FORM = 'application/x-www-form-urlencoded';
const COMMAND = new URLSearchParams({
  command: '/http',
  text: '502',
  user_id: 'U0FORGED',
  team_id: 'T0PRETEND',
  channel_id: 'C0INCIDENT',
  response_url: 'http://127.0.0.1:9/response/forged',
}).toString();
const MINUTE = 60_000;

interface Attack {
  body?: string;
  headers?: Record<string, string>;
  method?: string;
  path?: string;
  type?: string;
}

/** `sign` gives the headers of a request that Slack would have sent at that time. */
type Sign = (body: string, at?: number) => Record<string, string>;

const ATTACKS: readonly ((sign: Sign) => Attack)[] = [
  () => ({}),
  () => ({ headers: signature('another-secret', COMMAND, Date.now()) }),
  (sign) => ({ headers: { ...sign(COMMAND), 'x-slack-signature': 'v0=00' } }),
  (sign) => ({ headers: sign(COMMAND, Date.now() - 6 * MINUTE) }),
  (sign) => ({ headers: sign(COMMAND, Date.now() + 6 * MINUTE) }),
  (sign) => ({ headers: sign(`${COMMAND} `) }),
  (sign) => ({ body: COMMAND.replace('U0FORGED', 'U0OTHER'), headers: sign(COMMAND) }),
  (sign) => ({ headers: { ...sign(COMMAND), 'x-slack-request-timestamp': 'now' } }),
  ...['hello', 'payload=null', 'payload={"type":', ''].map((body) => (sign: Sign) => ({ body, headers: sign(body) })),
  ...['null', '7', '{"type":', '[]'].map((body) => (sign: Sign) => ({
    body,
    headers: sign(body),
    type: 'application/json',
  })),
  () => ({ body: 'x'.repeat(2_000_000) }),
  () => ({ path: '/slack/nothing' }),
  () => ({ method: 'PUT' }),
];

/** Bytes on a connection that is then closed. */
const BYTES = [
  'ABC\r\n\r\n',
  'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf',
  'POST /slack/events HTTP/1.1\r\nHost: x\r\nX-Half',
  'GET / HTTP/9.9\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
];

export async function attack(
  url: string,
  secret: string,
  { tally, turn }: { tally: Tally; turn: number },
): Promise<void> {
  if (turn % 4 === 0) return sendBytes(url, pick(BYTES, turn / 4));
  const sign: Sign = (body, at = Date.now()) => signature(secret, body, at);
  const {
    body = COMMAND,
    headers = {},
    method = 'POST',
    path = '/slack/events',
    type = FORM,
  } = pick(ATTACKS, turn)(sign);
  const request = { method, headers: { 'content-type': type, ...headers }, body };
  // Too large a body is answered before it is there, which may look like a broken connection.
  const status = await fetch(url + path, request).then(
    (response) => response.status,
    () => 413,
  );
  const what = `${method} ${path} ${body.slice(0, 60)}: ${status}`;
  if (status >= 400) tally.refused(what);
  else tally.wronglyAccepted(what);
}

async function sendBytes(url: string, bytes: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  setTimeout(() => socket.destroy(), 1000);
}

const FRAMES: readonly [string, unknown][] = [
  ['MESSAGE_CREATE', {}],
  ['MESSAGE_CREATE', { id: '1', channel_id: '1', content: 7, mentions: null, author: null }],
  ['INTERACTION_CREATE', {}],
  ['INTERACTION_CREATE', { id: '1', type: 2, token: 't', locale: 7, data: null, user: null }],
  ['INTERACTION_CREATE', { id: '1', type: 3, token: 't', data: { custom_id: '1|hc|en||502', component_type: 2 } }],
  ['INTERACTION_CREATE', { id: '1', type: 99, token: 't' }],
  ['GUILD_CREATE', null],
  ['NO_SUCH_EVENT', []],
];

/** No answer is expected, only that the process lives on. */
export function sendFrame({ gateway }: PretendDiscord, turn: number): void {
  const [name, payload] = pick(FRAMES, turn);
  gateway.dispatch(name, payload as object, 0);
}
