import { DiscordAPIError, REST, Routes } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen } from '../../adapters/discord/listen.ts';
import { boundRequests, REQUEST_LIMITS, type RequestLimits, unrepeated } from '../../adapters/discord/requests.ts';
import {
  type Channel,
  type Message,
  type Person,
  type PretendDiscord,
  startPretendDiscord,
} from '../../playground/pretend-discord.ts';
import { type Conversation, core, startConversation, textOf } from './conversation.ts';

/** Everything as in earnest, only shorter. */
const QUICK: RequestLimits = { ...REQUEST_LIMITS, totalMs: 3_000, sendMs: 200, pauseMs: 1 };
const LASTING = Number.POSITIVE_INFINITY;

/** Whatever Discord may answer for as long as it likes. */
const MISBEHAVIOUR = {
  'a rate limit': { status: 429, retryAfter: 0 },
  'a rate limit of an hour': { status: 429, retryAfter: 3600 },
  'a rate limit of 1e300 s': { status: 429, retryAfter: 1e300 },
  'a rate limit that went back in time': { status: 429, retryAfter: -5 },
  'a rate limit until a date': { status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }, body: '' },
  'a rate limit until a date that is over': {
    status: 429,
    headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' },
  },
  'a rate limit that is no number': { status: 429, headers: { 'retry-after': 'soon' }, body: '{"retry_after":"NaN"}' },
  'a rate limit that says nothing': { status: 429, headers: {}, body: '' },
  'a rate limit in HTML': { status: 429, headers: { 'content-type': 'text/html' }, body: '<h1>slow down</h1>' },
  'a rate limit without a body': { status: 429, headers: { 'retry-after': '0.01' } },
  'the global rate limit': { status: 429, headers: { 'x-ratelimit-global': 'true', 'retry-after': '0.01' }, body: '' },
  'the global rate limit in the body': { status: 429, body: '{"retry_after":0.01,"global":true}' },
  'the global rate limit of an hour': { status: 429, body: '{"retry_after":3600,"global":true}' },
  'a shared rate limit': { status: 429, headers: { 'x-ratelimit-scope': 'shared', 'retry-after': '0.01' } },
  'a bucket that never opens': {
    status: 429,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '1e9', 'x-ratelimit-bucket': 'x' },
  },
  'a server error': { status: 500 },
  'a bad gateway in HTML': { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>502</h1>' },
  unavailability: { status: 503, headers: { 'retry-after': '1e9' } },
  'a gateway time-out': { status: 504, headers: {} },
  'a status of its own': { status: 599, body: 'null' },
  'a redirect': { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
  'success in HTML': { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>sign in</h1>' },
  'success in half a JSON': { status: 200, body: '{"id":"1' },
  'success without end': { status: 200, body: `"${'x'.repeat(1_000_001)}"` },
  'a connection that is cut': { status: 0 },
  'no answer': { status: 200, hangs: 'head' },
  'half an answer': { status: 200, hangs: 'body' },
} as const;
const misbehaviour = Object.entries(MISBEHAVIOUR);

let talk: Conversation;
let ann: Person;
let room: Channel;
let bot: string;
/** How often each request was sent. */
let sent: Map<string, number>;
beforeEach(async () => {
  talk = await startConversation({ requests: QUICK });
  ann = talk.discord.person('ann');
  room = talk.discord.channel(talk.discord.guild());
  bot = `<@${talk.discord.world.bot.id}>`;
  sent = new Map();
  talk.discord.events.on('requested', ({ method, path, body }) => {
    const key = `${method} ${path} ${JSON.stringify(body)}`;
    sent.set(key, (sent.get(key) ?? 0) + 1);
  });
});
afterEach(async () => {
  expect(Math.max(...sent.values())).toBeLessThanOrEqual(3);
  await talk.close();
});

const ask = () => talk.discord.slash(ann, room, { name: 'http', options: { query: '502' } });

/** Words from the bot to ann alone, wherever. */
async function toldWords(): Promise<string> {
  for (;;) {
    const message = await talk.discord.next('created');
    if (message.author.bot && (message.onlyFor === ann || message.channel === talk.discord.direct(ann)))
      return textOf(message);
  }
}

describe('whatever Discord answers, for ever', () => {
  it.each(misbehaviour)('to an answer, the person is told in a direct message: %s', async (_, fault) => {
    talk.discord.faults.push({ match: 'POST /interactions', times: LASTING, ...fault });
    const told = toldWords();
    void ask();
    expect(await told).toContain('Something went wrong on our side');
  });

  it.each(misbehaviour)('to a card that is shared, the person is told in a direct message: %s', async (_, fault) => {
    const { message } = await ask();
    talk.discord.faults.push({ match: 'POST /webhooks', times: LASTING, ...fault });
    const told = toldWords();
    await talk.discord.press(ann, message ?? expect.fail(), 'Share');
    expect(await told).toContain('Something went wrong on our side');
  });

  it.each(misbehaviour)('to a reply in a channel, the person is told in a direct message: %s', async (_, fault) => {
    talk.discord.faults.push({ match: `POST /channels/${room.id}`, times: LASTING, ...fault });
    const told = toldWords();
    talk.discord.say(ann, room, `${bot} 502`);
    expect(await told).toContain('Something went wrong on our side');
  });

  it.each(misbehaviour)('to everything, it is given up: %s', async (_, fault) => {
    talk.discord.faults.push({ match: ' /', times: LASTING, ...fault });
    talk.discord.say(talk.discord.person('bo'), room, `${bot} 502`);
    void ask();
    await vi.waitFor(() => expect(talk.logs.filter(({ msg }) => msg === 'could not apologize')).toHaveLength(2), 5_000);
  });

  it.each(misbehaviour)('to a client that wants to connect, the start fails: %s', async (_, fault) => {
    talk.discord.faults.push({ match: 'GET /gateway/bot', times: LASTING, ...fault });
    const env = { DISCORD_TOKEN: talk.discord.token, DISCORD_API_URL: talk.discord.apiUrl };
    const context = { core, env, defaultLocale: 'en', log: pino({ level: 'silent' }) };
    await expect(listen(context, { requests: QUICK })).rejects.toThrow();
  });
});

const bareRest = ({ apiUrl, token }: PretendDiscord, limits: RequestLimits): REST =>
  boundRequests(new REST({ api: apiUrl, ...unrepeated(limits) }), token, limits);

/** The client alone, whose clock goes on only where it pauses. */
function stoppedRest(discord: PretendDiscord): { rest: REST; pauses: number[] } {
  const pauses: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds);
  const now = (): number => pauses.reduce((sum, one) => sum + one, 0);
  return { rest: bareRest(discord, { ...REQUEST_LIMITS, clock: { now, pause } }), pauses };
}

describe('a request', () => {
  const open = (rest: REST): Promise<unknown> => rest.post(Routes.userChannels(), { body: { recipient_id: ann.id } });

  it('is sent after a pause, and after a longer one, and then no more', async () => {
    const { rest, pauses } = stoppedRest(talk.discord);
    talk.discord.faults.push({ match: 'POST /users', status: 503, times: LASTING });
    await expect(open(rest)).rejects.toThrow('given up after 3 sends: 503');
    expect(pauses).toEqual([250, 500]);
  });

  it.each([
    [4, [4000, 4000], 'given up after 3 sends'],
    [6, [6000], 'given up after 2 sends'],
    [11, [], 'given up after 1 send'],
  ])('waits as long as Discord wants, %d s, but not longer than ten in all', async (retryAfter, waits, words) => {
    const { rest, pauses } = stoppedRest(talk.discord);
    talk.discord.faults.push({ match: 'POST /users', status: 429, retryAfter, times: LASTING });
    await expect(open(rest)).rejects.toThrow(words);
    expect(pauses).toEqual(waits);
  });

  it('waits for its turn where it knows that the route is closed, and that counts for no send', async () => {
    const busy = await startPretendDiscord({ rateLimit: { limit: 1, windowMs: 30 } });
    const rest = bareRest(busy, REQUEST_LIMITS);
    const { id } = busy.guild();
    expect(await Promise.all(Array.from({ length: 6 }, () => rest.get(Routes.guild(id))))).toHaveLength(6);
    await busy.close();
  });

  it('is sent although the clock was set back while its route was closed', async () => {
    const busy = await startPretendDiscord({ rateLimit: { limit: 1, windowMs: 30 } });
    const rest = bareRest(busy, REQUEST_LIMITS);
    const { id } = busy.guild();
    // The first one tells the client which bucket that is.
    for (let times = 0; times < 2; times += 1) await rest.get(Routes.guild(id));
    // Discord goes by another clock, so only what the client noted is a day ahead.
    for (const handler of rest.handlers.values()) Reflect.set(handler, 'reset', Date.now() + 86_400_000);
    await expect(rest.get(Routes.guild(id))).resolves.toMatchObject({ id });
    await busy.close();
  });

  it('waits where Discord takes nothing from the app, and one that does not count for the app does not', async () => {
    const paused = Promise.withResolvers<void>();
    const pauses: number[] = [];
    let now = 0;
    const pause = async (milliseconds: number): Promise<void> => {
      pauses.push(milliseconds);
      await paused.promise;
    };
    const rest = bareRest(talk.discord, { ...REQUEST_LIMITS, clock: { now: () => now, pause } });
    talk.discord.faults.push({ match: 'POST /users', status: 429, body: '{"global":true,"retry_after":3}' });
    const asked = [open(rest)];
    await vi.waitFor(() => expect(pauses).toEqual([3000]));
    asked.push(rest.get(Routes.guild(room.guild?.id ?? '')));
    await vi.waitFor(() => expect(pauses).toEqual([3000, 3000]));
    await expect(rest.post('/webhooks/1/x', { auth: false, body: {} })).rejects.toThrow('Unknown Webhook');
    expect([...sent.keys()].map((key) => key.split(' ')[1])).toEqual(['/users/@me/channels', '/webhooks/1/x']);
    now = 3000;
    paused.resolve();
    await Promise.all(asked);
  });

  it('is given up in time although those before it hang', async () => {
    const rest = bareRest(talk.discord, { ...QUICK, totalMs: 150 });
    talk.discord.faults.push({ match: 'GET /guilds', status: 200, hangs: 'head', times: LASTING });
    const asked = Array.from({ length: 6 }, () => rest.get(Routes.guild(room.guild?.id ?? '')));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toEqual([]);
  });

  it.each([
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': 'soon' },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '-9' },
    { 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset-after': '1e9' },
    { 'retry-after': '9999', 'x-ratelimit-global': 'true' },
  ])('is not kept back by what an answer to another one says in no words: %j', async (headers) => {
    const rest = bareRest(talk.discord, QUICK);
    talk.discord.faults.push({ match: 'POST /users', status: 200, headers, body: '{}' });
    expect(await open(rest)).toEqual({});
    expect(await open(rest)).toMatchObject({ type: 1 });
  });

  it.each(['null', '[]', '{}', '{"id":"../users/@me"}', '{"id":7}', ''])(
    'for a channel that Discord does not name leads nowhere: %j',
    async (body) => {
      talk.discord.faults.push({ match: 'POST /users', status: 200, body, times: LASTING });
      room.bot.send = false;
      talk.discord.say(ann, room, `${bot} 502`);
      await vi.waitFor(() => expect(talk.logs).toContainEqual(expect.objectContaining({ msg: 'could not apologize' })));
      expect([...sent.keys()].filter((key) => key.startsWith('POST /channels') && !key.includes(room.id))).toEqual([]);
    },
  );

  it.each([403, 429, 500])('of which half an answer comes is sent again: %d', async (status) => {
    const rest = bareRest(talk.discord, QUICK);
    talk.discord.faults.push({ match: 'POST /users', status, hangs: 'body', times: 2 });
    expect(await open(rest)).toMatchObject({ type: 1 });
  });

  it('goes on with the token after Discord once said that it does not know it', async () => {
    const rest = bareRest(talk.discord, QUICK);
    talk.discord.faults.push({ match: 'POST /users', status: 401, body: '{"message":"401: Unauthorized","code":0}' });
    await expect(open(rest)).rejects.toThrow('401');
    expect(await open(rest)).toMatchObject({ type: 1 });
  });

  it.each([
    'null',
    '[]',
    '7',
    '"x"',
    '',
    '<h1>403</h1>',
    '{"code":{},"message":7,"errors":7}',
    `{"code":50035,"message":"x","errors":${'{"a":'.repeat(2_000)}null${'}'.repeat(2_000)}}`,
  ])('that is refused says so, whatever the refusal holds: %.40s', async (body) => {
    const rest = bareRest(talk.discord, QUICK);
    talk.discord.faults.push({ match: 'POST /users', status: 403, body });
    const error = await open(rest).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(error).toMatchObject({ status: 403 });
  });
});

describe('what may have been carried out although its answer was lost', () => {
  const botMessages = (): Message[] =>
    [...talk.discord.world.messages.values()].filter(({ author, onlyFor }) => author.bot && !onlyFor);

  it('is no failure where Discord says that it was the first time', async () => {
    const { message } = await ask();
    talk.discord.faults.push({ match: 'POST /interactions', status: 500, carriedOut: true });
    const deleted = talk.discord.next('deleted');
    await talk.discord.press(ann, message ?? expect.fail(), 'Share');
    expect(await deleted).toBe(message);
    expect(botMessages()).toHaveLength(1);
  });

  it('is not shared twice, and the person is told', async () => {
    const { message } = await ask();
    talk.discord.faults.push({ match: 'POST /webhooks', status: 500, carriedOut: true });
    const told = toldWords();
    await talk.discord.press(ann, message ?? expect.fail(), 'Share');
    expect(await told).toContain('Something went wrong on our side');
    expect(botMessages()).toHaveLength(1);
  });

  it('is told by a follow-up where the first response had arrived after all', async () => {
    talk.discord.faults.push(
      { match: 'POST /interactions', status: 500, carriedOut: true },
      { match: 'POST /interactions', status: 500, times: 2 },
    );
    const created: Message[] = [];
    talk.discord.events.on('created', (message) => void created.push(message));
    void ask();
    await vi.waitFor(() => expect(created).toHaveLength(2));
    expect(created.map((message) => message.onlyFor)).toEqual([ann, ann]);
    expect(textOf(created[1])).toContain('Something went wrong on our side');
  });
});
