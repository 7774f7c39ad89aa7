// Who answers what: software side by side, grouped by its answer.
import { type Observed, outcomesOf } from '../../behaviour/behaviour.ts';
import { inlineCode } from '../../text.ts';
import type { CardContext } from '../context.ts';
import { shortOutcome } from './outcome-text.ts';

export interface AnswerGroup {
  /** `502`, `200, cut off`. */
  answer: string;
  observed: readonly Observed[];
}

/** What a line of a compact card holds. */
const LINE = { groups: 4, names: 4 };

/** The answer that most give first; successes last, since they are what nobody asks about. */
export function answerGroups(context: CardContext, observed: readonly Observed[]): AnswerGroup[] {
  const groups = Map.groupBy(observed, ({ observation }) => shortOutcome(context, observation));
  return [...groups]
    .map(([answer, group]) => ({ answer, observed: group }))
    .sort((a, b) => Number(isSuccess(a)) - Number(isSuccess(b)) || b.observed.length - a.observed.length);
}

function isSuccess({ observed: [first] }: AnswerGroup): boolean {
  const [outcome] = first ? outcomesOf(first.observation) : [];
  return outcome?.status !== undefined && outcome.status !== null && outcome.status < 400 && outcome.end === undefined;
}

/** `503 HAProxy, Apache httpd; 502 nginx`: shortened visibly. */
export function answersLine(context: CardContext, observed: readonly Observed[]): string {
  const { t } = context;
  const groups = answerGroups(context, observed).slice(0, LINE.groups);
  return groups
    .map(({ answer, observed: group }) => t('behaviour.group', { answer, names: names(context, group, LINE.names) }))
    .join(t('behaviour.groupSeparator'));
}

function names({ t }: CardContext, observed: readonly Observed[], limit: number): string {
  const all = observed.map(({ software }) => software.name);
  // One more name is no longer than the count of what was left out.
  if (all.length <= limit + 1) return all.join(t('separator'));
  return t('behaviour.moreSoftware', { names: all.slice(0, limit).join(t('separator')), count: all.length - limit });
}

/** All names, with their versions where the card has room. */
export function groupRow(context: CardContext, { answer, observed }: AnswerGroup): string {
  const { t, detail } = context;
  const all = observed.map(({ software, observation }) => {
    const { name, version } = software;
    const named = detail === 'full' ? t('behaviour.versioned', { software: name, version }) : name;
    const setting = detail === 'full' ? observation.setting : undefined;
    return setting ? `${named} (${inlineCode(setting, 60)})` : named;
  });
  return t('behaviour.row', { answer, names: all.join(t('separator')) });
}

/** The months of measurement: one, or from the first to the last. */
export function monthsOf(observed: readonly Observed[]): string {
  const months = [...new Set(observed.map(({ software }) => software.measured))].sort();
  const [first = '', ...others] = months;
  return others.length > 0 ? `${first} – ${others.at(-1)}` : first;
}
