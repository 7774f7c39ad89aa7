// The card about a message: which codes are in it, how often, and what the most telling one means.

import type { Action, Block, Card } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import type { Explained, Match } from '../query/match.ts';
import { shorten } from '../text.ts';
import { askEntry, type CardContext, languageActions, shareAction } from './context.ts';
import { entryTitle, heading, localName, toneOf } from './entry-text.ts';
import { summaryBlocks } from './status-card.ts';

/** Graphemes of a line that the card repeats. */
const LINE_LENGTH = 160;

export function explainCard(context: CardContext, match: Extract<Match, { kind: 'explain' }>): Card {
  const { t } = context;
  const { found } = match;
  const [first] = found;
  if (!first) return nothingFound(context);
  const title = t('explain.title', { title: entryTitle(context, first.entry) });
  const blocks: Block[] = [
    { type: 'heading', text: title, subtitle: t('explain.subtitle', { count: found.length }) },
    { type: 'list', title: t('explain.counts'), ordered: false, items: found.map((one) => countLine(context, one)) },
    ...(first.line ? [{ type: 'code', text: visibleLine(first.line) } as const] : []),
    { type: 'note', text: heading(first.entry) },
    ...summaryBlocks(context, first.entry),
    {
      type: 'actions',
      items: explainActions(
        context,
        found.map(({ entry }) => entry),
      ),
    },
  ];
  return { tone: toneOf(first.entry.code), title, blocks };
}

function countLine(context: CardContext, { entry, count }: Explained): string {
  return context.t('explain.count', { code: entry.code, name: localName(context, entry), count });
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
      { type: 'actions', items: languageActions(context) },
    ],
  };
}

function explainActions(context: CardContext, entries: readonly Entry[]): Action[] {
  const open = entries.slice(0, 5).map(
    (entry): Action => ({
      type: 'ask',
      label: heading(entry),
      ask: askEntry(context, entry),
    }),
  );
  return [...open, ...shareAction(context), ...languageActions(context)];
}
