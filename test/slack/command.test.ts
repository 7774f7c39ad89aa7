import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { core } from '../core-under-test.ts';
import {
  EMMA,
  INCIDENT,
  labelsOf,
  privateMessage,
  required,
  type SlackUnderTest,
  startSlack,
  TRANSPORTS,
  textsOf,
  XIAOMING,
} from './slack-under-test.ts';

describe.each(TRANSPORTS)('a slash command over %s', (transport) => {
  let app: SlackUnderTest;
  beforeAll(async () => {
    app = await startSlack({ transport });
  });
  afterAll(() => app.stop());

  const ask = async (text: string, user = EMMA) => {
    const { status } = await app.slack.command('/http', text, { user, channel: INCIDENT });
    expect(status).toBe(200);
    expect(app.slack.workspace.refusals).toEqual([]);
    return required(privateMessage(app.slack, user));
  };

  it('is answered in the acknowledgement, for the asker alone, with blocks and text', async () => {
    const card = await ask('502');
    expect(card.text).toContain('502 Bad Gateway');
    expect(textsOf(card, 'header')[0]).toContain('502 Bad Gateway');
    const methods = app.slack.workspace.calls.map(({ method }) => method);
    expect(methods).not.toContain('chat.postEphemeral');
    expect(methods).not.toContain('response_url');
  });

  it('is answered in the language of the person', async () => {
    expect((await ask('502', XIAOMING)).text).toContain('可能原因');
  });

  it('is answered in the language that the question names', async () => {
    expect((await ask('502 zh')).text).toContain('可能原因');
  });

  it('is answered with help where nothing was asked, with a way to the search window', async () => {
    expect(labelsOf(await ask(''))).toContain('Search');
  });

  it('works where the bot is no member', async () => {
    await app.slack.command('/http', '503', { user: EMMA, channel: 'C0PRIVATE' });
    expect(privateMessage(app.slack, EMMA)).toMatchObject({ channel: 'C0PRIVATE' });
  });

  it('never lets what was typed mention, link or format', async () => {
    const card = await ask('<!channel> <@U0BOT> <https://evil.example|x> *b* `c` & zzqqxx');
    expect(JSON.stringify(card)).not.toMatch(/<[!@h#]/);
  });

  it('replaces the private card by its Chinese and its detailed form', async () => {
    const card = await ask('502');
    await app.slack.press(card, '中文', EMMA);
    await app.slack.until(() => card.edits === 1);
    expect(card.text).toContain('可能原因');
    await app.slack.press(card, core.translate('zh-CN')('actions.more'), EMMA);
    await app.slack.until(() => card.edits === 2);
    expect(card.text).toContain('重试');
    expect(app.slack.workspace.refusals).toEqual([]);
  });
});
