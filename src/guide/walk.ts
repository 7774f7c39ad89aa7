// A position in the decision guide → Match. The position is text, so a button can hold it.
import type { Catalog } from '../catalog/catalog.ts';
import type { Match } from '../query/match.ts';
import type { Guide } from './load.ts';
import type { Step } from './schema.ts';

/** `caller` is a step, `caller/401` its end, anything else the first card. */
export function walk(at: string, guide: Guide, catalog: Catalog): Match {
  const [id = '', code = ''] = at.split('/');
  const step = guide.steps.get(id);
  const entry = step && codesOf(step).includes(code) ? catalog.entries.get(`standard:${code}`) : undefined;
  if (step && entry) return { kind: 'status', entry, remarks: [{ type: 'guided', step: step.id, code }] };
  return { kind: 'guide', guide, step };
}

/** The codes in which a step can end: the diagram's first, then ours. */
export function codesOf({ exits, additions }: Step): string[] {
  return [...exits, ...additions];
}
