// The card that lists what was measured: of a status, of a software, or of both.

import { type Observed, sentBy } from '../../behaviour/behaviour.ts';
import type { Action, Block, Card } from '../../card.ts';
import type { Match } from '../../query/match.ts';
import { askQuery, type CardContext, languageActions, shareAction } from '../context.ts';
import { nameBeforeVersion, softwareName, toneOf } from '../entry-text.ts';
import { monthsOf } from './answer-groups.ts';
import { askCondition, conditionTitle } from './condition-card.ts';
import { shortOutcome } from './outcome-text.ts';

type MeasuredMatch = Extract<Match, { kind: 'measured' }>;

export function measuredCard(context: CardContext, match: MeasuredMatch): Card {
  const { t } = context;
  const { code, software, list } = match;
  const { version, measured: month } = software ?? {};
  const title = titleOf(context, match);
  const total = t('behaviour.count', { count: list.total });
  const counted = list.pages > 1 ? t('list.page', { total, page: list.page, pages: list.pages }) : total;
  const measured = software
    ? t('behaviour.measuredOn', { software: nameBeforeVersion(context, software), version, month })
    : t('behaviour.measured', { month: monthsOf(list.rows) });
  return {
    tone: code ? toneOf(code) : 'neutral',
    title,
    blocks: [
      { type: 'heading', text: title, ...(list.total > 0 ? { subtitle: `${counted} · ${measured}` } : {}) },
      list.total > 0 ? rowsBlock(context, match) : { type: 'text', text: nothingText(context, match) },
      { type: 'actions', items: measuredActions(context, match) },
    ],
  };
}

function titleOf(context: CardContext, { code, software }: MeasuredMatch): string {
  const { t } = context;
  const named = { software: software && softwareName(context, software), code };
  if (software && code) return t('behaviour.titleOfBoth', named);
  return software ? t('behaviour.titleOfSoftware', named) : t('behaviour.titleOfCode', named);
}

function nothingText(context: CardContext, { code, software }: MeasuredMatch): string {
  const { t } = context;
  if (!software) return t('behaviour.nobodySends', { code });
  const { version, count } = software;
  return t('behaviour.neverSends', { software: nameBeforeVersion(context, software), version, count, code });
}

function rowsBlock(context: CardContext, match: MeasuredMatch): Block {
  const items = [...groups(match).values()].map((rows) => rowText(context, rows, match));
  return { type: 'list', title: context.t('behaviour.conditions'), ordered: false, items };
}

function groups({ list }: MeasuredMatch): Map<string, Observed[]> {
  return Map.groupBy(list.rows, ({ condition }) => condition.id);
}

function rowText(context: CardContext, rows: readonly Observed[], { code, software }: MeasuredMatch): string {
  const { t } = context;
  const [first] = rows;
  if (!first) return '';
  const condition = conditionTitle(context, first.condition);
  const answer = shortOutcome(context, first.observation);
  if (software && code && !sentBy(first).includes(code)) return t('behaviour.onlyLogged', { condition, answer });
  if (software) return answer === code ? condition : t('behaviour.row', { answer: condition, names: answer });
  const names = rows.map((one) => softwareName(context, one.software)).join(t('separator'));
  return t('behaviour.row', { answer: condition, names });
}

function measuredActions(context: CardContext, match: MeasuredMatch): Action[] {
  const { t } = context;
  const { code, software, list } = match;
  const options = [...groups(match).values()].flatMap(([first]) =>
    first
      ? [{ label: conditionTitle(context, first.condition), ask: askCondition(context, first.condition, software) }]
      : [],
  );
  const step = (label: string, page: number): Action => {
    const query = { kind: 'measured', page, ...(code ? { code } : {}), ...(software ? { source: software.id } : {}) };
    return { type: 'ask', label, ask: askQuery(context, query as Parameters<typeof askQuery>[1]) };
  };
  return [
    ...(options.length > 0 ? [{ type: 'menu', label: t('behaviour.openCondition'), options } as const] : []),
    ...(list.page > 1 ? [step(t('list.previous'), list.page - 1)] : []),
    ...(list.page < list.pages ? [step(t('list.next'), list.page + 1)] : []),
    ...shareAction(context),
    ...languageActions(context),
  ];
}
