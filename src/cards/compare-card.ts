// The card that sets two to five codes side by side: differences first.

import type { Action, Block, Card } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import { askEntry, type CardContext, languageActions, shareAction } from './context.ts';
import { entryLine, heading, toneOf } from './entry-text.ts';

export function compareCard(context: CardContext, entries: readonly Entry[], missing: readonly string[]): Card {
  const { t, catalog, locale } = context;
  const title = entries.map(({ code }) => code).join(t('compare.versus'));
  const blocks: Block[] = [{ type: 'heading', text: title, subtitle: t('compare.subtitle') }];
  const differences = differenceTable(context, entries);
  if (differences) blocks.push(differences);
  const lines = entries.map((entry) => `${entryLine(context, entry)}: ${catalog.prose(entry, locale).summary}`);
  blocks.push({ type: 'list', title: t('compare.each'), ordered: false, items: lines });
  if (missing.length > 0) blocks.push({ type: 'note', text: t('compare.missing', { codes: missing.join(', ') }) });
  blocks.push({ type: 'actions', items: compareActions(context, entries) });
  return { tone: toneOf(entries[0]?.code ?? ''), title, blocks };
}

/** One column a code, one row a property in which they differ. */
function differenceTable(context: CardContext, entries: readonly Entry[]): Block | undefined {
  const { t } = context;
  const rows = properties(context)
    .map(({ label, of }) => [label, ...entries.map((entry) => of(entry) ?? t('compare.none'))])
    .filter(([, ...values]) => new Set(values).size > 1);
  if (rows.length === 0) return undefined;
  return { type: 'table', columns: ['', ...entries.map(({ code }) => code)], rows };
}

function properties({ t }: CardContext): { label: string; of: (entry: Entry) => string | undefined }[] {
  const inherited = <T>(entry: Entry, pick: (one: Entry) => T | undefined): T | undefined =>
    pick(entry) ?? (entry.parent && pick(entry.parent));
  return [
    {
      label: t('compare.sender'),
      of: (entry) => {
        const sender = inherited(entry, ({ status }) => status.sender);
        return sender && (entry.vendor?.hop === sender ? entry.vendor.name : t(`hop.${sender}`));
      },
    },
    {
      label: t('compare.fault'),
      of: (entry) => {
        const fault = inherited(entry, ({ status }) => status.fault);
        return fault && t(`hop.${fault}`);
      },
    },
    {
      label: t('facts.retry'),
      of: (entry) => {
        const retry = inherited(entry, ({ status }) =>
          typeof status.retry === 'object' ? status.retry.value : status.retry,
        );
        return retry && t(`retry.${retry}`);
      },
    },
    {
      label: t('facts.cacheable'),
      of: ({ semantics }) => semantics && t(`cacheable.${semantics.cacheable.value}`),
    },
    { label: t('facts.method'), of: ({ semantics }) => semantics?.method && t(`method.${semantics.method.value}`) },
    {
      label: t('facts.headers'),
      of: ({ semantics }) =>
        semantics?.headers && [...new Set(semantics.headers.map(({ field }) => `\`${field}\``))].slice(0, 4).join(' '),
    },
  ];
}

function compareActions(context: CardContext, entries: readonly Entry[]): Action[] {
  const open = entries.map((entry): Action => ({ type: 'ask', label: heading(entry), ask: askEntry(context, entry) }));
  return [...shareAction(context), ...open, ...languageActions(context)];
}
