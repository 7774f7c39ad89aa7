// Everything that was measured, for the tests that go through it.
import type { Observed } from '../../src/behaviour/behaviour.ts';
import { namesOf } from '../../src/query/condition-names.ts';
import { catalog } from '../catalog/catalog-files.ts';

export const observed: readonly Observed[] = [...catalog.behaviour.software.keys()].flatMap((id) =>
  catalog.behaviour.ofSoftware(id),
);

/** `haproxy upstream.refused`: how buttons ask for it. */
export function canonical({ software, condition }: Observed): string {
  return `${software.id} ${condition.id}`;
}

/** Every way to call the condition, in every language. */
export function names({ condition }: Observed): string[] {
  return namesOf(catalog, condition);
}
