import { describe, expect, it } from 'vitest';
import { rememberAnswers } from '../adapters/answer-memory.ts';
import type { Answer, Core, Question } from '../src/index.ts';

/** A core that counts what it is asked. */
function counting(): { core: Core; asked: string[] } {
  const asked: string[] = [];
  const answer = ({ text, locale }: Question): Answer => {
    asked.push(text);
    return { kind: 'none', ids: [], locale, card: { tone: 'neutral', title: text, blocks: [] } };
  };
  return { core: { answer } as unknown as Core, asked };
}

describe('remembered answers', () => {
  it('are worked out once for the same question', () => {
    const { core, asked } = counting();
    const remembering = rememberAnswers(core);
    const first = remembering.answer({ text: '502', locale: 'en' });
    expect(remembering.answer({ text: '502', locale: 'en', detail: 'compact', as: 'question' })).toBe(first);
    expect(asked).toEqual(['502']);
  });

  it.each<[string, Question]>([
    ['language', { text: '502', locale: 'zh-CN' }],
    ['detail', { text: '502', locale: 'en', detail: 'full' }],
    ['purpose', { text: '502', locale: 'en', as: 'message' }],
  ])('are kept apart by %s', (_, other) => {
    const { core, asked } = counting();
    const remembering = rememberAnswers(core);
    remembering.answer({ text: '502', locale: 'en' });
    remembering.answer(other);
    expect(asked).toHaveLength(2);
  });

  it('are few, and of short questions only', () => {
    const { core, asked } = counting();
    const remembering = rememberAnswers(core);
    for (let n = 0; n <= 300; n += 1) remembering.answer({ text: `${n}`, locale: 'en' });
    remembering.answer({ text: '300', locale: 'en' });
    expect(asked).toHaveLength(301);
    remembering.answer({ text: '0', locale: 'en' });
    expect(asked).toHaveLength(302);
    for (let n = 0; n < 2; n += 1) remembering.answer({ text: 'x'.repeat(61), locale: 'en' });
    expect(asked).toHaveLength(304);
  });
});
