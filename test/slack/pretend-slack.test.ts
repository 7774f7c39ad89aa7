import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isValidSlackRequest, LogLevel, webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createShapeCheck } from '../../playground/pretend-slack/block-kit-schema.ts';
import { createResponseUrls } from '../../playground/pretend-slack/response-urls.ts';
import { httpTransport } from '../../playground/pretend-slack/transport.ts';
import { createTriggers } from '../../playground/pretend-slack/triggers.ts';
import { addMessage, createWorkspace } from '../../playground/pretend-slack/workspace.ts';
import { createPretendSlack, type PretendSlack } from '../../playground/pretend-slack.ts';

const check = createShapeCheck();
const text = { type: 'plain_text', text: 'xxx' };
const modal = () => ({ type: 'modal', title: text, blocks: [{ type: 'section', text }] });

describe('what Slack hands out', () => {
  let now = 1_000_000;
  const workspace = () =>
    createWorkspace(
      () => now,
      () => undefined,
    );

  it('response_urls take five uses', () => {
    const urls = createResponseUrls(workspace(), check);
    const id = urls.issue({ channel: 'C0INCIDENT', user: 'U0ENGLISH', original: undefined });
    const statuses = Array.from({ length: 6 }, () => urls.post(id, { text: 'x' }).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  it('response_urls last thirty minutes', () => {
    const urls = createResponseUrls(workspace(), check);
    const id = urls.issue({ channel: 'C0INCIDENT', user: 'U0ENGLISH', original: undefined });
    now += 30 * 60_000 + 1;
    expect(urls.post(id, { text: 'x' })).toMatchObject({ status: 404, body: expect.stringContaining('expired_url') });
  });

  it('response_urls of a slash command replace and delete nothing', () => {
    const space = workspace();
    const urls = createResponseUrls(space, check);
    const id = urls.issue({ channel: 'C0INCIDENT', user: 'U0ENGLISH', original: undefined });
    urls.post(id, { text: 'one', replace_original: true });
    urls.post(id, { text: 'two', replace_original: true });
    expect(space.messages).toHaveLength(2);
    expect(urls.post(id, { delete_original: true }).status).toBe(404);
  });

  it('response_urls of a button replace its message, and never a public one by a private answer', () => {
    const space = workspace();
    const urls = createResponseUrls(space, check);
    const original = addMessage(space, { channel: 'C0INCIDENT', text: 'x', by: 'U0BOT' });
    const id = urls.issue({ channel: 'C0INCIDENT', user: 'U0ENGLISH', original });
    expect(urls.post(id, { text: 'y', replace_original: true, response_type: 'ephemeral' }).status).toBe(400);
    expect(urls.post(id, { text: 'y', replace_original: true, response_type: 'in_channel' }).status).toBe(200);
    expect(original).toMatchObject({ text: 'y', edits: 1 });
  });

  it('trigger_ids take one use within three seconds', () => {
    const triggers = createTriggers(workspace());
    const [first, second] = [triggers.issue('U1'), triggers.issue('U1')];
    expect(triggers.use(first)).toEqual({ user: 'U1' });
    expect(triggers.use(first)).toEqual({ error: 'exchanged_trigger_id' });
    now += 3001;
    expect(triggers.use(second)).toEqual({ error: 'expired_trigger_id' });
    expect(triggers.use('made up')).toEqual({ error: 'invalid_trigger_id' });
  });
});

describe('the Web API', () => {
  let slack: PretendSlack;
  beforeEach(async () => {
    slack = await createPretendSlack();
  });
  afterEach(() => slack.close());

  const client = (token = slack.botToken) =>
    new webApi.WebClient(token, { slackApiUrl: slack.apiUrl, logLevel: LogLevel.ERROR, retryConfig: { retries: 0 } });
  const post = (more: object) => client().chat.postMessage({ channel: 'C0INCIDENT', text: 'x', ...more });

  it.each([
    ['a wrong token', () => client('xoxb-wrong').auth.test(), 'invalid_auth'],
    ['an unknown method', () => client().apiCall('chat.postPoem'), 'unknown_method'],
    ['an unknown argument', () => post({ icon: 'x' }), 'invalid_arguments'],
    ['an unknown channel', () => post({ channel: 'C0NONE' }), 'channel_not_found'],
    ['a channel without the bot', () => post({ channel: 'C0PRIVATE' }), 'not_in_channel'],
    ['a channel closed to apps', () => post({ channel: 'C0CLOSED' }), 'restricted_action'],
    ['a thread that is none', () => post({ thread_ts: '9.9' }), 'cannot_reply_to_message'],
    ['a message without text', () => post({ text: '' }), 'no_text'],
    ['broken blocks', () => post({ blocks: [{ type: 'nothing' }] }), 'invalid_blocks'],
    ['an unknown person', () => client().users.info({ user: 'U0NONE' }), 'user_not_found'],
    [
      'a private word to nobody',
      () => client().chat.postEphemeral({ channel: 'C0INCIDENT', user: 'U0NONE', text: 'x' }),
      'user_not_in_channel',
    ],
    [
      'a window without a trigger',
      () => client().views.open({ trigger_id: 'x', view: modal() as never }),
      'invalid_trigger_id',
    ],
    ['a window that is not open', () => client().views.update({ view_id: 'V1', view: modal() as never }), 'not_found'],
    [
      'a window on the Home tab',
      () => client().views.publish({ user_id: 'U0ENGLISH', view: modal() as never }),
      'invalid_arguments',
    ],
    ['a socket for the bot token', () => client().apps.connections.open({}), 'invalid_auth'],
  ])('refuses %s', async (_, call, error) => {
    await expect(call()).rejects.toThrow(error);
    expect(slack.workspace.refusals.join()).toContain(error);
  });

  it('refuses a method whose scope is missing', async () => {
    const poor = await createPretendSlack({ scopes: ['commands'] });
    const call = new webApi.WebClient(poor.botToken, {
      slackApiUrl: poor.apiUrl,
      retryConfig: { retries: 0 },
    }).users.info({ user: 'U0ENGLISH' });
    await expect(call).rejects.toThrow('missing_scope');
    await poor.close();
  });

  it('keeps private messages apart from public ones', async () => {
    await client().chat.postEphemeral({ channel: 'C0INCIDENT', user: 'U0ENGLISH', text: 'psst' });
    await post({});
    expect(slack.messages().map(({ ephemeralTo }) => ephemeralTo)).toEqual(['U0ENGLISH', undefined]);
  });

  it('gives the locale only to those who ask for it', async () => {
    expect((await client().users.info({ user: 'U0CHINESE' })).user?.locale).toBeUndefined();
    expect((await client().users.info({ user: 'U0CHINESE', include_locale: true })).user?.locale).toBe('zh-CN');
  });
});

describe('deliveries over HTTP', () => {
  const deliver = async (listener: RequestListener, retry?: number) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const send = httpTransport(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'secret', 200);
    try {
      return await send({ kind: 'events_api', payload: { type: 'event_callback' }, ...(retry ? { retry } : {}) });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };

  it('are signed, and numbered when they are repeated', async () => {
    let seen: IncomingMessage['headers'] = {};
    let body = '';
    await deliver((request, response) => {
      seen = request.headers;
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => response.end());
    }, 2);
    expect(seen['x-slack-retry-num']).toBe('2');
    const headers = {
      'x-slack-signature': String(seen['x-slack-signature']),
      'x-slack-request-timestamp': Number(seen['x-slack-request-timestamp']),
    };
    expect(isValidSlackRequest({ signingSecret: 'secret', body, headers })).toBe(true);
  });

  it('fail where they are not acknowledged in time', async () => {
    await expect(deliver(() => undefined)).rejects.toThrow(/timeout/);
  });
});
