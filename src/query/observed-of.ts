// What is known of what a question names: measured, else from its manual.
import type { Observed } from '../behaviour/behaviour.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Marker } from '../markers/markers.ts';

/** Its own, else that of the only software behind which it stands: `gunicorn` of gunicorn behind nginx. */
export function observedOf(
  { behaviour }: Pick<Catalog, 'behaviour'>,
  source: string,
  condition: string,
): Observed | undefined {
  const own = behaviour.observed(source, condition);
  if (own) return own;
  const [only, ...others] = behaviour
    .ofCondition(condition)
    .filter(({ software }) => software.id.endsWith(`-${source}`));
  return others.length === 0 ? only : undefined;
}

/** Of what its logs write under a condition, that which comes with a status. */
export function documentedOf(
  { markers }: Pick<Catalog, 'markers'>,
  source: string,
  condition: string,
): readonly Marker[] {
  return markers
    .ofVendor(source)
    .filter(({ record }) => record.condition === condition && record.statuses.length > 0 && !record.unverified);
}
