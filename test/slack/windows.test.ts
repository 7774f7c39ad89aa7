import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFallbackText } from '../../adapters/slack/fallback.ts';
import { core } from '../core-under-test.ts';
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

describe.each(TRANSPORTS)('shortcuts and windows over %s', (transport) => {
  let app: SlackUnderTest;
  beforeEach(async () => {
    app = await startSlack({ transport });
  });
  afterEach(() => app.stop());

  const windowText = (user = EMMA) => JSON.stringify(app.slack.workspace.windows.get(user)?.view ?? {});
  const opened = () => app.slack.until(() => app.slack.workspace.windows.get(EMMA));

  it('explain a message privately, with the codes of its attachments', async () => {
    const message = {
      type: 'message',
      ts: '1.1',
      text: 'alert',
      attachments: [{ text: 'GET /x 503\nGET /y 502\nGET /x 503' }],
    };
    await app.slack.messageShortcut('explain', message, { user: EMMA, channel: 'C0PRIVATE' });
    const card = await app.slack.until(() => privateMessage(app.slack, EMMA));
    expect(card.text).toContain('503');
    expect(card.threadTs).toBeUndefined();
    expect(app.slack.workspace.refusals).toEqual([]);
  });

  it('take a message as a message, however much it looks like a question', async () => {
    const message = { type: 'message', ts: '1.1', text: '502 vs 504' };
    await app.slack.messageShortcut('explain', message, { user: EMMA, channel: INCIDENT });
    const card = await app.slack.until(() => privateMessage(app.slack, EMMA));
    expect(card.text).toBe(toFallbackText(core.answer({ text: '502 vs 504', locale: 'en', as: 'message' }).card));
  });

  it('say so where a message has no code', async () => {
    await app.slack.messageShortcut(
      'explain',
      { type: 'message', ts: '1.1', text: 'lunch?' },
      { user: EMMA, channel: INCIDENT },
    );
    expect((await app.slack.until(() => privateMessage(app.slack, EMMA))).text).toContain('No status code');
  });

  it('open the search window, which completes, shows the card and shares it', async () => {
    await app.slack.globalShortcut('lookUp', EMMA);
    await opened();
    const options = await app.slack.type(EMMA, '50');
    expect(JSON.stringify(options)).toContain('502 Bad Gateway');
    await app.slack.pick(EMMA, required(options.find(({ value }) => value === '502')));
    await app.slack.until(() => windowText().includes('502 Bad Gateway'));
    await app.slack.pressInView(EMMA, '中文');
    await app.slack.until(() => windowText().includes('可能原因'));
    await app.slack.submit(EMMA, 'C0PRIVATE');
    const shared = await app.slack.until(() => publicMessage(app.slack));
    expect(shared).toMatchObject({ channel: 'C0PRIVATE', text: expect.stringContaining('可能原因') });
    expect(app.slack.workspace.windows.has(EMMA)).toBe(false);
    expect(app.slack.workspace.refusals).toEqual([]);
  });

  it('share once, also where what a window sends comes twice', async () => {
    await app.slack.globalShortcut('lookUp', EMMA);
    await opened();
    const [option] = await app.slack.type(EMMA, '502');
    await app.slack.pick(EMMA, required(option));
    await app.slack.until(() => windowText().includes('502 Bad Gateway'));
    const open = required(app.slack.workspace.windows.get(EMMA));
    for (let times = 0; times < 2; times += 1) {
      app.slack.workspace.windows.set(EMMA, open);
      await app.slack.submit(EMMA, 'C0PRIVATE');
    }
    await app.stopAdapter();
    expect(app.slack.messages().filter(({ channel }) => channel === 'C0PRIVATE')).toHaveLength(1);
  });

  it('let anything that was typed be asked', async () => {
    await app.slack.globalShortcut('lookUp', EMMA);
    await opened();
    const options = await app.slack.type(EMMA, '502 vs 504');
    await app.slack.pick(EMMA, required(options.find(({ value }) => value === '502 vs 504')));
    await app.slack.until(() => windowText().includes('504'));
    expect(app.slack.workspace.refusals).toEqual([]);
  });

  it('open the window from the help card', async () => {
    await app.slack.command('/http', '', { user: EMMA, channel: INCIDENT });
    await app.slack.press(required(privateMessage(app.slack, EMMA)), 'Search', EMMA);
    await opened();
  });

  it('show the Home tab in the language of the person, every time it is opened', async () => {
    const open = (tab: string) =>
      app.slack.event({ type: 'app_home_opened', user: XIAOMING, channel: 'D1', tab, event_ts: '1' });
    await open('home');
    const home = await app.slack.until(() => app.slack.workspace.homes.get(XIAOMING));
    expect(JSON.stringify(home)).toContain(core.translate('zh-CN')('slack.home.intro'));
    expect(JSON.stringify(home)).toContain('Explain HTTP statuses');
    await open('messages');
    const delivery = await open('home');
    for (const retry of [1, 2, 3]) await app.slack.deliver({ ...delivery, retry });
    const published = () => app.slack.workspace.calls.filter(({ method }) => method === 'views.publish').length;
    await app.slack.until(() => published() === 2);
    await app.stopAdapter();
    expect(published()).toBe(2);
    expect(app.slack.workspace.refusals).toEqual([]);
  });

  it('lead from the Home tab to a window with the card', async () => {
    await app.slack.event({ type: 'app_home_opened', user: EMMA, channel: 'D1', tab: 'home', event_ts: '1' });
    await app.slack.until(() => app.slack.workspace.homes.get(EMMA));
    await app.slack.pressInView(EMMA, '502', 'home');
    await app.slack.until(() => windowText().includes('502 Bad Gateway'));
    await app.slack.pressInView(EMMA, 'Search', 'home');
    await app.slack.until(() => !windowText().includes('502 Bad Gateway'));
    expect(app.slack.workspace.refusals).toEqual([]);
  });
});
