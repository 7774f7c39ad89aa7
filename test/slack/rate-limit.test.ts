import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const TOO_MANY = /20 questions/;

describe.each(TRANSPORTS)('somebody who asks too often, over %s', (transport) => {
  let app: SlackUnderTest;
  let now = 0;
  let count = 0;
  beforeEach(async () => {
    app = await startSlack({ transport, timing: { now: () => now } });
  });
  afterEach(() => app.stop());

  const ask = async (user = EMMA) => {
    await app.slack.command('/http', '502', { user, channel: INCIDENT });
    return required(privateMessage(app.slack, user));
  };
  const askTimes = async (times: number) => {
    for (let time = 0; time < times; time += 1) await ask();
  };
  const mention = (user = EMMA) => {
    count += 1;
    return app.slack.event({ type: 'app_mention', user, channel: INCIDENT, ts: `1.${count}`, text: '<@U0BOT> 502' });
  };
  const words = () => app.slack.messages().filter(({ text }) => TOO_MANY.test(text));
  const callsOf = (method: string) => app.slack.workspace.calls.filter((call) => call.method === method).length;

  it('is told so in the acknowledgement of a command, and answered again ten seconds later', async () => {
    await askTimes(20);
    expect(words()).toHaveLength(0);
    expect((await ask()).text).toMatch(TOO_MANY);
    expect((await ask()).text).toMatch(TOO_MANY);
    expect((await ask(XIAOMING)).text).toContain('502 Bad Gateway');
    now += 10_000;
    expect((await ask()).text).toContain('502 Bad Gateway');
  });

  it('by mentions is told once, privately, and not for every message', async () => {
    for (let time = 0; time < 40; time += 1) await mention();
    await mention(XIAOMING);
    await app.slack.until(() => publicMessage(app.slack)?.text.includes('可能原因'));
    await app.stopAdapter();
    expect(words()).toMatchObject([{ ephemeralTo: EMMA }]);
    expect(callsOf('chat.postMessage')).toBe(21);
    expect(callsOf('chat.postEphemeral')).toBe(1);
  });

  it('is not charged for an event that is delivered again', async () => {
    const delivery = await mention();
    for (let time = 0; time < 40; time += 1) await app.slack.deliver({ ...delivery, retry: 1 });
    expect((await ask()).text).toContain('502 Bad Gateway');
  });

  it('by buttons is told once, and the card stays as it is', async () => {
    const card = await ask();
    await askTimes(19);
    for (let time = 0; time < 5; time += 1) expect((await app.slack.press(card, '中文', EMMA)).status).toBe(200);
    await app.slack.until(() => words().length === 1);
    await app.stopAdapter();
    expect(words()).toMatchObject([{ ephemeralTo: EMMA }]);
    expect(card.edits).toBe(0);
  });

  it('may still open links', async () => {
    const card = await ask();
    await askTimes(19);
    await app.slack.press(card, 'Open source', EMMA);
    await app.stopAdapter();
    expect(words()).toHaveLength(0);
  });

  it('by shortcuts is told once, and no window opens', async () => {
    await askTimes(20);
    await app.slack.globalShortcut('lookUp', EMMA);
    await app.slack.until(() => words().length === 1);
    await app.slack.messageShortcut('explain', { type: 'message', ts: '1.1', text: '502' }, { user: EMMA });
    await app.stopAdapter();
    expect(words()).toHaveLength(1);
    expect(app.slack.workspace.windows.size).toBe(0);
  });

  it('is offered nothing while typing too fast, and can still ask', async () => {
    await app.slack.globalShortcut('lookUp', EMMA);
    await app.slack.until(() => app.slack.workspace.windows.has(EMMA));
    for (let time = 0; time < 20; time += 1) expect((await app.slack.type(EMMA, '50')).length).toBeGreaterThan(0);
    expect(await app.slack.type(EMMA, '50')).toEqual([]);
    expect((await ask()).text).toContain('502 Bad Gateway');
    now += 10_000;
    expect((await app.slack.type(EMMA, '50')).length).toBeGreaterThan(0);
  });

  it('may share a card from the window only as often', async () => {
    await app.slack.globalShortcut('lookUp', EMMA);
    await app.slack.until(() => app.slack.workspace.windows.has(EMMA));
    await app.slack.pick(EMMA, { text: { type: 'plain_text', text: '502' }, value: '502' });
    await app.slack.until(() => JSON.stringify([...app.slack.workspace.windows.values()]).includes('502 Bad Gateway'));
    await askTimes(18);
    await app.slack.submit(EMMA, INCIDENT);
    await app.slack.until(() => words().length === 1);
    expect(publicMessage(app.slack)).toBeUndefined();
  });

  it('by opening the Home tab again and again gets it twenty times', async () => {
    for (let time = 0; time < 30; time += 1)
      await app.slack.event({ type: 'app_home_opened', user: EMMA, channel: 'D1', tab: 'home', event_ts: '1' });
    await app.stopAdapter();
    expect(callsOf('views.publish')).toBe(20);
    expect(words()).toHaveLength(0);
  });
});
