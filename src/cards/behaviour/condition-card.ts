// The cards about a condition: what one software does, and who answers what.

import { everyOutcome, type Observed, type Software } from '../../behaviour/behaviour.ts';
import type { Condition } from '../../behaviour/schema.ts';
import type { Action, Block, Card, Tone } from '../../card.ts';
import type { ConditionMatch, Unmeasured } from '../../query/match.ts';
import { documentedOf } from '../../query/observed-of.ts';
import { statusEntries } from '../../query/status-entries.ts';
import { inlineCode } from '../../text.ts';
import { askEntry, askQuery, type CardContext, detailAction, languageActions, shareAction } from '../context.ts';
import { heading, nameBeforeVersion, softwareName, toneOf, vendorName } from '../entry-text.ts';
import { markerAction } from '../markers/marker-action.ts';
import { answerGroups, answersLine, groupRow, monthsOf } from './answer-groups.ts';
import { observedFacts } from './observed-facts.ts';
import { shortOutcome, verdict } from './outcome-text.ts';

/** Buttons to the cards of the statuses. */
const MAX_STATUSES = 3;
/** How many of the ways in which a log writes it, and how much of each. */
const MAX_DOCUMENTED = 2;
const MAX_WRITTEN = 50;
/** Buttons to their cards. */
const MAX_BUTTONS = 1;
/** What a menu holds on every platform. */
const MAX_OPTIONS = 25;

export function conditionCard(context: CardContext, match: ConditionMatch): Card {
  return match.observed ? observedCard(context, match, match.observed) : tableCard(context, match);
}

function observedCard(context: CardContext, match: ConditionMatch, observed: Observed): Card {
  const { t, catalog, locale, detail } = context;
  const { software, condition, observation } = observed;
  const { name, checks } = catalog.behaviour.words(condition, locale);
  const { version, measured: month } = software;
  const text = verdict(context, observed);
  const others = catalog.behaviour.ofCondition(condition.id).filter((one) => one.software !== software);
  return {
    tone: toneOfOutcome(everyOutcome(observation)[0]?.status),
    title: `${text}: ${name}`,
    blocks: [
      { type: 'heading', text, subtitle: conditionTitle(context, condition) },
      ...unseenNote(context, match.unseen),
      ...nearNote(context, match.near),
      ...exitNote(context, observed),
      ...observedFacts(context, observed),
      { type: 'list', title: t('status.checks'), ordered: true, items: checks },
      ...(others.length > 0 ? othersBlocks(context, others, detail === 'full') : []),
      {
        type: 'note',
        text: t('behaviour.measuredOn', { software: nameBeforeVersion(context, software), version, month }),
      },
      { type: 'actions', items: conditionActions(context, match) },
    ],
  };
}

function unseenNote({ t }: CardContext, codes: readonly string[] = []): Block[] {
  return codes.length > 0 ? [note(t('behaviour.unseen', { codes: codes.join(t('separator')) }))] : [];
}

/** The worst that can be said of an answer. */
function exitNote(context: CardContext, { software, observation }: Observed): Block[] {
  const exits = everyOutcome(observation).some(({ exited }) => exited);
  return exits ? [note(context.t('behaviour.exited', { software: softwareName(context, software) }))] : [];
}

function othersBlocks(context: CardContext, others: readonly Observed[], isWhole: boolean): Block[] {
  const { t } = context;
  if (!isWhole) return [{ type: 'text', text: t('behaviour.others', { groups: answersLine(context, others) }) }];
  const items = answerGroups(context, others).map((group) => groupRow(context, group));
  return [{ type: 'list', title: t('behaviour.who'), ordered: false, items }];
}

function tableCard(context: CardContext, match: ConditionMatch): Card {
  const { t, catalog, locale } = context;
  const { condition, unmeasured } = match;
  const { summary, checks } = catalog.behaviour.words(condition, locale);
  const name = conditionTitle(context, condition);
  const observed = catalog.behaviour.ofCondition(condition.id);
  const items = answerGroups(context, observed).map((group) => groupRow(context, group));
  const measured = t('behaviour.measured', { month: monthsOf(observed) });
  return {
    tone: 'neutral',
    title: name,
    blocks: [
      { type: 'heading', text: name, ...(items.length > 0 ? { subtitle: t('behaviour.subtitle', { measured }) } : {}) },
      ...(unmeasured ? [note(unmeasuredText(context, unmeasured))] : []),
      ...nearNote(context, match.near),
      { type: 'text', text: summary },
      items.length > 0
        ? { type: 'list', title: t('behaviour.who'), ordered: false, items }
        : note(t('behaviour.notMeasured')),
      { type: 'list', title: t('status.checks'), ordered: true, items: checks },
      { type: 'actions', items: [...softwareMenu(context, observed), ...conditionActions(context, match)] },
    ],
  };
}

function unmeasuredText(context: CardContext, unmeasured: Unmeasured): string {
  const { t } = context;
  const { documented } = unmeasured;
  const name = unmeasuredName(context, unmeasured);
  if (documented.length === 0) return t('behaviour.unmeasured', { software: name });
  const byStatus = Map.groupBy(documented, ({ record }) => record.statuses.join(' / '));
  const answers = [...byStatus].map(([statuses, markers]) => {
    const written = markers
      .slice(0, MAX_DOCUMENTED)
      .map(({ record }) => inlineCode(record.written[0] ?? '', MAX_WRITTEN));
    return t('behaviour.answerWritten', { statuses, written: written.join(t('separator')) });
  });
  return t('behaviour.documented', { software: name, answers: answers.join(t('behaviour.groupSeparator')) });
}

/** A vendor's name goes before that of what was measured of it: `Squid`, not `Squid (accelerator)`. */
function unmeasuredName(context: CardContext, unmeasured: Unmeasured): string {
  const vendor = context.catalog.vendors.get(unmeasured.id);
  return vendor ? vendorName(context, vendor) : softwareName(context, unmeasured);
}

function note(text: string): Block {
  return { type: 'note', text };
}

function nearNote(context: CardContext, near: readonly Condition[]): Block[] {
  const { t } = context;
  if (near.length === 0) return [];
  const names = near.map((condition) => conditionName(context, condition)).join(t('behaviour.groupSeparator'));
  return [note(t('behaviour.mayMean', { names }))];
}

export function conditionName({ catalog, locale }: CardContext, condition: Condition): string {
  return catalog.behaviour.words(condition, locale).name;
}

/** Where it begins a line. */
export function conditionTitle(context: CardContext, condition: Condition): string {
  const name = conditionName(context, condition);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function toneOfOutcome(status: number | null | undefined): Tone {
  return status ? toneOf(String(status)) : 'neutral';
}

function softwareMenu(context: CardContext, observed: readonly Observed[]): Action[] {
  const options = observed.slice(0, MAX_OPTIONS).map(({ software, condition, observation }) => ({
    label: softwareName(context, software),
    description: shortOutcome(context, observation),
    ask: askCondition(context, condition, software),
  }));
  return options.length > 0 ? [{ type: 'menu', label: context.t('behaviour.open'), options }] : [];
}

/** The whole table, the statuses, what else may be meant. */
function conditionActions(context: CardContext, match: ConditionMatch): Action[] {
  const { t, catalog } = context;
  const { condition, observed, near } = match;
  const table: Action[] = observed
    ? [{ type: 'ask', label: t('behaviour.who'), ask: askCondition(context, condition) }]
    : [];
  const statuses = statusEntries(catalog, match)
    .slice(0, MAX_STATUSES)
    .map((entry): Action => ({ type: 'ask', label: heading(entry), ask: askEntry(context, entry) }));
  const others = near.map(
    (other): Action => ({
      type: 'ask',
      label: conditionTitle(context, other),
      ask: askCondition(context, other, observed?.software),
    }),
  );
  return [
    ...table,
    ...documentedActions(context, match),
    ...statuses,
    ...others,
    ...shareAction(context),
    ...detailAction(context),
    ...languageActions(context),
  ];
}

/** To what its log writes then, where that is documented. */
function documentedActions(context: CardContext, { condition, observed, unmeasured }: ConditionMatch): Action[] {
  const source = observed?.software.id ?? unmeasured?.id;
  if (source === undefined) return [];
  return documentedOf(context.catalog, source, condition.id)
    .slice(0, MAX_BUTTONS)
    .map((marker) => markerAction(context, marker));
}

export function askCondition(context: CardContext, { id }: Condition, software?: Software) {
  return askQuery(context, { kind: 'condition', condition: id, ...(software ? { source: software.id } : {}) });
}
