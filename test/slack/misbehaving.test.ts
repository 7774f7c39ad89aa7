// Whatever Slack answers, and whatever an answer says about waiting: few requests, an end, and the person is told.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../playground/pretend-slack/faults.ts';
import {
  EMMA,
  INCIDENT,
  privateMessage,
  publicMessage,
  required,
  type SlackUnderTest,
  startSlack,
  TRANSPORTS,
} from './slack-under-test.ts';

const HTML = { status: 200, body: '<!doctype html><title>Sign in</title>', type: 'text/html' };
let elsewhere: Server;
let visits = 0;
/** Known only when the other server listens. */
const redirect = { status: 302, location: '' };

const FAULTS: [string, Fault][] = [
  ['429 that says nothing about waiting', { status: 429 }],
  ['429 until a date', { status: 429, retryAfter: 'Fri, 06 Nov 2099 08:49:37 GMT' }],
  ['429 until a date that is past', { status: 429, retryAfter: 'Sun, 06 Nov 1994 08:49:37 GMT' }],
  ['429 for no number', { status: 429, retryAfter: 'NaN' }],
  ['429 for a negative time', { status: 429, retryAfter: '-30' }],
  ['429 for ever', { status: 429, retryAfter: '99999999999999999999' }],
  ['429 for no time at all', { status: 429, retryAfter: '0' }],
  ['429 for a word', { status: 429, retryAfter: 'soon' }],
  ['500', { status: 500 }],
  ['503 with a page', { ...HTML, status: 503 }],
  ['403 with a page', { ...HTML, status: 403 }],
  ['204', { status: 204 }],
  ['a page of HTML with 200', HTML],
  ['a redirect', redirect],
  ['a broken connection', 'reset'],
  ['silence', 'hang'],
  ['an answer without end', 'endless'],
  ['null', { status: 200, body: 'null' }],
  ['a number', { status: 200, body: '7' }],
  ['a list', { status: 200, body: '[]' }],
  ['half an answer', { status: 200, body: '{"ok":tr' }],
  ['an error that is no word', { status: 200, body: '{"ok":false,"error":{"toString":1}}' }],
  ['an error named like a part of objects', { error: 'constructor' }],
];

/** What no wait looks like. */
const NONSENSE = /NaN|Infinity|undefined|null|e\+|-\d|\d{5}/;
/** The id of an apology may look like anything. */
const readable = (text: string): string => text.replace(/`[^`]*`/g, '');

beforeAll(async () => {
  elsewhere = createServer((_, response) => {
    visits += 1;
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => elsewhere.once('listening', resolve));
  redirect.location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
});
afterAll(() => {
  elsewhere.close();
  expect(visits).toBe(0);
});

describe.each(TRANSPORTS)('a Slack that misbehaves for good, over %s', (transport) => {
  let app: SlackUnderTest;
  let now = 0;
  let pauses: number[] = [];
  /** The clock moves by what is waited for; the language is never waited for. */
  const wait = (ms: number): Promise<unknown> => {
    if (ms === 300) return new Promise(() => undefined);
    pauses.push(ms);
    now += ms;
    return Promise.resolve();
  };
  beforeEach(async () => {
    pauses = [];
    app = await startSlack({ transport, timing: { now: () => now, wait } });
    await app.slack.command('/http', 'help', { user: EMMA, channel: INCIDENT });
    app.timing.requestMs = 150;
  });
  afterEach(() => app.stop());

  const callsOf = (method: string) => app.slack.workspace.calls.filter((call) => call.method === method).length;
  const mention = () =>
    app.slack.event({ type: 'app_mention', user: EMMA, channel: INCIDENT, ts: '1.1', text: '<@U0BOT> 502' });
  const word = () => app.slack.until(() => app.slack.messages().find(({ blocks }) => blocks.length === 0));

  it.each(FAULTS)('%s: a public answer is given up, and the person learns it', async (_, fault) => {
    app.slack.faults.always('chat.postMessage', fault);
    const begun = now;
    await mention();
    const { ephemeralTo, text } = await word();
    expect(ephemeralTo).toBe(EMMA);
    expect(readable(text)).not.toMatch(NONSENSE);
    expect(callsOf('chat.postMessage')).toBeLessThanOrEqual(3);
    expect(pauses.length).toBeGreaterThanOrEqual(callsOf('chat.postMessage') - 1);
    expect(now - begun).toBeLessThanOrEqual(10_000);
  });

  it.each(FAULTS)('%s at a response_url: the private answer comes another way', async (_, fault) => {
    const card = required(privateMessage(app.slack, EMMA));
    app.slack.faults.always('response_url', fault);
    await app.slack.press(card, 'What is a status code?', EMMA);
    const answer = await app.slack.until(() =>
      app.slack.messages().find((message) => message !== card && message.ephemeralTo === EMMA),
    );
    expect(answer.blocks.length).toBeGreaterThan(0);
    expect(card).toMatchObject({ isDeleted: false, edits: 0 });
    expect(callsOf('response_url')).toBeLessThanOrEqual(3);
    expect(callsOf('chat.postEphemeral')).toBe(1);
  });

  it.each(FAULTS.filter(([name]) => !name.startsWith('403')))(
    '%s at a response_url: sharing leaves the private card, and says why',
    async (_, fault) => {
      const card = required(privateMessage(app.slack, EMMA));
      app.timing.requestMs = 5_000;
      await app.slack.press(card, 'What is a status code?', EMMA);
      await app.slack.until(() => card.edits === 1);
      app.timing.requestMs = 150;
      app.slack.faults.always('response_url', fault);
      await app.slack.press(card, 'Share', EMMA);
      const word = await app.slack.until(() => app.slack.messages().find((message) => message !== card));
      await app.stopAdapter();
      expect(word).toMatchObject({ ephemeralTo: EMMA, blocks: [] });
      expect(readable(word.text)).not.toMatch(NONSENSE);
      expect(card.isDeleted).toBe(false);
      expect(callsOf('response_url')).toBeLessThanOrEqual(7);
    },
  );

  it.each(FAULTS)('%s everywhere: everything is given up after a few requests', async (_, fault) => {
    const methods = ['users.info', 'chat.postMessage', 'chat.postEphemeral', 'response_url', 'views.publish'];
    for (const method of methods) app.slack.faults.always(method, fault);
    await mention();
    await app.slack.until(() => app.logs.some(({ msg }) => msg === 'could not tell the person'));
    await app.stopAdapter();
    // The answer, a word in the channel, and a direct message.
    expect(callsOf('chat.postMessage')).toBeLessThanOrEqual(6);
    expect(callsOf('chat.postEphemeral')).toBeLessThanOrEqual(3);
    expect(callsOf('response_url')).toBe(0);
    expect(publicMessage(app.slack)).toBeUndefined();
  });
});

describe('a Slack that says anything at all', () => {
  const METHODS = [
    'users.info',
    'chat.postMessage',
    'chat.postEphemeral',
    'response_url',
    'views.open',
    'views.publish',
  ];
  const header = fc.oneof(
    fc.constantFrom('', '0', '1', '-1', 'NaN', '1e9', 'soon', 'Fri, 06 Nov 2099 08:49:37 GMT'),
    fc.integer().map(String),
  );
  const answer = fc.record(
    {
      ok: fc.jsonValue(),
      error: fc.jsonValue(),
      user: fc.jsonValue(),
      response_metadata: fc.jsonValue(),
      ts: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const fault: fc.Arbitrary<Fault> = fc.oneof(
    fc.record(
      {
        status: fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 410, 418, 429, 500, 502, 503, 599),
        retryAfter: header,
        body: fc.oneof(
          fc.json(),
          fc.string(),
          answer.map((value) => JSON.stringify(value)),
        ),
        location: fc.constant('http://127.0.0.1:9/'),
      },
      { requiredKeys: ['status'] },
    ),
    fc.constantFrom<Fault>('reset'),
  );

  it('is survived, with few requests, and nothing is thrown that nobody catches', async () => {
    let now = 0;
    const wait = (ms: number): Promise<unknown> => {
      now += ms;
      return ms === 300 ? new Promise(() => undefined) : Promise.resolve();
    };
    const rejections: unknown[] = [];
    const note = (reason: unknown): void => void rejections.push(reason);
    process.on('unhandledRejection', note);
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: METHODS.length, maxLength: METHODS.length }), async (faults) => {
        const app = await startSlack({ timing: { now: () => now, wait } });
        for (const [index, method] of METHODS.entries()) app.slack.faults.always(method, faults[index]);
        const where = { user: EMMA, channel: INCIDENT };
        expect((await app.slack.command('/http', '502', where)).status).toBe(200);
        const card = required(privateMessage(app.slack, EMMA));
        await app.slack.press(card, '中文', EMMA);
        await app.slack.press(card, 'Share', EMMA);
        await app.slack.globalShortcut('lookUp', EMMA);
        await app.slack.event({ type: 'app_mention', user: EMMA, channel: INCIDENT, ts: '1.1', text: '<@U0BOT> 502' });
        await app.slack.event({ type: 'app_home_opened', user: EMMA, channel: 'D1', tab: 'home', event_ts: '1' });
        await app.stopAdapter();
        const calls = Object.groupBy(app.slack.workspace.calls, ({ method }) => method);
        // Two things are posted for everyone, and something is said to the person about each of five.
        for (const [method, list] of Object.entries(calls))
          expect(list?.length, method).toBeLessThanOrEqual(3 * (2 + 5));
        expect(app.logs.filter(({ msg }) => msg === 'outside a handler')).toEqual([]);
        await app.stop();
      }),
      { numRuns: 8 },
    );
    process.off('unhandledRejection', note);
    expect(rejections).toEqual([]);
  });
});
