// What a signed payload says is Slack's word, but what was made up in it decides nothing.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeButton } from '../../adapters/button-id.ts';
import { createThreads } from '../../adapters/slack/threads.ts';
import type { Node } from '../../playground/pretend-slack/text-rules.ts';
import {
  EMMA,
  INCIDENT,
  privateMessage,
  publicMessage,
  required,
  type SlackUnderTest,
  startSlack,
  TRANSPORTS,
  XIAOMING,
} from './slack-under-test.ts';

const ask = { query: '502', detail: 'compact', locale: 'en' } as const;
const idOf = (verb: 'share' | 'delete' | 'show', owner: string): string => encodeButton({ verb, ask, owner });

describe.each(TRANSPORTS)('a press over %s', (transport) => {
  let app: SlackUnderTest;
  let count = 0;
  beforeEach(async () => {
    app = await startSlack({ transport });
  });
  afterEach(() => app.stop());

  const press = (action: Node, more: Node = {}) => {
    const { team } = app.slack.workspace;
    const payload = {
      type: 'block_actions',
      team: { id: team },
      user: { id: EMMA },
      channel: { id: INCIDENT },
      container: { type: 'message', message_ts: `1.${++count}`, channel_id: INCIDENT, is_ephemeral: true },
      trigger_id: 'x',
      actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...action }],
      ...more,
    };
    return app.slack.deliver({ kind: 'interactive', payload });
  };
  const thread = async (): Promise<string> => {
    await app.slack.event({ type: 'app_mention', user: EMMA, channel: INCIDENT, ts: '7.7', text: '<@U0BOT> 404' });
    return (await app.slack.until(() => publicMessage(app.slack))).ts;
  };
  const shared = async (block_id: string) => {
    await press({ action_id: idOf('share', EMMA), block_id });
    return app.slack.until(() => app.slack.messages().find(({ text }) => text.startsWith('502')));
  };

  it('with a made-up block_id chooses no thread', async () => {
    const ts = await thread();
    const other = createThreads('another secret').seal(INCIDENT, ts);
    const ours = createThreads(app.slack.botToken).seal('C0OTHER', ts);
    for (const id of [
      `thread|${ts}|0`,
      `thread|${ts}|${'A'.repeat(22)}|0`,
      other,
      ours,
      'thread',
      'thread||',
      `x|${ts}`,
    ]) {
      const message = await shared(id);
      expect(message.threadTs).toBeUndefined();
      message.isDeleted = true;
    }
  });

  it('with the block_id that we gave its card does', async () => {
    const ts = await thread();
    expect((await shared(`${createThreads(app.slack.botToken).seal(INCIDENT, ts)}|0`)).threadTs).toBe(ts);
  });

  it.each(['1.1<!channel>', 'x', '', '1', `${'1'.repeat(200)}.1`])('in a thread called "%s" is in none', async (ts) => {
    await press({ action_id: idOf('share', EMMA) }, { message: { thread_ts: ts } });
    const message = await app.slack.until(() => publicMessage(app.slack));
    expect(message.threadTs).toBeUndefined();
  });

  it.each(['', '<!channel>', 'u1', '@', ' '])('on a card of "%s" names nobody', async (owner) => {
    await press({ action_id: idOf('delete', owner) });
    const { text } = await app.slack.until(() => privateMessage(app.slack, EMMA));
    expect(text).not.toMatch(/<@|<!/);
    expect(text).toContain('the person who shared this card');
  });

  it('by nobody is refused', async () => {
    const nobodies = [null, undefined, {}, { id: '' }, { id: 7 }, [], 'U1'];
    const answers = nobodies.map((user) =>
      press({ action_id: idOf('delete', '') }, { user }).catch(() => ({ status: 0 })),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).not.toContain(200);
    expect(app.slack.messages()).toEqual([]);
  });
});

describe('a card that nobody shared', () => {
  it('names nobody', async () => {
    const { sharedMessage } = await import('../../adapters/slack/messages.ts');
    const { core } = await import('../core-under-test.ts');
    const { card } = core.answer({ text: '502', locale: 'en' });
    for (const owner of ['', '!', 'u1'])
      expect(JSON.stringify(sharedMessage(card, { surface: 'shared', owner, t: core.translate('en') }))).not.toMatch(
        /<@|Shared by/,
      );
  });
});

describe.each(TRANSPORTS)('a response_url over %s', (transport) => {
  let app: SlackUnderTest;
  let other: Server;
  let visits = 0;
  let elsewhere = '';
  beforeEach(async () => {
    app = await startSlack({ transport });
    visits = 0;
    other = createServer((_, response) => {
      visits += 1;
      response.end('ok');
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    elsewhere = `127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await app.stop();
    other.close();
  });

  const press = (response_url: unknown, more: Node = {}) => {
    const { team } = app.slack.workspace;
    return app.slack.deliver({
      kind: 'interactive',
      payload: {
        type: 'block_actions',
        team: { id: team },
        user: { id: EMMA },
        channel: { id: INCIDENT },
        container: { type: 'message', message_ts: '1.1', channel_id: INCIDENT, is_ephemeral: true },
        response_url,
        actions: [{ type: 'button', action_id: idOf('show', EMMA), block_id: 'b', action_ts: '1' }],
        ...more,
      },
    });
  };

  it.each([
    ['of another host', () => `http://${elsewhere}/`],
    ['of another host with our own in its name', () => `http://${new URL(app.slack.apiUrl).host}@${elsewhere}/`],
    ['of another port', () => `http://${elsewhere}/api/`],
    ['over plain HTTP at Slack', () => 'http://hooks.slack.com/x'],
    ['that is none', () => 'javascript:alert(1)'],
  ])('%s is not called; the answer goes another way', async (_, url) => {
    await press(url());
    expect((await app.slack.until(() => privateMessage(app.slack, EMMA))).text).toContain('502');
    await app.stopAdapter();
    expect(visits).toBe(0);
    expect(app.slack.workspace.calls.map(({ method }) => method)).not.toContain('response_url');
  });

  it('that redirects elsewhere is not followed', async () => {
    app.slack.faults.always('response_url', { status: 307, location: `http://${elsewhere}/` });
    await app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    await app.slack.press(required(privateMessage(app.slack, EMMA)), '中文', EMMA);
    await app.slack.until(() => privateMessage(app.slack, EMMA)?.text.includes('可能原因'));
    expect(visits).toBe(0);
  });

  it('of a window is held to the same', async () => {
    await app.slack.deliver({
      kind: 'interactive',
      payload: {
        type: 'view_submission',
        team: { id: app.slack.workspace.team },
        user: { id: XIAOMING },
        view: {
          id: 'V1',
          type: 'modal',
          callback_id: 'look-up',
          private_metadata: JSON.stringify(ask),
          state: { values: {} },
        },
        response_urls: [{ response_url: `http://${elsewhere}/`, channel_id: INCIDENT, block_id: 'b', action_id: 'a' }],
      },
    });
    expect((await app.slack.until(() => publicMessage(app.slack))).channel).toBe(INCIDENT);
    expect(visits).toBe(0);
  });
});
