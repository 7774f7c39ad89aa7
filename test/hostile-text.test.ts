// Whatever people send: no exception, nothing unseen, no half of a character, no live mention or link, on any surface.
import { describe, expect, it } from 'vitest';
import { createRandom, hostileText } from '../scripts/bench/fuzz/hostile-text.ts';
import { faultsOf } from '../scripts/bench/fuzz.ts';
import { core } from './core-under-test.ts';

const CASES = 400;

describe('hostile text', () => {
  it.each(['question', 'message'] as const)('as a %s leaves us harmless', (as) => {
    const random = createRandom(as.length);
    for (let index = 0; index < CASES; index++) {
      const text = hostileText(random, Math.floor(random() ** 4 * 3000));
      const locale = random() < 0.5 ? 'en' : 'zh-CN';
      const detail = random() < 0.5 ? 'compact' : 'full';
      expect(faultsOf({ text, locale, detail, as }), JSON.stringify(text.slice(0, 500))).toEqual([]);
    }
  });

  it.each([
    ['terminal sequences', 'boo\n\u001b[31mred \u0007'],
    ['C1 controls', 'a\u0085b\u009b31mc'],
    ['line separators', 'a\u2028b\u2029c'],
    ['changes of direction', '\u202e502\u2066 foo'],
    ['halves of a pair', '502 \ud83d foo\udc00'],
    ['flags', `a${'🇩🇪'.repeat(70)}`],
    ['more flags', `abc ${'🇩🇪'.repeat(49)}`],
    ['piled marks', `e${'\u0301'.repeat(5000)}`],
    ['tabs in a question', 'frob\tnicate'],
  ])('such as %s does no harm either', (_, text) => {
    expect(faultsOf({ text, locale: 'en' })).toEqual([]);
    expect(faultsOf({ text, locale: 'en', as: 'message' })).toEqual([]);
  });
});

describe('a question on two lines', () => {
  it('is asked again by its buttons as it was', () => {
    const { card } = core.answer({ text: 'nginx\nzh', locale: 'en' });
    const asks = card.blocks.flatMap((block) => (block.type === 'actions' ? block.items : []));
    const language = asks.flatMap((action) => (action.type === 'ask' && action.label === '中文' ? [action.ask] : []));
    expect(language).toEqual([{ query: 'nginx↵zh', detail: 'compact', locale: 'zh-CN' }]);
    expect(core.answer({ text: 'nginx↵zh', locale: 'en' })).toEqual(core.answer({ text: 'nginx\nzh', locale: 'en' }));
  });
});
