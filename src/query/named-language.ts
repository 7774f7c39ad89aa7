// The language that a question names at its end: `502 中文`.
import { normalise } from './normalise.ts';
import { LANGUAGE } from './words.ts';

/** A message as it was written, but for the language at its end; in the form that was parsed where that cannot be found. */
export function withoutLanguage(text: string, rest: string): string {
  const pattern = new RegExp(LANGUAGE.source, 'iu');
  let typed = trimmed(text);
  for (let match = pattern.exec(typed); match; match = pattern.exec(typed))
    typed = trimmed(typed.slice(0, match.index));
  return LANGUAGE.test(trimmed(normalise(typed))) ? rest : typed;
}

/** The last language named counts; none may stay at the end, or a button's question would name it again. */
export function takeLanguage(input: string): { rest: string; language?: 'zh' | 'en' } {
  let rest = trimmed(input);
  let language: 'zh' | 'en' | undefined;
  for (let match = LANGUAGE.exec(rest); match; match = LANGUAGE.exec(rest)) {
    language ??= match[1] ? 'zh' : 'en';
    rest = trimmed(rest.slice(0, match.index));
  }
  return { rest, ...(language ? { language } : {}) };
}

function trimmed(text: string): string {
  return text.replace(/^[\s/]+|[\s。.!！?？,，;；]+$/g, '');
}
