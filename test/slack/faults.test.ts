import { afterEach, describe, expect, it } from 'vitest';
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

const CLOSED = 'C0CLOSED';

describe.each(TRANSPORTS)('when Slack fails, over %s', (transport) => {
  let app: SlackUnderTest;
  const pauses: number[] = [];
  const wait = (ms: number): Promise<unknown> => {
    pauses.push(ms);
    // Only the limit of the language lookup is a real wait, and nothing here reaches it.
    return ms === 300 ? new Promise(() => undefined) : Promise.resolve();
  };
  const start = async (): Promise<void> => {
    pauses.length = 0;
    app = await startSlack({ transport, timing: { wait } });
  };
  afterEach(() => app.stop());

  const ask = async (text = '502', channel = INCIDENT) => {
    await app.slack.command('/http', text, { user: EMMA, channel });
    return required(privateMessage(app.slack, EMMA));
  };
  const mention = (channel = INCIDENT) =>
    app.slack.event({ type: 'app_mention', user: EMMA, channel, ts: '1.1', event_ts: '1.1', text: '<@U0BOT> 502' });
  const word = () =>
    app.slack.until(() =>
      app.slack.messages().find(({ blocks, ephemeralTo, channel }) => blocks.length === 0 && (ephemeralTo ?? channel)),
    );
  const callsOf = (method: string) => app.slack.workspace.calls.filter((call) => call.method === method).length;

  it('a short Retry-After is waited for, and the answer comes', async () => {
    await start();
    app.slack.faults.next('chat.postMessage', { status: 429, retryAfter: 2 });
    await mention();
    expect((await app.slack.until(() => publicMessage(app.slack))).text).toContain('502');
    expect(pauses.filter((ms) => ms !== 300)).toEqual([2000]);
    expect(callsOf('chat.postMessage')).toBe(2);
  });

  it('a long Retry-After is told instead of waited for', async () => {
    await start();
    app.slack.faults.next('chat.postMessage', { status: 429, retryAfter: 60 });
    await mention();
    expect((await word()).text).toContain('60 s');
    expect(callsOf('chat.postMessage')).toBe(1);
  });

  it('a broken server is asked again', async () => {
    await start();
    app.slack.faults.next('chat.postMessage', { status: 503 });
    await mention();
    await app.slack.until(() => publicMessage(app.slack));
  });

  it('a server that stays broken gets no storm of repeats, and the person a word', async () => {
    await start();
    app.slack.faults.next('chat.postMessage', ...Array.from({ length: 9 }, () => ({ status: 500 })));
    await mention();
    expect(await word()).toMatchObject({ ephemeralTo: EMMA, text: expect.stringContaining('Try again') });
    expect(callsOf('chat.postMessage')).toBe(3);
    expect(pauses.filter((ms) => ms !== 300)).toEqual([500, 1000]);
  });

  it('refused blocks are sent again as text', async () => {
    await start();
    app.slack.faults.next('chat.postMessage', { error: 'invalid_blocks' });
    await mention();
    const answer = await app.slack.until(() => publicMessage(app.slack));
    expect(answer).toMatchObject({ blocks: [], text: expect.stringContaining('502 Bad Gateway') });
    expect(app.logs).toContainEqual(expect.objectContaining({ level: 50 }));
  });

  it('a silent server is not asked again, because it may have posted already', async () => {
    await start();
    app.timing.requestMs = 100;
    app.slack.faults.next('chat.postMessage', 'hang');
    await mention();
    expect((await word()).ephemeralTo).toBe(EMMA);
    expect(callsOf('chat.postMessage')).toBe(1);
  });

  it('where the app may not post, the person learns it privately', async () => {
    await start();
    await mention(CLOSED);
    expect(await word()).toMatchObject({ ephemeralTo: EMMA, text: expect.stringContaining('may not post') });
  });

  it('where the bot is no member, a direct message tells it', async () => {
    await start();
    await mention('C0PRIVATE');
    expect(await word()).toMatchObject({ channel: `D${EMMA}`, text: expect.stringContaining('may not post') });
  });

  it('sharing where nothing may be posted leaves the private card and says why', async () => {
    await start();
    const card = await ask('502', CLOSED);
    await app.slack.press(card, 'Share', EMMA);
    expect((await word()).text).toContain('may not post');
    expect(card.isDeleted).toBe(false);
    await app.slack.press(card, 'Share', EMMA);
    await app.slack.until(() => app.slack.messages().filter(({ blocks }) => blocks.length === 0).length === 2);
  });

  it('an expired response_url does not lose a shared card', async () => {
    await start();
    const card = await ask();
    app.slack.faults.next('response_url', { error: 'expired_url' });
    await app.slack.press(card, 'Share', EMMA);
    await app.slack.until(() => publicMessage(app.slack));
    await app.slack.until(() => card.isDeleted);
  });

  it('an expired response_url does not lose a private answer', async () => {
    await start();
    const card = await ask();
    app.slack.faults.next('response_url', { error: 'used_url' });
    await app.slack.press(card, '中文', EMMA);
    await app.slack.until(() => privateMessage(app.slack, EMMA)?.text.includes('可能原因'));
    expect(card.edits).toBe(0);
  });

  it('a card that can no longer be deleted is explained', async () => {
    await start();
    await mention();
    const shared = await app.slack.until(() => publicMessage(app.slack));
    app.slack.faults.next('response_url', { error: 'used_url' }, { error: 'used_url' });
    await app.slack.press(shared, 'Delete', EMMA);
    expect(await word()).toMatchObject({ ephemeralTo: EMMA, text: expect.stringContaining('too long') });
    expect(shared.isDeleted).toBe(false);
  });

  it('a window that Slack opens too late is explained', async () => {
    await start();
    const card = await ask('');
    app.slack.faults.next('views.open', { error: 'expired_trigger_id' });
    await app.slack.press(card, 'Search', EMMA);
    expect((await word()).text).toContain('too long');
  });

  it('when nothing gets through, it is logged and nothing else breaks', async () => {
    await start();
    for (const method of ['chat.postMessage', 'chat.postEphemeral']) app.slack.faults.always(method, { status: 500 });
    await mention();
    await app.slack.until(() => app.logs.some(({ msg }) => msg === 'could not tell the person'));
    await ask();
  });
});

describe('a mistake of ours', () => {
  it.each(TRANSPORTS)('is logged with an id and told privately with that id, over %s', async (transport) => {
    const { core } = await import('../core-under-test.ts');
    const broken = {
      ...core,
      answer: () => {
        throw new Error('broken on purpose');
      },
    };
    const app = await startSlack({ transport, core: broken });
    await app.slack.command('/http', '502', { user: EMMA, channel: INCIDENT });
    const logged = required(app.logs.find(({ msg }) => msg === 'unexpected failure'));
    expect(required(privateMessage(app.slack, EMMA)).text).toContain(`\`${String(logged.id)}\``);
    expect(required(privateMessage(app.slack, EMMA)).text).not.toContain('broken on purpose');
    await app.stop();
  });
});
