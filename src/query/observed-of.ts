// What was measured of what a question names.
import type { Observed } from '../behaviour/behaviour.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** Its own, else that of the only software which it is a part of: `gunicorn` of gunicorn behind nginx. */
export function observedOf(
  { behaviour }: Pick<Catalog, 'behaviour'>,
  source: string,
  condition: string,
): Observed | undefined {
  const own = behaviour.observed(source, condition);
  if (own) return own;
  const [only, ...others] = behaviour
    .ofCondition(condition)
    .filter(({ software }) => software.id.split('-').includes(source));
  return others.length === 0 ? only : undefined;
}
