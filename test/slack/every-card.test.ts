import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask, Detail } from '#core';
import { pressOf, type Surface } from '../../adapters/slack/actions.ts';
import { toFallbackText } from '../../adapters/slack/fallback.ts';
import { answerMessage, questionOf } from '../../adapters/slack/messages.ts';
import { createShapeCheck } from '../../playground/pretend-slack/block-kit-schema.ts';
import { messageFault } from '../../playground/pretend-slack/message-rules.ts';
import type { PostedMessage } from '../../playground/pretend-slack/workspace.ts';
import { core } from '../core-under-test.ts';
import { EMMA, INCIDENT, privateMessage, required, type SlackUnderTest, startSlack } from './slack-under-test.ts';

const check = createShapeCheck();
const data = new URL('../../data/', import.meta.url);

/** Every record, as the question that gives exactly it. */
const records = globSync(['standard.json', 'vendors/*.json'], { cwd: data }).flatMap((file) => {
  const { statuses } = JSON.parse(readFileSync(new URL(file, data), 'utf8')) as { statuses: { code: string }[] };
  return statuses.map(({ code }) => `${basename(file, '.json')}:${code}`);
});

/** Every kind of card. */
const QUESTIONS = [
  '502',
  '499',
  '403.14',
  '4xx',
  '502 vs 504',
  '301 302 307 308',
  '520-526',
  'nginx',
  'rfc 6585',
  'rfc 7231',
  '299',
  '600',
  '999',
  'gateway',
  'zzqqxx',
  'help',
  'concept',
  'guide',
];

/** Ids of buttons that ask, and values of menu options. */
const asksOf = ({ blocks }: Pick<PostedMessage, 'blocks'>): { press: string; ask: Ask }[] => {
  const elements = blocks.flatMap((block) =>
    block.type === 'actions' ? (block.elements as { action_id: string; options?: { value: string }[] }[]) : [],
  );
  return elements.flatMap(({ action_id: id, options }) => {
    const presses = options
      ? options.map(({ value }) => ({ press: value, meaning: pressOf(id, value) }))
      : [{ press: id, meaning: pressOf(id, undefined) }];
    return presses.flatMap(({ press, meaning }) => (meaning.verb === 'show' ? [{ press, ask: meaning.ask }] : []));
  });
};

/** Enough for every list, page and step of the guide, without every pair of codes that can be compared. */
const MAX_REACHED = 1500;

const faultsOf = (message: object): string[] => {
  const fault = messageFault({ ...message }, check);
  return fault ? [`${fault.error} ${fault.why}`] : [];
};

describe.each(core.locales)('every card in %s', (locale) => {
  it.each<[Detail, Surface]>([
    ['compact', 'private'],
    ['full', 'private'],
    ['compact', 'shared'],
    ['full', 'shared'],
  ])('is taken by Slack: %s, %s', (detail, surface) => {
    expect(records.length).toBeGreaterThan(300);
    const faults = [...records, ...QUESTIONS].flatMap((text) => {
      const message = answerMessage(core, { text, locale, detail }, { surface, owner: EMMA });
      const problems = faultsOf(message);
      if (JSON.stringify(message.blocks).includes(core.translate(locale)('chat.cut'))) problems.push('does not fit');
      return problems.map((problem) => `${text}: ${problem}`);
    });
    expect(faults).toEqual([]);
  });
});

describe.each(core.locales)('everything that buttons lead to in %s', (locale) => {
  it('is taken by Slack', () => {
    const waiting: Ask[] = QUESTIONS.map((query) => ({ query, detail: 'full', locale }));
    const reached = new Set<string>();
    const faults: string[] = [];
    for (let ask = waiting.pop(); ask && reached.size < MAX_REACHED; ask = waiting.pop()) {
      const key = JSON.stringify(ask);
      if (reached.has(key)) continue;
      reached.add(key);
      const message = answerMessage(core, questionOf(ask), { surface: 'private', owner: EMMA });
      faults.push(...faultsOf(message).map((fault) => `${key}: ${fault}`));
      const asks = asksOf({ blocks: (message.blocks ?? []) as unknown as PostedMessage['blocks'] });
      waiting.push(...asks.map((one) => one.ask));
    }
    expect(reached.size).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });
});

describe('every button', () => {
  let app: SlackUnderTest;
  let now = 0;
  beforeAll(async () => {
    // A second goes by with every look at the clock, so that nobody asks too often.
    const tick = () => {
      now += 1_000;
      return now;
    };
    app = await startSlack({ timing: { now: tick } });
  });
  afterAll(() => app.stop());

  it.each(QUESTIONS.flatMap((text) => core.locales.map((locale) => [text, locale] as const)))(
    'of "%s" in %s leads where it says',
    async (text, locale) => {
      const user = locale === 'zh-CN' ? 'U0CHINESE' : EMMA;
      await app.slack.command('/http', text, { user, channel: INCIDENT });
      const card = required(privateMessage(app.slack, user));
      const original = card.blocks;
      for (const { press, ask } of asksOf(card)) {
        const edits = card.edits;
        card.blocks = original;
        await app.slack.press(card, press, user);
        const answer = await app.slack.until(() => card.edits > edits && card);
        expect(answer.text).toBe(toFallbackText(core.answer(questionOf(ask)).card));
        expect(answer.text).not.toContain(core.translate(locale)('none.title'));
      }
      expect(app.slack.workspace.refusals).toEqual([]);
    },
  );
});
