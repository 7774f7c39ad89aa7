// What the card of a status says of what was measured, in a line each.

import { loggedBy, type Observed, type Software, sentBy } from '../../behaviour/behaviour.ts';
import type { Condition } from '../../behaviour/schema.ts';
import type { Action, Block } from '../../card.ts';
import type { Catalog, Entry } from '../../catalog/catalog.ts';
import type { Remark } from '../../query/match.ts';
import { askQuery, type CardContext } from '../context.ts';
import { nameBeforeVersion, softwareName } from '../entry-text.ts';
import { answersLine } from './answer-groups.ts';
import { askCondition, conditionName, conditionTitle } from './condition-card.ts';

/** Conditions named in a line. */
const MAX_NAMED = 3;

/** When the software that was named sends the status, or that it was never seen doing so. */
export function observedLine(context: CardContext, software: Software, code: string): string {
  const { t, catalog } = context;
  const { version, count } = software;
  const own = catalog.behaviour.ofStatus(code).filter((one) => one.software === software);
  const sent = own.filter((one) => sentBy(one).includes(code));
  const logged = own.filter((one) => loggedBy(one).includes(code));
  const named = { software: nameBeforeVersion(context, software), version, code, count };
  if (sent.length > 0) return t('behaviour.sends', { ...named, names: names(context, sent) });
  if (logged.length > 0) return t('behaviour.logs', { ...named, names: names(context, logged) });
  // No condition was chosen to bring about what is no error.
  return t(Number(code) < 400 ? 'behaviour.whenUnmeasured' : 'behaviour.neverSends', named);
}

function names(context: CardContext, observed: readonly Observed[]): string {
  const { t } = context;
  const all = observed.map(({ condition }) => conditionName(context, condition));
  const shown = all.slice(0, MAX_NAMED).join(t('behaviour.groupSeparator'));
  return all.length > MAX_NAMED
    ? t('behaviour.moreConditions', { names: shown, count: all.length - MAX_NAMED })
    : shown;
}

/** Who answers what, on the registered statuses that proxies disagree about. */
export function whoAnswers(context: CardContext, entry: Entry): Block[] {
  const { catalog, locale, t } = context;
  const condition = dividing(catalog, entry);
  if (!condition) return [];
  // The same for everybody, and on the cards that are asked most.
  const text = context.remember(`${locale} ${entry.code}`, () => {
    const groups = answersLine(context, catalog.behaviour.ofCondition(condition.id));
    return t('behaviour.whoLine', { condition: conditionTitle(context, condition), groups });
  });
  return [{ type: 'text', text }];
}

function dividing({ behaviour }: Catalog, { source, code }: Entry): Condition | undefined {
  return source === 'standard' ? behaviour.dividing(code) : undefined;
}

/** To the table behind those lines. */
export function measuredActions(context: CardContext, entry: Entry, remarks: readonly Remark[]): Action[] {
  const { t, catalog } = context;
  const actions: Action[] = [];
  for (const remark of remarks) {
    if (remark.type === 'observed') {
      const { software, code } = remark;
      if (!catalog.behaviour.ofStatus(code).some((one) => one.software === software)) continue;
      const query = { kind: 'measured', code, source: software.id, page: 1 } as const;
      actions.push({
        type: 'ask',
        label: t('behaviour.allOf', { software: softwareName(context, software), code }),
        ask: askQuery(context, query),
      });
    } else if (remark.type === 'condition')
      actions.push({
        type: 'ask',
        label: conditionTitle(context, remark.condition),
        ask: askCondition(context, remark.condition),
      });
  }
  if (actions.length > 0 || !dividing(catalog, entry)) return actions;
  const query = { kind: 'measured', code: entry.code, page: 1 } as const;
  return [{ type: 'ask', label: t('behaviour.who'), ask: askQuery(context, query) }];
}
