// The card that sets two to five codes side by side: which to choose, then the differences.

import type { Action, Block, Card } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import { askEntry, type CardContext, languageActions, shareAction } from './context.ts';
import { distinctLabel, entryLine, heading, outsideRange, toneOf, vendorName } from './entry-text.ts';
import { faultOf, retryOf, senderOf } from './inherited.ts';

/** A wider cell would break the table on a phone. */
const MAX_HEADERS = 4;

/** More sentences would push the codes themselves out of sight. */
const MAX_ADVICE = 3;

interface Property {
  label: string;
  /** Told only where every code has it: `any hop` beside one hop is no difference. */
  isWhole?: true;
  of: (entry: Entry) => string | undefined;
}

export function compareCard(context: CardContext, entries: readonly Entry[], missing: readonly string[]): Card {
  const { t, catalog, locale } = context;
  const labels = entries.map((entry) => distinctLabel(context, entry, entries));
  const title = t('compare.title', { codes: labels.join(t('compare.versus')) });
  const differences = differenceTable(context, entries);
  const subtitle = differences ? { subtitle: t('compare.subtitle') } : {};
  const blocks: Block[] = [{ type: 'heading', text: title, ...subtitle }];
  const advice = pairAdvice(context, entries);
  if (advice.length > 0) blocks.push({ type: 'list', title: t('compare.advice'), ordered: false, items: advice });
  if (differences) blocks.push(differences);
  const lines = entries.map((entry) =>
    t('facts.header', { fields: entryLine(context, entry), text: catalog.prose(entry, locale).summary }),
  );
  blocks.push({ type: 'list', title: t('compare.each'), ordered: false, items: lines });
  if (missing.length > 0)
    blocks.push({ type: 'note', text: t('remark.unassigned', { codes: missing.join(t('separator')) }) });
  for (const text of entries.flatMap((entry) => outsideRange(context, entry))) blocks.push({ type: 'note', text });
  blocks.push({ type: 'actions', items: compareActions(context, entries) });
  return { tone: toneOf(entries[0]?.code ?? ''), title, blocks };
}

/** One column a code, one row a property in which they differ. */
function differenceTable(context: CardContext, entries: readonly Entry[]): Block | undefined {
  const { t } = context;
  const rows = properties(context, entries)
    .filter(({ isWhole, of }) => !isWhole || entries.every((entry) => of(entry) !== undefined))
    .map(({ label, of }) => [label, ...entries.map((entry) => of(entry) ?? t('compare.none'))])
    .filter(([, ...values]) => new Set(values).size > 1);
  if (rows.length === 0) return undefined;
  const labels = entries.map((entry) => distinctLabel(context, entry, entries));
  return { type: 'table', columns: ['', ...labels], rows };
}

function properties(context: CardContext, entries: readonly Entry[]): Property[] {
  const { t } = context;
  return [
    { label: t('compare.sender'), isWhole: true, of: (entry) => senderName(context, entry) },
    { label: t('compare.fault'), of: (entry) => faultName(context, entry) },
    { label: t('facts.retry'), of: (entry) => retryText(context, entry) },
    {
      label: t('facts.cacheable'),
      of: ({ semantics }) => semantics && t(`cacheable.${semantics.cacheable.value}`),
    },
    { label: t('facts.method'), of: ({ semantics }) => semantics?.method && t(`method.${semantics.method.value}`) },
    { label: t('facts.headers'), of: (entry) => ownHeaders(context, entry, entries) },
  ];
}

function senderName(context: CardContext, entry: Entry): string | undefined {
  const sender = senderOf(entry);
  if (!sender || sender === 'any') return undefined;
  return entry.vendor?.hop === sender ? vendorName(context, entry.vendor) : context.t(`hop.${sender}`);
}

function faultName({ t }: CardContext, entry: Entry): string | undefined {
  const fault = faultOf(entry);
  return fault && t(`hop.${fault}`);
}

function retryText({ t }: CardContext, entry: Entry): string | undefined {
  const retry = retryOf(entry);
  return retry && t(`retry.${retry}`);
}

/** The header fields that not all the entries have. */
function ownHeaders({ t }: CardContext, entry: Entry, entries: readonly Entry[]): string | undefined {
  const own = headersOf(entry).filter((field) => !entries.every((other) => headersOf(other).includes(field)));
  const shown = own.slice(0, MAX_HEADERS).map((field) => `\`${field}\``);
  if (own.length > MAX_HEADERS) shown.push('…');
  return shown.join(t('separator')) || undefined;
}

function headersOf({ semantics }: Entry): string[] {
  const used = (semantics?.headers ?? []).filter(({ level }) => level !== 'MUST NOT' && level !== 'SHOULD NOT');
  return [...new Set(used.map(({ field }) => field))];
}

/** What to say about the pairs among the codes: neighbours first, so that few codes go without. */
function pairAdvice({ t, catalog }: CardContext, entries: readonly Entry[]): string[] {
  // The advice on 499 is about nginx: it would be wrong about another vendor's 499.
  const codes = entries.filter((entry) => catalog.byCode.get(entry.code)?.[0] === entry).map(({ code }) => code);
  codes.sort((a, b) => Number(a) - Number(b));
  return codes
    .flatMap((_, distance) => codes.slice(distance + 1).map((code, at) => [codes[at] ?? '', code] as const))
    .map((pair) => ({ pair, text: t(`compare:${pair.join('-')}`, { defaultValue: '' }) }))
    .filter(({ text }) => text !== '')
    .map(({ pair, text }) => (entries.length > 2 ? t('facts.header', { fields: pair.join(' / '), text }) : text))
    .slice(0, MAX_ADVICE);
}

/** Whether a comparison of two codes says more than their own cards do. */
export function isWorthComparing(context: CardContext, entries: readonly Entry[]): boolean {
  return pairAdvice(context, entries).length > 0 || differenceTable(context, entries) !== undefined;
}

function compareActions(context: CardContext, entries: readonly Entry[]): Action[] {
  const open = entries.map((entry): Action => ({ type: 'ask', label: heading(entry), ask: askEntry(context, entry) }));
  return [...shareAction(context), ...open, ...languageActions(context)];
}
