import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  EMMA,
  INCIDENT,
  labelsOf,
  privateMessage,
  publicMessage,
  type SlackUnderTest,
  startSlack,
  TRANSPORTS,
  XIAOMING,
} from './slack-under-test.ts';

describe.each(TRANSPORTS)('a mention over %s', (transport) => {
  let app: SlackUnderTest;
  let now = Date.now();
  let count = 0;
  beforeEach(async () => {
    app = await startSlack({ transport, timing: { now: () => now } });
  });
  afterEach(() => app.stop());

  const mention = (text: string, more: object = {}) =>
    app.slack.event({
      type: 'app_mention',
      user: EMMA,
      channel: INCIDENT,
      ts: `1.${++count}`,
      text: `<@U0BOT> ${text}`,
      ...more,
    });
  const posted = () => app.slack.messages().filter(({ ephemeralTo }) => ephemeralTo === undefined);

  it('is answered for everyone, with a button to delete it for the one who asked', async () => {
    await mention('502 vs 504');
    const answer = await app.slack.until(() => publicMessage(app.slack));
    expect(answer.text).toContain('502');
    expect(answer.threadTs).toBeUndefined();
    expect(labelsOf(answer)).toContain('Delete');
    expect(app.slack.workspace.refusals).toEqual([]);
  });

  it('in a thread is answered in that thread', async () => {
    await mention('502');
    const parent = await app.slack.until(() => publicMessage(app.slack));
    await mention('504', { thread_ts: parent.ts });
    expect((await app.slack.until(() => posted()[1])).threadTs).toBe(parent.ts);
  });

  it('is answered once, however often it is delivered', async () => {
    const delivery = await mention('502');
    for (const retry of [1, 2, 3]) await app.slack.deliver({ ...delivery, retry });
    await mention('504');
    await app.slack.until(() => posted().some(({ text }) => text.includes('504')));
    await app.stop();
    expect(posted()).toHaveLength(2);
  });

  it('is answered once where several workspaces report it', async () => {
    await mention('502', { ts: '5.5' });
    await mention('502', { ts: '5.5' });
    await mention('504');
    await app.slack.until(() => posted().some(({ text }) => text.startsWith('504')));
    await app.stop();
    expect(posted()).toHaveLength(2);
  });

  it('is forgotten after ten minutes', async () => {
    const delivery = await mention('502');
    await app.slack.until(() => posted().length === 1);
    now += 600_001;
    await app.slack.deliver({ ...delivery, retry: 3 });
    await app.slack.until(() => posted().length === 2);
  });

  it('without a question gets help, privately', async () => {
    await mention('');
    expect((await app.slack.until(() => privateMessage(app.slack, EMMA))).text).toContain('502');
    expect(posted()).toEqual([]);
  });

  it('with nothing that is known is answered privately', async () => {
    await mention('zzqqxxyy');
    await app.slack.until(() => privateMessage(app.slack, EMMA));
    expect(posted()).toEqual([]);
  });

  it('by a bot is not answered', async () => {
    await mention('502', { bot_id: 'B0OTHER', user: 'U0OTHER' });
    await mention('503', { user: 'U0BOT' });
    await mention('504');
    await app.slack.until(() => publicMessage(app.slack));
    await app.stop();
    expect(posted()).toHaveLength(1);
  });

  it('is answered in the language of the person', async () => {
    await mention('502', { user: XIAOMING });
    expect((await app.slack.until(() => publicMessage(app.slack))).text).toContain('可能原因');
  });
});
