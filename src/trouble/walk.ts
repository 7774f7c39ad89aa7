// A place in a tree → Match. The place is text, so a button can hold it.
import type { Match } from '../query/match.ts';
import type { Trouble } from './load.ts';
import type { TreeRecord, TroubleEnd, TroubleStep } from './schema.ts';

type TroubleMatch = Extract<Match, { kind: 'trouble' }>;

/** `502` is its first question, `502/refused` that step or end, `502/nowhere` the first question too. */
export function walkTrouble(at: string, trouble: Trouble): TroubleMatch | undefined {
  const [code = '', id = ''] = at.split('/');
  const tree = trouble.get(code);
  const node = tree && (nodeOf(tree, id) ?? tree.steps[0]);
  return tree && node ? { kind: 'trouble', tree, node } : undefined;
}

export function nodeOf({ steps, ends }: TreeRecord, id: string): TroubleStep | TroubleEnd | undefined {
  return steps.find((step) => step.id === id) ?? ends.find((end) => end.id === id);
}

/** The step whose answer leads there: only one does. */
export function stepBefore({ steps }: TreeRecord, id: string): TroubleStep | undefined {
  return steps.find(({ answers }) => answers.includes(id));
}

/** Ids from after the first question to the node itself: what was answered. */
export function answersTo(tree: TreeRecord, id: string): string[] {
  const before = stepBefore(tree, id);
  return before ? [...answersTo(tree, before.id), id] : [];
}

/** How many questions there are at most from a node on, itself among them. */
export function questionsFrom(tree: TreeRecord, id: string): number {
  const step = tree.steps.find((one) => one.id === id);
  return step ? 1 + Math.max(...step.answers.map((answer) => questionsFrom(tree, answer))) : 0;
}
