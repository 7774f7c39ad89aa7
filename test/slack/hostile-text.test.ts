// Whatever people write: no exception, and nothing in what is sent to Slack mentions, links, hides or breaks a character.
import { describe, expect, it } from 'vitest';
import type { Card } from '#core';
import type { Surface } from '../../adapters/slack/actions.ts';
import { messageText } from '../../adapters/slack/message-text.ts';
import { cardMessage, sharedMessage } from '../../adapters/slack/messages.ts';
import { createShapeCheck } from '../../playground/pretend-slack/block-kit-schema.ts';
import { messageFault } from '../../playground/pretend-slack/message-rules.ts';
import { createRandom, hostileText } from '../../scripts/bench/fuzz/hostile-text.ts';
import { core } from '../core-under-test.ts';
import { startSlack } from './slack-under-test.ts';

const CASES = 600;
const OWNER = 'U0ENGLISH';
const check = createShapeCheck();

const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Every text of a message, with the key it stands under. */
function textsOf(value: unknown, key = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, Array.isArray(value) ? key : name));
}

function faultsOf(message: { text: string; blocks?: unknown }, card: Card): string[] {
  const links = new Set(
    card.blocks.flatMap((block) => (block.type === 'links' ? block.items.map(({ url }) => url) : [])),
  );
  const isOwn = (target: string): boolean => target === `@${OWNER}` || links.has(target.replaceAll('&amp;', '&'));
  const refused = messageFault({ ...message }, check);
  const faults = textsOf(message).flatMap(([key, text]) => {
    const isText = key === 'text';
    const rest = text.replace(/<([^<>|]+)(?:\|[^<>]*)?>/g, (tag, target: string) => (isOwn(target) ? '' : tag));
    return [
      ...(UNSEEN.test(isText ? text.replaceAll('\n', '') : text) ? [`unseen: ${key}`] : []),
      ...(text.isWellFormed() ? [] : [`half a character: ${key}`]),
      ...(/[<>]/.test(rest) && isText ? [`alive: ${rest.slice(0, 100)}`] : []),
    ];
  });
  return refused ? [`${refused.error} ${refused.why}`, ...faults] : faults;
}

function messagesOf(card: Card, locale: string) {
  const frame = (surface: Surface) => ({ surface, owner: OWNER, t: core.translate(locale), thread: 'thread|1.1|x' });
  return [
    cardMessage(card, frame('private')),
    sharedMessage(card, frame('shared')),
    cardMessage(card, frame('window')),
  ];
}

/** A message in which the text stands everywhere that people see text. */
function messageOf(text: string): Record<string, unknown> {
  const element = { type: 'text', text };
  return {
    text,
    blocks: [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [element, { type: 'link', url: text }] }],
      },
      { type: 'section', text: { type: 'mrkdwn', text }, fields: [{ type: 'mrkdwn', text }] },
    ],
    attachments: [{ title: text, text, fields: [{ title: text, value: text }] }, { fallback: text }],
  };
}

describe.each(['question', 'message'] as const)('hostile text in a %s', (as) => {
  it('does no harm', () => {
    const random = createRandom(as.length * 7);
    for (let index = 0; index < CASES; index += 1) {
      const written = hostileText(random, Math.floor(random() ** 4 * 4_000));
      const text = as === 'message' ? messageText(messageOf(written)).text : written;
      const { card, locale } = core.answer({
        text,
        locale: random() < 0.5 ? 'en' : 'zh-CN',
        detail: random() < 0.5 ? 'compact' : 'full',
        as,
      });
      for (const message of messagesOf(card, locale))
        expect(faultsOf(message, card), JSON.stringify(written.slice(0, 300))).toEqual([]);
    }
  });

  it.each([
    ['marks', '\u0301'],
    ['flags', '🇩🇪'],
    ['mentions', '<!channel>'],
    ['words', 'zzqqxx '],
    ['controls', '\u0007\u001b[31m'],
    ['signs of code', '`'],
    ['lines', '\n'],
    ['codes', '502 '],
  ])('of a megabyte of %s makes an answer that is no larger than of a tenth', (_, sign) => {
    const sizes = [100_000, 1_000_000].map((length) => {
      const text = `foo ${sign.repeat(length / sign.length)}`;
      const { card, locale } = core.answer({ text: messageText({ text }).text, locale: 'en', as });
      const [message] = messagesOf(card, locale);
      expect(message && faultsOf(message, card)).toEqual([]);
      return JSON.stringify(message).length;
    });
    expect(sizes[1]).toBe(sizes[0]);
    expect(sizes[1]).toBeLessThan(30_000);
  });
});

describe('hostile text in the search field', () => {
  it('is offered as somebody reads it, or not at all', async () => {
    let now = 0;
    const app = await startSlack({ timing: { now: () => (now += 1_000) } });
    await app.slack.globalShortcut('lookUp', OWNER);
    await app.slack.until(() => app.slack.workspace.windows.has(OWNER));
    const random = createRandom(5);
    for (let index = 0; index < 150; index += 1) {
      const typed = hostileText(random, Math.floor(random() ** 3 * 300));
      const options = await app.slack.type(OWNER, typed);
      for (const [key, text] of textsOf(options)) {
        expect(UNSEEN.test(text), `${key}: ${JSON.stringify(text)}`).toBe(false);
        expect(text.isWellFormed()).toBe(true);
      }
      const [option] = options;
      if (option) await app.slack.pick(OWNER, option);
    }
    await app.stopAdapter();
    expect(app.slack.workspace.refusals).toEqual([]);
    expect(app.logs.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    await app.stop();
  });
});
