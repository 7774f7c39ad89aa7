// Other meanings of the number, its sub-status codes, and what it is confused with.

import type { Block } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import type { CardContext } from './context.ts';
import { entryLine, vendorName } from './entry-text.ts';

/** More rows would push the sources out of sight. */
const MAX_ROWS = 6;

export function elsewhere(context: CardContext, entry: Entry): Block[] {
  const { t, catalog } = context;
  const blocks: Block[] = [];
  const meanings = (catalog.byCode.get(entry.code) ?? []).filter(({ id }) => id !== entry.id);
  const related = (entry.status.related ?? [])
    .flatMap((id) => catalog.entries.get(id) ?? [])
    .filter((other) => other.code !== entry.code);
  push(blocks, t('status.otherMeanings'), lines(context, meanings));
  push(blocks, t('status.confusedWith'), lines(context, related));
  const subStatuses = entry.semantics ? (catalog.subStatuses.get(entry.code) ?? []) : [];
  const codes = [...new Set(subStatuses.map(({ code }) => code))];
  const [first] = codes;
  if (first) {
    const names = [...new Set(subStatuses.flatMap(({ vendor }) => (vendor ? vendorName(context, vendor) : [])))];
    const vendors = names.join(t('separator'));
    const text = t('status.subStatuses', { vendors, count: codes.length, first, last: codes.at(-1) });
    blocks.push({ type: 'note', text });
  }
  return blocks;
}

function lines(context: CardContext, entries: readonly Entry[]): string[] {
  const shown = entries.slice(0, MAX_ROWS).map((entry) => entryLine(context, entry));
  const rest = entries.length - shown.length;
  return rest > 0 ? [...shown, context.t('list.more', { count: rest })] : shown;
}

function push(blocks: Block[], title: string, items: string[]): void {
  if (items.length > 0) blocks.push({ type: 'list', title, ordered: false, items });
}
