// Every way through every tree, button by button.
import { describe, expect, it } from 'vitest';
import type { Action, Answer, Ask, Block } from '../../src/index.ts';
import { MAX_ASK_LENGTH } from '../../src/index.ts';
import { ask, core } from '../core-under-test.ts';
import { trees } from './trouble-under-test.ts';

type AskAction = Extract<Action, { type: 'ask' }>;

const actionsOf = ({ card }: Answer): Action[] =>
  card.blocks.flatMap((block) => (block.type === 'actions' ? block.items : []));
const press = ({ query, locale, detail }: Ask): Answer => core.answer({ text: query, locale, detail });
const blockOf = <T extends Block['type']>({ card }: Answer, type: T) =>
  card.blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);
const button = (
  answer: Answer,
  key: 'open' | 'title' | 'back' | 'again' | 'status' | 'marker',
  code = '',
): AskAction[] => {
  const label = core.translate(answer.locale)(`trouble:${key}`, { code });
  return actionsOf(answer).flatMap((action) => (action.type === 'ask' && action.label === label ? [action] : []));
};

interface Stop {
  code: string;
  /** What was pressed on the way. */
  labels: string[];
  answer: Answer;
  /** The card before; none before the first question. */
  before?: Answer;
  isEnd: boolean;
}

/** Every card of a tree, from its first question on. */
function stops(code: string, answer: Answer, labels: string[] = [], before?: Answer): Stop[] {
  const here = { code, labels, answer, isEnd: blockOf(answer, 'code').length > 0, ...(before ? { before } : {}) };
  if (here.isEnd) return [here];
  return [
    here,
    ...answersOn(answer).flatMap(({ ask: asked, label }) => stops(code, press(asked), [...labels, label], answer)),
  ];
}

/** The buttons that answer: those before any that leads back or elsewhere. */
function answersOn(answer: Answer): AskAction[] {
  const t = core.translate(answer.locale);
  const others = ['back', 'again'].map((key) => t(`trouble:${key as 'back'}`));
  return actionsOf(answer).flatMap((action) =>
    action.type === 'ask' &&
    action.ask.query.startsWith('trouble:') &&
    action.ask.locale === answer.locale &&
    !others.includes(action.label)
      ? [action]
      : [],
  );
}

describe.each(core.locales)('in %s', (locale) => {
  const t = core.translate(locale);
  const all = trees.flatMap(({ code, status }) => {
    const [open] = button(ask(status, locale), 'open');
    return open ? stops(code, press(open.ask)) : [];
  });
  const ends = all.filter(({ isEnd }) => isEnd);

  it('the card of the status opens its tree, and so do words', () => {
    for (const { code, status } of trees) {
      const [open] = button(ask(status, locale), 'open');
      expect(open?.ask, code).toEqual({ query: `trouble:${code}`, locale, detail: 'compact' });
      for (const text of [`troubleshoot ${code}`, `${code} 怎么一步步查`])
        expect(ask(text, locale), text).toEqual(press(open?.ask as Ask));
    }
    expect(button(ask('499', locale), 'open')).toHaveLength(1);
    expect(button(ask('500', locale), 'open')).toEqual([]);
    expect(button(ask('esri 499', locale), 'open')).toEqual([]);
  });

  it('every way ends, and the ways reach every question and every end once', () => {
    const reached = all.map(({ code, answer }) => `${code} ${JSON.stringify(answer.card.blocks)}`);
    expect(new Set(reached).size).toBe(reached.length);
    expect(ends).toHaveLength(trees.flatMap((tree) => tree.ends).length);
    expect(all).toHaveLength(trees.flatMap(({ steps, ends: own }) => [...steps, ...own]).length);
  });

  it('every answer leads to what it is named after, and the card says what was answered', () => {
    for (const { labels, answer } of all.filter(({ before }) => before)) {
      const [trail] = blockOf(answer, 'note');
      expect(trail?.text).toBe(labels.join(' → '));
      expect([answer.kind, answer.locale]).toEqual(['trouble', locale]);
    }
  });

  it('every end has one cause and the command or line of its record', () => {
    for (const { code, before, answer, labels } of ends) {
      const tree = trees.find((one) => one.code === code);
      const pressed = before && answersOn(before).find(({ label }) => label === labels.at(-1));
      const end = tree?.ends.find(({ id }) => pressed?.ask.query === `trouble:${code}/${id}`);
      expect(blockOf(answer, 'code').map(({ text }) => text)).toEqual([end?.command ?? end?.line]);
      expect(answer.card.title).toBe(blockOf(answer, 'text')[0]?.text);
      const links = blockOf(answer, 'links').flatMap(({ items }) => items);
      expect(links).toHaveLength(end?.references.length ?? -1);
    }
  });

  it('every question says which one it is, and how many there are at most', () => {
    for (const { code, labels, answer, isEnd } of all) {
      if (isEnd) continue;
      const deepest = ends.filter(
        (end) => end.code === code && end.labels.slice(0, labels.length).join() === labels.join(),
      );
      const most = Math.max(...deepest.map((end) => end.labels.length));
      const [heading] = blockOf(answer, 'heading');
      expect(heading?.subtitle).toBe(t('trouble:place', { code, number: labels.length + 1, most }));
    }
  });

  it('every card leads back to the question before, to the first one and to the status', () => {
    for (const { code, labels, answer, before } of all) {
      const [back, again, status] = (['back', 'again', 'status'] as const).map((key) => button(answer, key, code));
      expect(back?.map(({ ask: asked }) => press(asked))).toEqual(labels.length > 1 ? [before] : []);
      expect(again?.map(({ ask: asked }) => asked.query)).toEqual(labels.length > 0 ? [`trouble:${code}`] : []);
      const about = status?.map(({ ask: asked }) => press(asked));
      expect(about?.map(({ kind, ids }) => [kind, ids[0]])).toEqual([
        [expect.stringMatching(/status|variants/), trees.find((tree) => tree.code === code)?.status],
      ]);
    }
  });

  it('every end leads to the measured condition and the marker that it rests on', () => {
    const who = t('behaviour.who');
    for (const { code, answer } of ends) {
      const [shown] = blockOf(answer, 'code');
      const own = trees.find((tree) => tree.code === code)?.ends ?? [];
      const asks = actionsOf(answer).flatMap((action) => (action.type === 'ask' ? [action] : []));
      const leads = asks.filter(({ label }) => label === who || label === t('trouble:marker'));
      const rests = leads.map(({ ask: asked }) => press(asked).ids[0]);
      const candidates = own.filter(({ command, line }) => (command ?? line) === shown?.text);
      const wanted = candidates.map(({ condition, marker }) => [condition, marker].filter(Boolean));
      expect(wanted, code).toContainEqual(rests);
    }
  });

  it('an end that is the same trouble under another status leads to the first question of that tree', () => {
    const leading = ends.flatMap(({ answer }) => button(answer, 'title', '504'));
    expect(leading.map(({ ask: asked }) => asked.query)).toEqual(['trouble:504', 'trouble:504', 'trouble:504']);
    expect(trees.flatMap((tree) => tree.ends.flatMap(({ next = [] }) => next))).toHaveLength(leading.length);
  });

  it('keeps its place in the other language', () => {
    for (const { answer } of all) {
      const [other] = actionsOf(answer).flatMap((action) =>
        action.type === 'ask' && action.ask.locale !== locale ? [action.ask] : [],
      );
      const same = press(other as Ask);
      expect(same.locale).toBe(other?.locale);
      expect(blockOf(same, 'code')).toEqual(blockOf(answer, 'code'));
      const back = actionsOf(same).flatMap((action) =>
        action.type === 'ask' && action.ask.locale === locale ? [action.ask] : [],
      );
      expect(back.map(press)).toEqual([answer]);
    }
  });

  it('every card fits, and no two of its buttons ask the same', () => {
    for (const { answer } of all) {
      const actions = actionsOf(answer);
      expect(actions.length).toBeLessThanOrEqual(9);
      for (const { label } of actions) expect(label, label).toMatch(/^.{1,38}$/);
      const asks = actions.flatMap((action) => ('ask' in action ? [action] : []));
      for (const { ask: asked } of asks) expect(asked.query.length).toBeLessThanOrEqual(MAX_ASK_LENGTH);
      const ids = asks.map(({ type, ask: asked }) => `${type} ${asked.query} ${asked.locale}`);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it.each(['trouble:502', 'trouble:502/nowhere', 'why 502 tree', 'debug 502', '排查 502', '排查502', '502 排查步骤'])(
    '%s shows the first question',
    (text) => {
      expect(ask(text, locale).card.title).toBe(t('trouble:title', { code: '502' }));
    },
  );

  it.each(['troubleshoot 404', 'trouble:404', 'trouble:404/refused'])('%s shows the card of the status', (text) => {
    expect(ask(text, locale)).toMatchObject({ kind: 'status', ids: ['standard:404'] });
  });
});
