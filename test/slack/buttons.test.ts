import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeButton } from '../../adapters/button-id.ts';
import type { PostedMessage } from '../../playground/pretend-slack/workspace.ts';
import {
  EMMA,
  INCIDENT,
  labelsOf,
  privateMessage,
  publicMessage,
  required,
  type SlackUnderTest,
  startSlack,
  TRANSPORTS,
  XIAOMING,
} from './slack-under-test.ts';

describe.each(TRANSPORTS)('buttons over %s', (transport) => {
  let app: SlackUnderTest;
  beforeEach(async () => {
    app = await startSlack({ transport });
  });
  afterEach(() => app.stop());

  const ask = async (text: string, user = EMMA): Promise<PostedMessage> => {
    await app.slack.command('/http', text, { user, channel: INCIDENT });
    return required(privateMessage(app.slack, user));
  };
  const share = async (card: PostedMessage): Promise<PostedMessage> => {
    await app.slack.press(card, 'Share', EMMA);
    return app.slack.until(() => card.isDeleted && publicMessage(app.slack));
  };

  it('share the card as a message of its own that names who shared it, and take the private card away', async () => {
    const card = await ask('502');
    const shared = await share(card);
    expect(shared).toMatchObject({ channel: INCIDENT, text: expect.stringContaining('502 Bad Gateway') });
    expect(JSON.stringify(shared.blocks)).toContain(`<@${EMMA}>`);
    expect(labelsOf(shared)).toEqual(['More', '中文', 'Open source', 'Delete']);
    expect(app.slack.workspace.refusals).toEqual([]);
  });

  it('share once, however often they are pressed', async () => {
    const card = await ask('502');
    await Promise.all([app.slack.press(card, 'Share', EMMA), app.slack.press(card, 'Share', EMMA)]);
    await app.slack.until(() => card.isDeleted);
    await app.stop();
    expect(app.slack.messages().filter(({ ephemeralTo }) => !ephemeralTo)).toHaveLength(1);
  });

  it('share another answer in a card that stayed', async () => {
    const card = await ask('502');
    // The card is shared, and the private one cannot be taken away.
    app.slack.faults.next('response_url', undefined, { error: 'used_url' });
    await app.slack.press(card, 'Share', EMMA);
    await app.slack.until(() => app.logs.some(({ msg }) => msg === 'the private card stayed'));
    await app.slack.press(card, '中文', EMMA);
    await app.slack.until(() => card.edits === 1);
    await app.slack.press(card, '分享', EMMA);
    await app.slack.until(() => card.isDeleted);
    expect(app.slack.messages().map(({ ephemeralTo }) => ephemeralTo)).toEqual([undefined, undefined]);
  });

  it('share into the thread that the card was in', async () => {
    const { slack } = app;
    const parent = await share(await ask('502'));
    const message = { type: 'message', ts: '1.1', thread_ts: parent.ts, text: 'HTTP/1.1 502 Bad Gateway' };
    await slack.messageShortcut('explain', message, { user: EMMA, channel: INCIDENT });
    const card = await slack.until(() => privateMessage(slack, EMMA));
    expect(card.threadTs).toBe(parent.ts);
    await slack.press(card, 'Share', EMMA);
    const shared = await slack.until(() => card.isDeleted && publicMessage(slack));
    expect(shared.threadTs).toBe(parent.ts);
  });

  it('answer everyone privately on a shared card and leave it alone', async () => {
    const shared = await share(await ask('502'));
    for (const user of [XIAOMING, EMMA]) {
      await app.slack.press(shared, '中文', user);
      const answer = await app.slack.until(() => privateMessage(app.slack, user));
      expect(answer.text).toContain('可能原因');
    }
    expect(shared).toMatchObject({ edits: 0, isDeleted: false });
  });

  it('delete a shared card for the one who shared it only; others get a private word', async () => {
    const shared = await share(await ask('502'));
    await app.slack.press(shared, 'Delete', XIAOMING);
    const word = await app.slack.until(() => privateMessage(app.slack, XIAOMING));
    expect(word.text).toContain(`<@${EMMA}>`);
    expect(shared.isDeleted).toBe(false);
    await app.slack.press(shared, 'Delete', EMMA);
    await app.slack.until(() => shared.isDeleted);
  });

  it('compare, and open what a menu offers', async () => {
    const card = await ask('502');
    await app.slack.press(card, required(labelsOf(card).find((label) => label.startsWith('Compare'))), EMMA);
    await app.slack.until(() => card.edits === 1);
    const list = await ask('5xx');
    await app.slack.press(list, '502 Bad Gateway', EMMA);
    await app.slack.until(() => list.edits === 1);
    expect(list.text).toContain('502 Bad Gateway');
    expect(app.slack.workspace.refusals).toEqual([]);
  });

  it('acknowledge links and do nothing else', async () => {
    const card = await ask('502');
    const before = app.slack.workspace.calls.length;
    expect(await app.slack.press(card, 'Open source', EMMA)).toMatchObject({ status: 200, body: undefined });
    expect(app.slack.workspace.calls).toHaveLength(before);
  });

  it('of an older version are answered with what to type', async () => {
    const card = await ask('502');
    const old = {
      type: 'actions',
      elements: [{ type: 'button', action_id: '0|sc|en|U1|504', text: { type: 'plain_text', text: 'Old' } }],
    };
    await app.slack.press({ ...card, blocks: [old] }, 'Old', EMMA);
    expect((await app.slack.until(() => wordTo(EMMA))).text).toContain('`/http 504`');
    expect(card.edits).toBe(0);
  });

  it('that nobody knows are answered too', async () => {
    const card = await ask('502');
    const old = {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'whatever', text: { type: 'plain_text', text: 'Old' } }],
    };
    await app.slack.press({ ...card, blocks: [old] }, 'Old', EMMA);
    expect((await app.slack.until(() => wordTo(EMMA))).text).toContain('`/http`');
  });

  it('that somebody made up never leave what they are shown in', async () => {
    const card = await ask('502');
    for (const id of ['0|a|b|c|x` *b* <!here> `\n\u0007', `0|a|b|c|${'x'.repeat(200)}`]) {
      const old = {
        type: 'actions',
        elements: [{ type: 'button', action_id: id, text: { type: 'plain_text', text: 'Old' } }],
      };
      await app.slack.press({ ...card, blocks: [old] }, 'Old', EMMA);
      const word = await app.slack.until(() => wordTo(EMMA));
      expect(word.text).toMatch(/`\/http [^`\n]{1,80}`\.$/);
      expect(word.text).not.toContain('<');
      word.isDeleted = true;
    }
  });

  const wordTo = (user: string) => {
    const message = privateMessage(app.slack, user);
    return message?.blocks.length === 0 && message;
  };
});

describe('ids of buttons', () => {
  it('of menus fit into the 75 characters of an option, however long the question', () => {
    const ask = { query: 'x'.repeat(60), detail: 'compact', locale: 'zh-CN' } as const;
    expect(encodeButton({ verb: 'show', ask, owner: '' }).length).toBeLessThanOrEqual(75);
  });
});
