// Whatever comes through the gateway: nothing ends the process, and whoever asks next is answered.
import { once } from 'node:events';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readFrame } from '../../adapters/discord/frame.ts';
import { listen } from '../../adapters/discord/listen.ts';
import { readMention } from '../../adapters/discord/mention.ts';
import { toCommands } from '../../adapters/discord/registration.ts';
import {
  type Channel,
  type Person,
  type PretendDiscord,
  startPretendDiscord,
} from '../../playground/pretend-discord.ts';
import { anyText } from './any-text.ts';
import { type Conversation, core, optionsOf, startConversation, textOf } from './conversation.ts';

interface Event {
  t: string;
  d: object;
}

/** What would have ended the process. */
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);
let talk: Conversation;
let ann: Person;
let room: Channel;
/** One of each kind that is answered. */
let genuine: Event[];

beforeAll(async () => {
  process.on('unhandledRejection', note).on('uncaughtException', note);
  talk = await startConversation();
  ann = talk.discord.person('ann');
  room = talk.discord.channel(talk.discord.guild());
  genuine = await recorded(talk);
});
afterEach(() => {
  expect(uncaught.splice(0)).toEqual([]);
});
afterAll(async () => {
  await talk.close();
  process.off('unhandledRejection', note).off('uncaughtException', note);
});

const ask = (query = '502') => talk.discord.slash(ann, room, { name: 'http', options: { query } });
const survives = async (): Promise<void> => expect(textOf((await ask('404')).message)).toContain('## 404 Not Found');

/** Everything that people do, as the gateway says it. */
async function recorded({ discord }: Conversation): Promise<Event[]> {
  const events: Event[] = [];
  const { useOnMessage: choose } = discord;
  const { dispatch } = discord.gateway;
  discord.gateway.dispatch = (t, d, intent) => {
    events.push({ t, d });
    dispatch(t, d, intent);
  };
  const list = (await ask('4xx')).message ?? expect.fail();
  await discord.press(ann, list, optionsOf(list)[0] ?? expect.fail());
  const help = (await ask('help')).message ?? expect.fail();
  await discord.submit(ann, await discord.press(ann, help, 'Search'), '502');
  await discord.complete(ann, room, { name: 'http', options: { query: '5' }, focused: 'query' });
  for (const channel of [room, discord.direct(ann)]) {
    const answered = discord.next('created');
    const said = discord.say(ann, channel, `<@${discord.world.bot.id}> HTTP 502`);
    await answered;
    await choose(ann, said, 'Explain HTTP statuses');
  }
  discord.gateway.dispatch = dispatch;
  return events;
}

const contextFor = ({ token, applicationId, apiUrl, commands }: PretendDiscord) => {
  commands.set('', toCommands(core) as never);
  const env = { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl };
  return { core, env, defaultLocale: 'en', log: pino({ level: 'silent' }) };
};

const BODIES = [null, 7, 'x', true, [], {}, [null], { id: '1' }, { locale: 7 }, { author: null }, { user: 7, type: 2 }];
const EVENTS = ['READY', 'RESUMED', 'INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_CREATE', 'error', '__proto__', 7];

describe('a frame that no platform should send', () => {
  it.each([
    ...['null', '7', '"x"', '[]', '{}', '[[', '', '{"op":"0"}', '{"op":-1}', '{"op":99}', '{"op":1,"d":{}}'],
    ...EVENTS.flatMap((t) => BODIES.map((d) => JSON.stringify({ op: 0, t, d }))),
    ...[null, 7, {}, { heartbeat_interval: 1 }, { heartbeat_interval: 'x' }].map((d) => JSON.stringify({ op: 10, d })),
    ...['1', -1, 0.5, null, 2 ** 53].map((s) => JSON.stringify({ op: 0, t: 'MESSAGE_CREATE', d: {}, s })),
  ])('changes nothing: %s', async (frame) => {
    talk.discord.gateway.sendRaw(frame);
    await survives();
  });

  it('says in no words that the session is over', async () => {
    const other = await startConversation();
    other.discord.gateway.sendRaw('{"op":9,"d":null}');
    await once(other.discord.gateway, 'identified');
    await other.close();
  });

  it('greets once more, and starts no second heartbeat', async () => {
    const { gateway } = talk.discord;
    let beats = 0;
    gateway.on('heartbeat', () => {
      beats += 1;
    });
    gateway.sendRaw('{"op":10,"d":{"heartbeat_interval":1}}');
    for (let n = 0; n < 5; n += 1) await survives();
    expect(beats).toBe(0);
  });

  it('asks twice for a new connection', async () => {
    const other = await startConversation();
    other.discord.gateway.requestReconnect();
    other.discord.gateway.requestReconnect();
    await once(other.discord.gateway, 'resumed');
    await vi.waitFor(() => expect(other.adapter.isReady()).toBe(true));
    await other.close();
  });

  it.each([7, null, '', 'nowhere', 'https://127.0.0.1', 'ws://127.0.0.1/#x', 'ws://'])(
    'names no place to come back to: %j',
    async (resume_gateway_url) => {
      const other = await startConversation();
      const { gateway, applicationId: id } = other.discord;
      const d = { session_id: 'x', resume_gateway_url, user: { id }, application: { id }, guilds: [] };
      gateway.sendRaw(JSON.stringify({ op: 0, t: 'READY', d, s: 1 }));
      gateway.drop();
      await once(gateway, 'closed');
      // It came back where it began, to be told that nobody knows that session.
      await once(gateway, 'closed');
      await other.close();
    },
  );
});

/** Every place in it, from the outside inwards. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...fields.flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** The same with something else in one place; undefined takes it away. */
function changed(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as object;
  Reflect.set(copy, key, changed(Reflect.get(copy, key), rest, by));
  return copy;
}

const anything = fc.oneof(
  fc.constantFrom(undefined, null, 7, -1, 1e300, '', 'x', '\ud800', '\u0000', true, [], {}, [null], [[]], '__proto__'),
  anyText(5_000),
  fc.jsonValue({ maxDepth: 3 }),
);

describe('an event', () => {
  it('with anything in any place ends nothing', async () => {
    const places = genuine.flatMap(({ t, d }) => pathsOf(d).map((path) => ({ t, d, path })));
    expect(places.length).toBeGreaterThan(500);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...places), anything), { maxLength: 40 }), async (changes) => {
        for (const [{ t, d, path }, by] of changes)
          talk.discord.gateway.sendRaw(JSON.stringify({ op: 0, t, d: changed(d, path, by) ?? null }));
        await survives();
        expect(uncaught).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('that came before the client was ready ends nothing either', async () => {
    const discord = await startPretendDiscord();
    const broken = genuine.map(({ t, d }) =>
      JSON.stringify({ op: 0, t, d: { ...d, user: 7, member: null, author: 7 } }),
    );
    discord.gateway.once('identifying', () => {
      for (const frame of broken) discord.gateway.sendRaw(frame);
    });
    const adapter = await listen(contextFor(discord));
    const answer = discord.slash(discord.person('bo'), discord.channel(discord.guild()), { name: 'http-guide' });
    expect(textOf((await answer).message)).toContain('Which code');
    await adapter.stop();
    await discord.close();
  });

  it('of any kind ends nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...EVENTS), fc.jsonValue({ maxDepth: 5 }), async (t, d) => {
        talk.discord.gateway.sendRaw(JSON.stringify({ op: 0, t, d }));
        await survives();
      }),
      { numRuns: 100 },
    );
  });

  it('in which the language is none is answered in the default one', async () => {
    const bo = { ...talk.discord.person('bo'), locale: 7 as never };
    const { message } = await talk.discord.slash(bo, room, { name: 'http', options: { query: '502' } });
    expect(textOf(message)).toContain('Likely causes');
  });
});

describe('what is read of a frame', () => {
  it('is never what it was not told', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (frame) => {
        expect(() => readFrame(frame)).not.toThrow();
        expect(readMention(frame, '1')).toBeUndefined();
      }),
    );
  });

  it.each([null, 'true', 1, {}])('is a session that is over, where it does not say that it is not: %j', (d) => {
    expect(readFrame({ op: 9, d })).toEqual({ op: 9, d: false });
    expect(readFrame({ op: 9, d: true })).toEqual({ op: 9, d: true });
  });

  it('counts an event that nobody listens to', () => {
    expect(readFrame({ op: 0, t: 'TYPING_START', d: { user_id: '1' }, s: 5 })).toEqual({
      op: 0,
      s: 5,
      t: null,
      d: null,
    });
  });
});
