// Every way through the guide, button by button.
import { describe, expect, it } from 'vitest';
import type { Action, Answer, Ask } from '../../src/index.ts';
import { MAX_ASK_LENGTH } from '../../src/index.ts';
import { ask, core } from '../core-under-test.ts';
import { endsOf, reachable, terminalCodes } from './diagram-facts.ts';
import { steps } from './guide-under-test.ts';

const actionsOf = ({ card }: Answer): Action[] =>
  card.blocks.flatMap((block) => (block.type === 'actions' ? block.items : []));
const press = ({ query, locale, detail }: Ask): Answer => core.answer({ text: query, locale, detail });
/** What the buttons of a card ask in its own language; the menu jumps, so it is no part of a walk. */
const buttons = (answer: Answer): Ask[] =>
  actionsOf(answer).flatMap((action) =>
    action.type === 'ask' && action.ask.locale === answer.locale ? [action.ask] : [],
  );
const stepOf = (query: string): string => query.replace(/^guide:/, '').replace(/\/.*/, '');

interface Walk {
  /** Queries in the order pressed. */
  path: string[];
  end: Answer;
}

/** All walks from a card to their ends. */
function walks(from: Answer, path: string[] = []): Walk[] {
  if (from.kind === 'status') return [{ path, end: from }];
  if (path.length > steps.length) throw new Error(`No end: ${path.join(' → ')}`);
  return buttons(from).flatMap((asked) => walks(press(asked), [...path, asked.query]));
}

describe.each(core.locales)('in %s', (locale) => {
  const all = walks(ask('guide', locale));
  const cards = ['', ...steps.map(({ id }) => `:${id}`)].map((at) => ask(`guide${at}`, locale));

  it('every walk ends on the card of the code on the button pressed', () => {
    const wrong = all.filter(({ path, end }) => !path.at(-1)?.endsWith(end.ids[0]?.replace('standard:', '/') ?? '?'));
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(all.every(({ end }) => end.locale === locale && end.ids.length === 1)).toBe(true);
  });

  it('no walk asks more than ten questions', () => {
    const long = all.filter(({ path }) => path.length - 1 > 10);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("every step ends in the diagram's codes for its decisions, and lists nothing else as the diagram's", () => {
    for (const { id, decisions } of steps) {
      const [exits] = codeLists(ask(`guide:${id}`, locale));
      expect([...exits].sort(), id).toEqual(endsOf(decisions));
    }
  });

  it('every code on a step is a button that leads there, once', () => {
    for (const { id } of steps) {
      const answer = ask(`guide:${id}`, locale);
      const [exits, additions] = codeLists(answer);
      const codes = buttons(answer).flatMap(({ query }) => /\/(\d+)$/.exec(query)?.[1] ?? []);
      expect(codes, id).toEqual([...exits, ...additions]);
      expect(new Set(codes).size, id).toBe(codes.length);
    }
  });

  it('walks follow the edges of the diagram from step to step', () => {
    const asides = new Set(steps.filter(({ decisions }) => decisions.length === 0).map(({ id }) => id as string));
    for (const { path } of all) {
      const asked = path.map(stepOf).filter((step) => !asides.has(step));
      for (const [index, step] of asked.entries()) {
        const next = asked[index + 1];
        if (next && next !== step) expect(canFollow(step, next), path.join(' → ')).toBe(true);
      }
    }
  });

  it("walks reach all 29 codes of the diagram as the diagram's", () => {
    const reached = all.flatMap(({ path, end }) => {
      const step = steps.find(({ id }) => id === stepOf(path.at(-1) ?? ''));
      const code = end.ids[0]?.replace('standard:', '') ?? '';
      return step?.exits.includes(code) ? [code] : [];
    });
    expect(terminalCodes).toHaveLength(29);
    expect([...new Set(reached)].sort()).toEqual(terminalCodes);
  });

  it('every end says why, and leads back to its step', () => {
    for (const { path, end } of all) {
      const query = path.at(-1) ?? '';
      const [, note] = end.card.blocks;
      expect(note, query).toEqual({ type: 'note', text: expect.stringContaining(end.ids[0]?.slice(-3) ?? '?') });
      expect(actionsOf(end)[0], query).toMatchObject({ type: 'ask', ask: { query: `guide:${stepOf(query)}`, locale } });
    }
  });

  it('every end keeps its reason in the other language and in full', () => {
    for (const { end } of all.slice(0, 60)) {
      const same = actionsOf(end).flatMap((action) =>
        action.type === 'ask' && /^guide:.*\//.test(action.ask.query) ? [action.ask] : [],
      );
      expect(same.length).toBeGreaterThanOrEqual(core.locales.length);
      for (const asked of same) expect(press(asked).card.blocks[1]?.type).toBe('note');
    }
  });

  it('the first card asks the first question, leads to every step and credits the diagram', () => {
    const first = ask('guide', locale);
    const text = JSON.stringify(first.card.blocks);
    for (const credit of [
      'HTTP Decision Diagram',
      'v4.0.202202-1',
      '2008 Alan Dean',
      '2013 Andrei Neculau',
      'Apache-2.0',
    ])
      expect(text).toContain(credit);
    expect(text).toContain('https://github.com/for-GET/http-decision-diagram');
    expect(buttons(first)).toEqual(buttons(ask('guide:system', locale)));
    expect(menuOf(first).map(({ ask: { query } }) => query)).toEqual(steps.map(({ id }) => `guide:${id}`));
  });

  it('every menu option and language button leads to the step it names', () => {
    for (const answer of cards)
      for (const asked of [...menuOf(answer).map((option) => option.ask), ...languageAsks(answer)]) {
        const next = press(asked);
        expect([next.kind, next.locale], asked.query).toEqual(['guide', asked.locale]);
        const [heading] = next.card.blocks;
        expect(heading).toEqual(press({ ...asked, detail: 'full' }).card.blocks[0]);
      }
  });

  it('every card fits', () => {
    for (const answer of [...cards, ...all.map(({ end }) => end)]) {
      const actions = actionsOf(answer);
      expect(actions.filter(({ type }) => type !== 'menu').length).toBeLessThanOrEqual(9);
      expect(actions.filter(({ type }) => type === 'menu').length).toBeLessThanOrEqual(1);
      expect(menuOf(answer).length).toBeLessThanOrEqual(25);
      for (const { label, description = '' } of menuOf(answer)) {
        expect(label.length).toBeLessThanOrEqual(75);
        expect(description.length, description).toBeLessThanOrEqual(75);
      }
      for (const action of actions) {
        expect(action.label, action.label).toMatch(/^.{1,38}$/);
        if ('ask' in action) expect(action.ask.query.length).toBeLessThanOrEqual(MAX_ASK_LENGTH);
      }
    }
  });

  it.each(['guide:nowhere', 'guide:nowhere/401', 'guide:caller401', 'guide:/401'])(
    '%s shows the first card',
    (text) => {
      expect(ask(text, locale).card.blocks[0]).toEqual(ask('guide', locale).card.blocks[0]);
    },
  );

  it.each(['guide:caller/404', 'guide:caller/', 'guide:caller/x', 'guide:caller/999'])('%s shows the step', (text) => {
    expect(ask(text, locale).card.title).toBe(ask('guide:caller', locale).card.title);
  });
});

/** The codes that a step's card lists as the diagram's, and those it lists as additions, in the order shown. */
function codeLists({ card, locale }: Answer): [exits: string[], additions: string[]] {
  const t = core.translate(locale);
  const under = (title: string): string[] =>
    card.blocks.flatMap((block) =>
      block.type === 'list' && block.title === title
        ? block.items.map((item) => /^`(\d{3})` ./.exec(item)?.[1] ?? item)
        : [],
    );
  return [under(t('decision:exits')), under(t('decision:additions'))];
}

function canFollow(step: string, next: string): boolean {
  const from = steps.find(({ id }) => id === step);
  const to = steps.find(({ id }) => id === next);
  const targets = reachable(from?.decisions ?? []);
  return to?.decisions.some((decision) => targets.includes(decision)) ?? false;
}

function menuOf(answer: Answer) {
  return actionsOf(answer).flatMap((action) => (action.type === 'menu' ? action.options : []));
}

function languageAsks(answer: Answer): Ask[] {
  return actionsOf(answer).flatMap((action) =>
    action.type === 'ask' && action.ask.locale !== answer.locale ? [action.ask] : [],
  );
}
