// The card about a number that means several things.

import type { Action, Block, Card } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import type { Match } from '../query/match.ts';
import { briefAdvice, fullAdvice, says } from './advice.ts';
import { observedLine } from './behaviour/status-lines.ts';
import { MAX_WEIGHT, weightOfBlocks } from './brevity.ts';
import { askEntry, type CardContext, detailAction, languageActions, shareAction } from './context.ts';
import { entryTitle, localName, stateText, subtitle, toneOf, vendorName, whereSeen } from './entry-text.ts';
import { factsBlock } from './facts.ts';
import { compareAction } from './status-card.ts';
import { troubleAction } from './trouble-card.ts';

/** Vendors named beside a registered meaning. */
const MAX_NAMES = 3;

export function variantsCard(context: CardContext, match: Extract<Match, { kind: 'variants' }>): Card {
  const { t, detail } = context;
  const { code, entries, lacking, software } = match;
  const [first] = entries;
  const registered = first?.source === 'standard' ? first : undefined;
  const title = registered ? `${code} ${registered.status.name}` : t('variants.title', { code, count: entries.length });
  const variantsSubtitle = t(code.includes('.') ? 'variants.subStatus' : 'variants.subtitle');
  const head: Block = {
    type: 'heading',
    text: title,
    subtitle: registered ? subtitle(context, registered) : variantsSubtitle,
  };
  const notes = [
    ...(lacking ? [t('remark.notAmong', { vendor: vendorName(context, lacking), code })] : []),
    ...(software ? [observedLine(context, software, code)] : []),
  ].map((text): Block => ({ type: 'note', text }));
  const actions: Block = { type: 'actions', items: variantActions(context, entries) };
  const list = detail === 'full' ? allMeanings : briefMeanings;
  const body = registered
    ? besideRegistered(context, registered, notes, { head, actions, others: entries.slice(1) })
    : [...notes, ...list(context, entries, [head, ...notes, actions])];
  return { tone: toneOf(code), title, blocks: [head, ...body, actions] };
}

interface Frame {
  head: Block;
  actions: Block;
  others: readonly Entry[];
}

function besideRegistered(
  context: CardContext,
  registered: Entry,
  notes: readonly Block[],
  { head, actions, others }: Frame,
): Block[] {
  const { t, detail } = context;
  if (detail === 'compact') {
    const also: Block = { type: 'note', text: t('variants.alsoNames', { names: someNames(context, others) }) };
    return [...briefAdvice(context, registered, notes, [head, actions, also]), also];
  }
  const facts = factsBlock(context, registered);
  const title = t('variants.also');
  const items = others.map((entry) => meaningLine(context, entry));
  return [
    ...fullAdvice(context, registered, notes),
    ...(facts ? [facts] : []),
    { type: 'list', title, ordered: false, items },
  ];
}

function allMeanings(context: CardContext, entries: readonly Entry[]): Block[] {
  const { t, catalog, locale } = context;
  const items = entries.map((entry) => {
    const { summary } = catalog.prose(entry, locale);
    return t('variants.summed', { line: meaningLine(context, entry), summary });
  });
  return [{ type: 'list', title: t('variants.meanings'), ordered: false, items }];
}

/** The best-known meaning in a sentence, then as many others as there is room for. */
function briefMeanings(context: CardContext, entries: readonly Entry[], beside: readonly Block[]): Block[] {
  const { t } = context;
  const [first, ...others] = entries;
  if (!first) return [];
  const text = t('variants.lead', {
    vendor: first.vendor ? vendorName(context, first.vendor) : '',
    says: says(context, first),
  });
  const lead: Block = { type: 'text', text };
  const more = (count: number): string[] => (count > 0 ? [t('list.more', { count })] : []);
  const listOf = (count: number): Block => ({
    type: 'list',
    title: t('variants.others'),
    ordered: false,
    items: [...others.slice(0, count).map((entry) => shortLine(context, entry)), ...more(others.length - count)],
  });
  let count = others.length;
  while (count > 1 && weightOfBlocks([...beside, lead, listOf(count)]) > MAX_WEIGHT) count -= 1;
  return [lead, listOf(count)];
}

function someNames(context: CardContext, entries: readonly Entry[]): string {
  const { t } = context;
  const names = [...new Set(entries.flatMap(({ vendor }) => (vendor ? vendorName(context, vendor) : [])))];
  const rest = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).join(t('separator'));
  return rest > 0 ? t('variants.andMore', { names: shown, count: rest }) : shown;
}

function shortLine(context: CardContext, entry: Entry): string {
  const vendor = entry.vendor ? vendorName(context, entry.vendor) : '';
  return context.t('variants.shortLine', { vendor, name: localName(context, entry) });
}

function meaningLine(context: CardContext, entry: Entry): string {
  const state = entry.status.state === 'vendor' ? undefined : stateText(context, entry);
  const facts = [state, whereSeen(context, entry)].filter(Boolean).join(' · ');
  const vendor = entry.vendor ? vendorName(context, entry.vendor) : '';
  return context.t('variants.line', { vendor, name: localName(context, entry), facts });
}

function variantActions(context: CardContext, entries: readonly Entry[]): Action[] {
  const options = entries.slice(0, 25).map((entry) => ({
    label: entryTitle(context, entry),
    description: localName(context, entry),
    ask: askEntry(context, entry),
  }));
  return [
    { type: 'menu', label: context.t('variants.open'), options },
    ...shareAction(context),
    ...detailAction(context),
    ...entries.flatMap((entry) => troubleAction(context, entry)),
    ...entries.slice(0, 1).flatMap((first) => compareAction(context, first)),
    ...languageActions(context),
  ];
}
