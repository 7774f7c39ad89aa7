// What was measured of what a question names.
import type { Observed } from '../behaviour/behaviour.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** Its own, else that of the only software which it is a part of: `nginx` of nginx before PHP-FPM. */
export function observedOf(
  { behaviour }: Pick<Catalog, 'behaviour'>,
  source: string,
  condition: string,
): Observed | undefined {
  const own = behaviour.observed(source, condition);
  if (own) return own;
  const [only, ...others] = behaviour
    .ofCondition(condition)
    .filter(({ software }) => software.id.startsWith(`${source}-`));
  return others.length === 0 ? only : undefined;
}
