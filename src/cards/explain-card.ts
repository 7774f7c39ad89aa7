// The card about a message: which codes are in it, how often, and what the most telling one means.

import type { Action, Block, Card } from '../card.ts';
import type { Explained, Match } from '../query/match.ts';
import { inlineCode } from '../text.ts';
import { gist } from './advice.ts';
import { askEntry, askQuery, type CardContext, languageActions, shareAction } from './context.ts';
import { entryTitle, heading, localName, toneOf, vendorName } from './entry-text.ts';
import { markerAction, markerVendorName } from './markers/marker-action.ts';
import { markerBlocks } from './markers/marker-card.ts';
import { messageWho } from './markers/message-who.ts';
import { visibleLine } from './visible-line.ts';

export function explainCard(context: CardContext, match: Extract<Match, { kind: 'explain' }>): Card {
  const { t } = context;
  const { found, more } = match;
  const [first] = found;
  if (!first) return nothingFound(context);
  const total = found.length + more;
  const lines = found.map((one) => countLine(context, one));
  if (more > 0) lines.push(t('list.more', { count: more }));
  const title = t(total > 1 ? 'explain.titleMore' : 'explain.title', {
    title: entryTitle(context, first.entry),
    count: total - 1,
  });
  const blocks: Block[] = [
    {
      type: 'heading',
      text: title,
      ...subtitleOf(context, first, total),
    },
    { type: 'list', title: t('explain.counts'), ordered: false, items: lines },
    ...(first.line ? [{ type: 'code', text: visibleLine(first.line) } as const] : []),
    ...(first.isUnwritten ? [{ type: 'note', text: t('explain.unwritten') } as const] : []),
    ...evidenceBlocks(context, first),
    { type: 'actions', items: explainActions(context, found) },
  ];
  return { tone: toneOf(first.entry.code), title, blocks };
}

/** Who sent it, where the message tells. */
function subtitleOf(context: CardContext, found: Explained, total: number) {
  const who = messageWho(context, found);
  if (who !== undefined) return { subtitle: who };
  return total > 1 ? { subtitle: context.t('explain.subtitle', { count: total }) } : {};
}

/** What the first marker says, and the others in a line each; without any, what the status means. */
function evidenceBlocks(context: CardContext, found: Explained): Block[] {
  const { catalog, locale, t } = context;
  const [first, ...others] = found.evidence ?? [];
  const lines = others.map(({ marker, written = marker.record.written[0] ?? '' }) => {
    const name = t('marker.title', { written: inlineCode(written, 40), vendor: markerVendorName(context, marker) });
    return t('marker.rowWithout', { name, meaning: catalog.markers.words(marker, locale).meaning });
  });
  const beside: Block[] =
    lines.length > 0 ? [{ type: 'list', title: t('marker.beside'), ordered: false, items: lines }] : [];
  if (first) return [...markerBlocks(context, first.marker, found.entry.code), ...beside];
  return [{ type: 'note', text: heading(found.entry) }, ...uncertainty(context, found), ...gist(context, found.entry)];
}

function countLine(context: CardContext, { entry, count }: Explained): string {
  // `× 1` would be a claim where a message says how often in words that nobody parses.
  const key = count > 1 ? 'explain.count' : 'explain.once';
  return context.t(key, { code: entry.code, name: localName(context, entry), count });
}

function nothingFound(context: CardContext): Card {
  const { t } = context;
  return {
    tone: 'neutral',
    title: t('explain.nothing'),
    blocks: [
      { type: 'heading', text: t('explain.nothing') },
      { type: 'text', text: t('explain.nothingText') },
      { type: 'actions', items: [{ type: 'ask', label: t('actions.help'), ask: askQuery(context, { kind: 'help' }) }] },
    ],
  };
}

/** Whose meaning is explained, where the message does not tell. */
function uncertainty(context: CardContext, { entry, isCertain }: Explained): Block[] {
  const { t, catalog } = context;
  if (isCertain || !entry.vendor) return [];
  const count = (catalog.byCode.get(entry.code)?.length ?? 1) - 1;
  const about = { count, code: entry.code, vendor: vendorName(context, entry.vendor) };
  return [{ type: 'note', text: t(count > 0 ? 'explain.uncertain' : 'explain.unnamed', about) }];
}

function explainActions(context: CardContext, found: readonly Explained[]): Action[] {
  const { t, catalog } = context;
  const open = found.slice(0, 5).map(({ entry, isCertain }): Action => {
    const isAlone = catalog.byCode.get(entry.code)?.length === 1;
    if (isCertain || isAlone) return { type: 'ask', label: heading(entry), ask: askEntry(context, entry) };
    const { code } = entry;
    const label = t('actions.meanings', { code });
    return { type: 'ask', label, ask: askQuery(context, { kind: 'code', code }) };
  });
  const markers = (found[0]?.evidence ?? []).map(({ marker }) => markerAction(context, marker));
  return [...open, ...markers, ...shareAction(context), ...languageActions(context)];
}
