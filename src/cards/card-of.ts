// Match → Card.
import type { Card } from '../card.ts';
import type { Match } from '../query/match.ts';
import { inlineCode } from '../text.ts';
import { conditionCard } from './behaviour/condition-card.ts';
import { measuredCard } from './behaviour/measured-card.ts';
import { compareCard } from './compare-card.ts';
import type { CardContext } from './context.ts';
import { explainCard } from './explain-card.ts';
import { guideCard } from './guide-card.ts';
import { listCard } from './list-card.ts';
import { markerCard } from './markers/marker-card.ts';
import { conceptCard, helpCard, invalidCard, noneCard, searchCard, unassignedCard } from './plain-cards.ts';
import { statusCard } from './status-card.ts';
import { troubleCard } from './trouble-card.ts';
import { variantsCard } from './variants-card.ts';

/** The card, with what the answer takes no account of named on it. */
export function cardOf(context: CardContext, match: Match, ignored: readonly string[]): Card {
  const card = bareCard(context, match);
  if (ignored.length === 0) return card;
  const parts = ignored.map((part) => inlineCode(part, 30)).slice(0, 8);
  const note = {
    type: 'note',
    text: context.t('remark.ignored', { parts: parts.join(context.t('separator')) }),
  } as const;
  const [heading, ...rest] = card.blocks;
  return { ...card, blocks: heading ? [heading, note, ...rest] : [note] };
}

function bareCard(context: CardContext, match: Match): Card {
  switch (match.kind) {
    case 'status':
      return statusCard(context, match.entry, match.remarks);
    case 'variants':
      return variantsCard(context, match);
    case 'class':
    case 'range':
    case 'vendor':
    case 'reference':
    case 'trait':
      return listCard(context, match);
    case 'compare':
      return compareCard(context, match.entries, match.missing);
    case 'unassigned':
      return unassignedCard(context, match.code, match.range);
    case 'invalid':
      return invalidCard(context, match);
    case 'search':
      return searchCard(context, match.text, match.entries);
    case 'none':
      return noneCard(context, match);
    case 'condition':
      return conditionCard(context, match);
    case 'marker':
      return markerCard(context, match);
    case 'measured':
      return measuredCard(context, match);
    case 'explain':
      return explainCard(context, match);
    case 'guide':
      return guideCard(context, match);
    case 'trouble':
      return troubleCard(context, match);
    case 'help':
      return helpCard(context);
    case 'concept':
      return conceptCard(context);
  }
}
