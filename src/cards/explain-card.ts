// The card about a message: which codes are in it, how often, and what the most telling one means.

import type { Action, Block, Card } from '../card.ts';
import type { Explained, Match } from '../query/match.ts';
import { shorten } from '../text.ts';
import { askEntry, askQuery, type CardContext, languageActions, shareAction } from './context.ts';
import { entryTitle, heading, localName, toneOf, vendorName } from './entry-text.ts';
import { summaryBlocks } from './status-card.ts';

/** Graphemes of a line that the card repeats. */
const LINE_LENGTH = 160;

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
      ...(total > 1 ? { subtitle: t('explain.subtitle', { count: total }) } : {}),
    },
    { type: 'list', title: t('explain.counts'), ordered: false, items: lines },
    ...(first.line ? [{ type: 'code', text: visibleLine(first.line) } as const] : []),
    { type: 'note', text: heading(first.entry) },
    ...uncertainty(context, first),
    ...summaryBlocks(context, first.entry),
    { type: 'actions', items: explainActions(context, found) },
  ];
  return { tone: toneOf(first.entry.code), title, blocks };
}

function countLine(context: CardContext, { entry, count }: Explained): string {
  // `× 1` would be a claim where a message says how often in words that nobody parses.
  const key = count > 1 ? 'explain.count' : 'explain.once';
  return context.t(key, { code: entry.code, name: localName(context, entry), count });
}

/** One line of what somebody posted: no control characters, no way out of the code block, shortened visibly. */
function visibleLine(line: string): string {
  const safe = line
    .replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, ' ')
    .replace(/`/g, "'")
    .trim();
  return shorten(safe, LINE_LENGTH);
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
  const text = t('explain.uncertain', { count, code: entry.code, vendor: vendorName(context, entry.vendor) });
  return [{ type: 'note', text }];
}

function explainActions(context: CardContext, found: readonly Explained[]): Action[] {
  const open = found.slice(0, 5).map(({ entry, isCertain }): Action => {
    if (isCertain) return { type: 'ask', label: heading(entry), ask: askEntry(context, entry) };
    const { code } = entry;
    const label = context.t('actions.meanings', { code });
    return { type: 'ask', label, ask: askQuery(context, { kind: 'code', code }) };
  });
  return [...open, ...shareAction(context), ...languageActions(context)];
}
