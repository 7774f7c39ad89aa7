// Vendor that was named + status of others → Remark.
import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { Remark } from './match.ts';

/** A vendor that was named and has no meaning of its own for the code, at most a finer division of it. */
export function notOwn(source: string, { code }: Entry, catalog: Catalog): Remark {
  const vendor = catalog.vendors.get(source);
  const parts = (catalog.subStatuses.get(code) ?? []).filter((entry) => entry.source === source);
  return { type: 'no-own-meaning', vendor, code, subStatuses: parts.map((part) => part.code) };
}
