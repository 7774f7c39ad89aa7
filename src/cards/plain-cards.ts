// Cards without a record at their centre: unassigned, invalid, search, none, help, concept.

import type { Action, Block, Card } from '../card.ts';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import { statusClass } from '../catalog/catalog.ts';
import type { Match } from '../query/match.ts';
import { inlineCode } from '../text.ts';
import { says } from './advice.ts';
import { askCondition, conditionTitle } from './behaviour/condition-card.ts';
import { askEntry, askQuery, type CardContext, languageActions, shareAction } from './context.ts';
import { bareLine, entryLine, heading, localName, vendorName } from './entry-text.ts';

/** Characters of a question that a card repeats. */
const ECHO_LENGTH = 60;

export function unassignedCard(context: CardContext, code: string, range: { from: number; to: number }): Card {
  const { t } = context;
  const digit = statusClass(code) ?? 5;
  const title = t('unassigned.title', { code });
  const span = range.from === range.to ? String(range.from) : `${range.from}–${range.to}`;
  const mask = `${digit}xx`;
  return {
    tone: digit,
    title,
    blocks: [
      { type: 'heading', text: title, subtitle: t('unassigned.subtitle', { span }) },
      { type: 'text', text: t('unassigned.rule', { code, general: `${digit}00` }) },
      { type: 'note', text: t('unassigned.look') },
      { type: 'actions', items: [...asks(context, [`${digit}00`, mask]), ...languageActions(context)] },
    ],
  };
}

export function invalidCard(context: CardContext, match: Extract<Match, { kind: 'invalid' }>): Card {
  const { t } = context;
  const { number, entry, lacking, isPort } = match;
  const shown = inlineCode(number, 20);
  const title = t(isPort ? 'invalid.port' : 'invalid.title', { number: shown.slice(1, -1) });
  const other: Block[] = entry
    ? [
        {
          type: 'note',
          text: t('invalid.vendor', {
            vendor: entry.vendor ? vendorName(context, entry.vendor) : '',
            line: bareLine(context, entry),
          }),
        },
        { type: 'text', text: says(context, entry) },
      ]
    : [];
  const open: Action[] = entry ? [{ type: 'ask', label: heading(entry), ask: askEntry(context, entry) }] : [];
  return {
    tone: 'neutral',
    title,
    blocks: [
      { type: 'heading', text: title },
      ...(lacking
        ? [{ type: 'note', text: t('invalid.lacking', { vendor: vendorName(context, lacking) }) } as const]
        : []),
      { type: 'text', text: t(isPort ? 'invalid.portRule' : number === '0' ? 'invalid.zero' : 'invalid.rule') },
      ...other,
      { type: 'actions', items: [...open, ...asks(context, ['concept']), ...languageActions(context)] },
    ],
  };
}

export function searchCard(context: CardContext, text: string, entries: readonly Entry[]): Card {
  const { t } = context;
  const title = t('search.title');
  return {
    tone: 'neutral',
    title,
    blocks: [
      { type: 'heading', text: title, subtitle: t('search.subtitle', { text: inlineCode(text, ECHO_LENGTH) }) },
      {
        type: 'list',
        title: t('search.list'),
        ordered: false,
        items: entries.map((entry) => entryLine(context, entry)),
      },
      { type: 'actions', items: [...entryButtons(context, entries), ...languageActions(context)] },
    ],
  };
}

export function noneCard(context: CardContext, match: Extract<Match, { kind: 'none' }>): Card {
  const { t } = context;
  const { text, guesses, conditions = [], software } = match;
  const blocks: Block[] = [
    { type: 'heading', text: t('none.title') },
    { type: 'text', text: t('none.text', { text: inlineCode(text, ECHO_LENGTH) }) },
  ];
  if (guesses.length > 0)
    blocks.push({
      type: 'list',
      title: t('none.guesses'),
      ordered: false,
      items: guesses.map((entry) => entryLine(context, entry)),
    });
  const nearest = conditions.map((condition) => conditionTitle(context, condition));
  if (nearest.length > 0) blocks.push({ type: 'list', title: t('behaviour.nearest'), ordered: false, items: nearest });
  if (blocks.length === 2)
    blocks.push({ type: 'list', title: t('help.try'), ordered: false, items: examples(context) });
  const measured = conditions.map((condition): Action => {
    const label = conditionTitle(context, condition);
    return { type: 'ask', label, ask: askCondition(context, condition, software) };
  });
  const actions = [
    ...entryButtons(context, guesses),
    ...measured,
    ...asks(context, ['help']),
    ...languageActions(context),
  ];
  return { tone: 'neutral', title: t('none.title'), blocks: [...blocks, { type: 'actions', items: actions }] };
}

export function helpCard(context: CardContext): Card {
  const { t } = context;
  const search: Action = { type: 'search', label: t('actions.search'), ask: askQuery(context, { kind: 'help' }) };
  return {
    tone: 'neutral',
    title: t('help.title'),
    blocks: [
      { type: 'heading', text: t('help.title'), subtitle: t('help.subtitle') },
      { type: 'list', title: t('help.try'), ordered: false, items: examples(context) },
      { type: 'note', text: t('help.privacy') },
      { type: 'actions', items: [search, ...asks(context, ['guide', 'concept']), ...languageActions(context)] },
    ],
  };
}

export function conceptCard(context: CardContext): Card {
  const { t } = context;
  const classes = ([1, 2, 3, 4, 5] as const).map((digit) =>
    t('facts.header', { fields: `\`${digit}xx\` ${t(`classes:${digit}.name`)}`, text: t(`classes:${digit}.short`) }),
  );
  return {
    tone: 'neutral',
    title: t('classes:concept.title'),
    blocks: [
      { type: 'heading', text: t('classes:concept.title'), subtitle: 'RFC 9110 §15' },
      { type: 'text', text: t('classes:concept.what') },
      { type: 'list', title: t('classes:concept.classes'), ordered: false, items: classes },
      { type: 'text', text: t('classes:concept.unknown') },
      { type: 'text', text: t('classes:concept.documents') },
      { type: 'links', title: t('status.sources'), items: conceptLinks(context.catalog) },
      {
        type: 'actions',
        items: [
          ...asks(context, ['1xx', '2xx', '3xx', '4xx', '5xx', 'guide']),
          ...shareAction(context),
          ...languageActions(context),
        ],
      },
    ],
  };
}

function conceptLinks(catalog: Catalog): { label: string; url: string }[] {
  const registry = catalog.documents.get('iana-registry');
  return [
    { label: 'RFC 9110 §15', url: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15' },
    ...(registry?.url ? [{ label: registry.title, url: registry.url }] : []),
  ];
}

function examples({ t }: CardContext): string[] {
  return (
    ['code', 'vendor', 'compare', 'words', 'condition', 'message', 'list', 'guide', 'trouble', 'language'] as const
  ).map((key) => t(`help.examples.${key}`));
}

/** Buttons that ask well-known questions. */
function asks(context: CardContext, queries: readonly string[]): Action[] {
  const { t, locale } = context;
  return queries.map((query) => {
    const label = query === 'help' || query === 'guide' || query === 'concept' ? t(`actions.${query}`) : query;
    return { type: 'ask', label, ask: { query, detail: 'compact', locale } };
  });
}

function entryButtons(context: CardContext, entries: readonly Entry[]): Action[] {
  return entries.slice(0, 5).map((entry) => ({
    type: 'ask',
    label: entry.vendor
      ? `${entry.code} ${vendorName(context, entry.vendor)}`
      : `${entry.code} ${localName(context, entry)}`,
    ask: askEntry(context, entry),
  }));
}
