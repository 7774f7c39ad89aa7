// The core over the real dataset, made once for the tests that ask it.
import { type Answer, createCore, type Detail } from '../src/index.ts';

export const core = createCore();

export function ask(text: string, locale = 'en', detail: Detail = 'compact'): Answer {
  return core.answer({ text, locale, detail });
}

export function explain(text: string, locale = 'en'): Answer {
  return core.answer({ text, locale, as: 'message' });
}

/** All text on a card, one block a line. */
export function cardText(answer: Answer): string {
  return answer.card.blocks.map((block) => JSON.stringify(block)).join('\n');
}
