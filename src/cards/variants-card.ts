// The card about a number that means several things.

import type { Action, Block, Card } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import type { Match } from '../query/match.ts';
import { observedLine } from './behaviour/status-lines.ts';
import { askEntry, type CardContext, detailAction, languageActions, shareAction } from './context.ts';
import { entryTitle, localName, stateText, subtitle, toneOf, vendorName, whereSeen } from './entry-text.ts';
import { factsBlock } from './facts.ts';
import { compareAction, summaryBlocks } from './status-card.ts';

/** Meanings shown with their summary on the compact card; the others are a line each. */
const MAX_SUMMARIES = 2;

export function variantsCard(context: CardContext, match: Extract<Match, { kind: 'variants' }>): Card {
  const { t } = context;
  const { code, entries, lacking, software } = match;
  const [first] = entries;
  const registered = first?.source === 'standard' ? first : undefined;
  const title = registered ? `${code} ${registered.status.name}` : t('variants.title', { code, count: entries.length });
  const lead = registered ? summaryBlocks(context, registered) : [];
  const variantsSubtitle = t(code.includes('.') ? 'variants.subStatus' : 'variants.subtitle');
  const facts = registered && context.detail === 'full' ? factsBlock(context, registered) : undefined;
  return {
    tone: toneOf(code),
    title,
    blocks: [
      { type: 'heading', text: title, subtitle: registered ? subtitle(context, registered) : variantsSubtitle },
      ...(lacking
        ? [{ type: 'note', text: t('remark.notAmong', { vendor: vendorName(context, lacking), code }) } as const]
        : []),
      ...(software ? [{ type: 'note', text: observedLine(context, software, code) } as const] : []),
      ...lead,
      ...(facts ? [facts] : []),
      meanings(context, registered ? entries.slice(1) : entries, registered !== undefined),
      { type: 'actions', items: variantActions(context, entries) },
    ],
  };
}

function meanings(context: CardContext, entries: readonly Entry[], besideRegistered: boolean): Block {
  const { t, catalog, locale, detail } = context;
  const withSummary = detail === 'full' ? entries.length : besideRegistered ? 0 : MAX_SUMMARIES;
  const items = entries.map((entry, index) => {
    const state = entry.status.state === 'vendor' ? undefined : stateText(context, entry);
    const facts = [state, whereSeen(context, entry)].filter(Boolean).join(' · ');
    const line = t('variants.line', {
      vendor: entry.vendor ? vendorName(context, entry.vendor) : '',
      name: localName(context, entry),
      facts,
    });
    return index < withSummary ? t('variants.summed', { line, summary: catalog.prose(entry, locale).summary }) : line;
  });
  return { type: 'list', title: t(besideRegistered ? 'variants.also' : 'variants.meanings'), ordered: false, items };
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
    ...entries.slice(0, 1).flatMap((first) => compareAction(context, first)),
    ...languageActions(context),
  ];
}
