// What conditions are called, letter by letter: cheap, so it may be tried on any text.
import type { Condition } from '../behaviour/schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { ASKS_STATUS } from './words.ts';

/** Conditions that a text names, with or without words that ask for the status. */
export function createConditionNames(catalog: Catalog): (text: string) => readonly Condition[] {
  // Not at start: most questions are codes.
  let names: Map<string, Condition[]> | undefined;
  return (text) => {
    names ??= byLetters(catalog);
    return names.get(letters(text)) ?? names.get(letters(text.replace(ASKS_STATUS, ' '))) ?? [];
  };
}

function byLetters(catalog: Catalog): Map<string, Condition[]> {
  const called = new Map<string, Condition[]>();
  for (const condition of catalog.behaviour.conditions.values())
    for (const key of new Set(phrasesOfCondition(catalog, condition).map(letters)))
      called.set(key, [...(called.get(key) ?? []), condition]);
  return called;
}

/** Chinese is written with and without spaces around Latin words. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])/g, '')
    .trim();
}

/** With its id. */
export function phrasesOfCondition(catalog: Catalog, condition: Condition): string[] {
  return [condition.id, ...namesOf(catalog, condition)];
}

/** Everything it is called, in every language. */
export function namesOf({ locales, behaviour }: Catalog, condition: Condition): string[] {
  const names = locales.flatMap((locale) => {
    const { name, aliases } = behaviour.words(condition, locale);
    return [name, ...aliases];
  });
  return [...new Set(names)];
}
