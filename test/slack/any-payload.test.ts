// Whatever a payload or a frame holds, the app goes on: nothing is thrown out of a handler, nobody is left unanswered.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Node } from '../../playground/pretend-slack/text-rules.ts';
import type { Delivery } from '../../playground/pretend-slack/transport.ts';
import {
  EMMA,
  INCIDENT,
  privateMessage,
  type SlackUnderTest,
  startSlack,
  TRANSPORTS,
  XIAOMING,
} from './slack-under-test.ts';

const OURS = 'action_id' as const;

/** One of each kind that Slack sends. */
function samples(team: string): Delivery[] {
  const base = { type: 'block_actions', team: { id: team }, user: { id: EMMA, team_id: team }, trigger_id: 'x' };
  const place = { channel: { id: INCIDENT }, container: { type: 'message', message_ts: '1.1', is_ephemeral: true } };
  const button = (id: string, more: Node = {}) => ({
    type: 'button',
    [OURS]: id,
    block_id: 'b',
    action_ts: '1',
    ...more,
  });
  const view = {
    id: 'V1',
    type: 'modal',
    callback_id: 'look-up',
    private_metadata: '{"query":"502","detail":"compact","locale":"en"}',
    state: { values: { share: { 'look-up': { selected_conversation: INCIDENT } } } },
    blocks: [],
  };
  const interactive = (payload: Node): Delivery => ({ kind: 'interactive', payload: { ...base, ...payload } });
  const event = (one: Node): Delivery => ({
    kind: 'events_api',
    payload: {
      type: 'event_callback',
      team_id: team,
      event_id: 'Ev1',
      event: one,
      authorizations: [{ team_id: team, user_id: 'U0BOT' }],
    },
  });
  const message = {
    type: 'message',
    ts: '1.1',
    thread_ts: '1.0',
    text: '502',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '503' }, fields: [] }],
    attachments: [{ text: '504', fields: [{ title: 'a', value: 'b' }] }],
  };
  return [
    {
      kind: 'slash_commands',
      payload: {
        command: '/http',
        text: '502',
        user_id: EMMA,
        team_id: team,
        channel_id: INCIDENT,
        response_url: 'x',
        trigger_id: 'x',
      },
    },
    event({
      type: 'app_mention',
      user: EMMA,
      channel: INCIDENT,
      ts: '1.1',
      thread_ts: '1.0',
      text: '<@U0BOT> 502',
      edited: { user: EMMA, ts: '1.2' },
    }),
    event({ type: 'app_home_opened', user: EMMA, channel: 'D1', tab: 'home', event_ts: '1' }),
    event({ type: 'reaction_added', user: EMMA, item: { channel: INCIDENT }, reaction: 'x' }),
    ...['share', 'show', 'delete', 'search'].map((_, index) =>
      interactive({ ...place, actions: [button(`1|${'hsdw'[index]}c|en|${EMMA}|502`)] }),
    ),
    interactive({ ...place, actions: [button('0|old|504')], message: { thread_ts: '1.0' } }),
    interactive({
      view,
      container: { type: 'view', view_id: 'V1' },
      actions: [button('look-up', { type: 'external_select', selected_option: { value: '502' } })],
    }),
    interactive({
      type: 'block_suggestion',
      view,
      [OURS]: 'look-up',
      block_id: 'b',
      value: '50',
      container: { type: 'view' },
    }),
    interactive({ type: 'view_submission', view, response_urls: [{ response_url: 'x', channel_id: INCIDENT }] }),
    interactive({
      type: 'message_action',
      callback_id: 'explain',
      message,
      channel: { id: INCIDENT },
      response_url: 'x',
    }),
    interactive({ type: 'shortcut', callback_id: 'lookUp' }),
  ];
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    7,
    -0,
    1e308,
    true,
    '',
    'x'.repeat(300),
    [],
    {},
    [null],
    [[]],
    [7],
    { id: null },
    { id: 7 },
    { id: {} },
    { toString: 1, valueOf: 1 },
    { length: 1e9 },
    '__proto__',
    'constructor',
    '<!channel>',
    '\ud800',
    '\u0000',
    '1|sc|en|U1|502',
    'thread|1.1|0',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A part of a payload replaced, left out, or given another name. */
const change = fc.record({
  at: fc.nat(10_000),
  value: fc.option(odd, { nil: undefined }),
  name: fc.option(
    fc.constantFrom('event', 'command', 'actions', 'name', 'type', 'user', 'team', 'channel', '__proto__', 'view'),
    { nil: undefined },
  ),
});
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const inner = Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function changed(payload: Node, { at, value, name }: Change): Node {
  const copy = structuredClone(payload) as Record<string, unknown>;
  const paths = pathsOf(copy);
  const path = paths[at % paths.length] ?? [];
  const last = path.at(-1) ?? '';
  const owner = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((node, key) => node[key] as Record<string, unknown>, copy);
  if (value === undefined) delete owner[last];
  else Object.defineProperty(owner, name ?? last, { value, enumerable: true, writable: true, configurable: true });
  return copy;
}

/** Slack may refuse what a changed payload leads to; that is no mistake in a handler. */
const unheard = (app: SlackUnderTest) =>
  app.logs.filter(
    ({ msg, err }) =>
      ['unexpected failure', 'outside a handler'].includes(String(msg)) &&
      (err as { type?: string } | undefined)?.type !== 'WebAPIPlatformError',
  );
const describeLogs = (app: SlackUnderTest) => JSON.stringify(unheard(app).at(-1));

describe.each(TRANSPORTS)('payloads over %s', (transport) => {
  let app: SlackUnderTest;
  let now = 0;
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);
  beforeAll(async () => {
    process.on('unhandledRejection', note);
    app = await startSlack({
      transport,
      timing: {
        now: () => (now += 1_000),
        wait: (ms) => (ms === 300 ? new Promise(() => undefined) : Promise.resolve()),
      },
    });
  });
  afterAll(async () => {
    await app.stop();
    process.off('unhandledRejection', note);
  });
  afterEach(() => expect(rejections).toEqual([]));

  /** Over a socket, what is refused is not acknowledged; something that came later is. */
  const send = async (delivery: Delivery): Promise<void> => {
    const sent = app.slack.deliver(delivery).catch(() => undefined);
    const later = transport === 'socket' ? app.slack.command('/http', 'help', { user: XIAOMING }) : sent;
    await Promise.race([sent, later]);
  };
  const answers = async (): Promise<void> => {
    const before = privateMessage(app.slack, EMMA);
    await app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    expect(privateMessage(app.slack, EMMA)).not.toBe(before);
  };

  it('as Slack sends them are understood', async () => {
    for (const delivery of samples(app.slack.workspace.team)) await app.slack.deliver(delivery);
    await answers();
    expect(unheard(app)).toEqual([]);
  });

  it('with anything changed in them do no harm', async () => {
    const all = samples(app.slack.workspace.team);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(all.length - 1),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        async (index, changes) => {
          const { kind, payload } = all[index] ?? { kind: 'interactive', payload: {} };
          const before = unheard(app).length;
          await send({ kind, payload: changes.reduce(changed, payload) });
          expect(unheard(app).length, describeLogs(app)).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
    await answers();
  });

  it('that are anything at all do no harm', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('slash_commands', 'interactive', 'events_api'), odd, async (kind, payload) => {
        await send({ kind, payload: payload as Node } as Delivery);
      }),
      { numRuns: 200 },
    );
    await answers();
  });
});

describe('frames', () => {
  let app: SlackUnderTest;
  let now = 0;
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);
  beforeAll(async () => {
    process.on('unhandledRejection', note);
    app = await startSlack({ transport: 'socket', timing: { now: () => (now += 1_000) } });
  });
  afterAll(async () => {
    await app.stop();
    process.off('unhandledRejection', note);
  });

  const event = { type: 'app_mention', user: EMMA, channel: INCIDENT, ts: '1.1', text: '<@U0BOT> 502' };
  const FRAMES: [string, string | Buffer][] = [
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"hello"'],
    ['a list', '[]'],
    ['no JSON', '{"type":'],
    ['nothing', ''],
    ['bytes', Buffer.from([1, 2, 3])],
    ['an object without a type', '{}'],
    ['a type that is no text', '{"type":{"toString":1}}'],
    ['an event without a payload', '{"type":"events_api","envelope_id":"1"}'],
    ['an event whose payload is null', '{"type":"events_api","envelope_id":"1","payload":null}'],
    ['an event without an event', '{"type":"events_api","envelope_id":"1","payload":{"event":null}}'],
    [
      'an event without an envelope',
      JSON.stringify({ type: 'events_api', payload: { type: 'event_callback', event } }),
    ],
    ['an envelope whose id is an object', JSON.stringify({ type: 'events_api', envelope_id: {}, payload: { event } })],
    ...['close', 'error', 'connected', 'disconnected', 'ws_message', 'slack_event', 'connecting', '__proto__'].flatMap(
      (type): [string, string][] => [
        [`a frame called ${type}`, JSON.stringify({ type, envelope_id: '1', payload: {} })],
        [
          `an event called ${type}`,
          JSON.stringify({
            type: 'events_api',
            envelope_id: '1',
            payload: { type: 'event_callback', event: { type } },
          }),
        ],
      ],
    ),
    ['an endless one', `{"type":"${'x'.repeat(1_100_000)}"}`],
  ];

  it.each(FRAMES)('that are %s are left alone', async (_, frame) => {
    const opened = app.slack.workspace.calls.filter(({ method }) => method === 'apps.connections.open').length;
    app.slack.sockets.sendRaw(frame);
    await app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    expect(privateMessage(app.slack, EMMA)?.text).toContain('502');
    expect(app.isReady()).toBe(true);
    expect(app.slack.workspace.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(opened);
    expect(rejections).toEqual([]);
  });

  it('are warned of once in a while', async () => {
    for (let times = 0; times < 20; times += 1) app.slack.sockets.sendRaw('{"type":"odd"}');
    await app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    const told = app.logs.filter(({ msg }) => msg === 'not understood, and left alone');
    expect(told).toHaveLength(1);
  });
});
