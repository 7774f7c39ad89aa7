// Answering is pure, so a question that was answered a moment ago need not be worked out again.
import { type Answer, type Core, MAX_ASK_LENGTH } from '#core';

/** In an incident everybody asks for the same few codes; more than this would only fill memory. */
const MAX_ANSWERS = 300;

/** The same core, which keeps the answers to the short questions asked last. Cards are shared: nobody may change one. */
export function rememberAnswers(core: Core): Core {
  const answers = new Map<string, Answer>();
  return {
    ...core,
    answer: (question) => {
      const { text, locale, detail = 'compact', as = 'question' } = question;
      if (text.length > MAX_ASK_LENGTH) return core.answer(question);
      const key = JSON.stringify([text, locale, detail, as]);
      const answer = answers.get(key) ?? core.answer(question);
      // Asked last, forgotten last.
      answers.delete(key);
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > MAX_ANSWERS && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
  };
}
