// Questions about what was measured, where they name it exactly; those in words are found by search.
import { replaceNames } from './names.ts';
import type { Query } from './query.ts';
import { findTokens } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { CONDITION, MEASURED, meaningfulWords } from './words.ts';

export function parseObserved(text: string, page: number, vocabulary: Vocabulary): Query | undefined {
  const { source, id } = CONDITION.exec(text)?.groups ?? {};
  const named = source === undefined ? undefined : vocabulary.sourceNames.id(source);
  if (id && vocabulary.isCondition(id) && (source === undefined || named))
    return { kind: 'condition', condition: id, ...(named ? { source: named } : {}) };
  const { what, sent, returned } = MEASURED.exec(text)?.groups ?? {};
  const code = sent ?? returned;
  if (code) return { kind: 'measured', code, page };
  return what === undefined ? undefined : parseMeasured(what, page, vocabulary);
}

/** A condition by its name, where the name holds what looks like a code. */
export function parseNamed(text: string, vocabulary: Vocabulary): Query | undefined {
  if (!/[a-z]{3}|\p{Script=Han}/u.test(text)) return undefined;
  for (const named of vocabulary.sourceNames.every(text)) {
    const [condition] = vocabulary.conditionsCalled(replaceNames(text, [named], () => ' '));
    if (condition && named.id !== 'standard') return { kind: 'condition', condition: condition.id, source: named.id };
  }
  const condition = vocabulary.conditionsCalled(text).find(({ id }) => /^(?:upstream|app)\./.test(id));
  return condition ? { kind: 'condition', condition: condition.id } : undefined;
}

/** Undefined where more is named than one software and one code. */
function parseMeasured(what: string, page: number, vocabulary: Vocabulary): Query | undefined {
  const { codes, vendors, rest } = findTokens(what, vocabulary);
  const [code] = codes;
  const [source] = vendors;
  if (codes.length > 1 || vendors.length > 1 || !(code || source) || meaningfulWords(rest).length > 0) return undefined;
  return { kind: 'measured', page, ...(code ? { code: code.code } : {}), ...(source ? { source: source.id } : {}) };
}
