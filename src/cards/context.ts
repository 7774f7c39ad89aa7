// What every card is made with.

import type { Action, Ask, Detail } from '../card.ts';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { Translate } from '../i18n.ts';
import { fitsButton } from '../query/parse.ts';
import { formatQuery, type Query } from '../query/query.ts';
import type { Fact } from '../query/words.ts';
import type { Trouble } from '../trouble/load.ts';

export interface CardContext {
  catalog: Catalog;
  trouble: Trouble;
  locale: string;
  detail: Detail;
  /** What was asked about the code: it is told first. */
  facts: readonly Fact[];
  t: Translate;
  /** Labels of another language, for the button that leads there. */
  translate: (locale: string) => Translate;
  /** A text that is the same for everybody: made once for each key. There may be only a few keys. */
  remember: (key: string, make: () => string) => string;
  /** Canonical text of the question that this card answers. */
  query: string;
}

/** A question that leads from this card to another one, compact and in the same language. */
export function askQuery({ locale }: CardContext, query: Query, detail: Detail = 'compact'): Ask {
  return { query: formatQuery(query), detail, locale };
}

/** The question for one meaning: the bare number where nothing else can be meant. */
export function askEntry(context: CardContext, { code, source }: Entry): Ask {
  const alone = context.catalog.byCode.get(code)?.length === 1;
  return askQuery(context, alone && source === 'standard' ? { kind: 'code', code } : { kind: 'code', code, source });
}

/** Buttons that ask this card again in each other language. */
export function languageActions(context: CardContext): Action[] {
  if (!fitsButton(context.query)) return [];
  return context.catalog.locales
    .filter((locale) => locale !== context.locale)
    .map((locale) => ({
      type: 'ask',
      label: context.translate(locale)('language.name'),
      ask: { query: context.query, detail: context.detail, locale },
    }));
}

/** More or Less, for cards that have both. */
export function detailAction(context: CardContext): Action[] {
  if (!fitsButton(context.query)) return [];
  const detail = context.detail === 'compact' ? 'full' : 'compact';
  const label = context.t(detail === 'full' ? 'actions.more' : 'actions.less');
  return [{ type: 'ask', label, ask: { query: context.query, detail, locale: context.locale } }];
}

export function shareAction(context: CardContext): Action[] {
  if (!fitsButton(context.query)) return [];
  const ask: Ask = { query: context.query, detail: context.detail, locale: context.locale };
  return [{ type: 'share', label: context.t('actions.share'), ask }];
}
