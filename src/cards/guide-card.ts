// The card of one step of the decision guide.
import type { Card } from '../card.ts';
import { type CardContext, languageActions } from './context.ts';

export function guideCard(context: CardContext, at: string): Card {
  const { t } = context;
  return {
    tone: 'neutral',
    title: t('guide.title'),
    blocks: [
      { type: 'heading', text: t('guide.title'), subtitle: at },
      { type: 'actions', items: languageActions(context) },
    ],
  };
}
