// Who answers what: software side by side, grouped by its answer.
import { type Observed, outcomesOf } from '../../behaviour/behaviour.ts';
import type { CardContext } from '../context.ts';
import { nameBeforeVersion, softwareName } from '../entry-text.ts';
import { settingText } from './observed-facts.ts';
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

/** `HAProxy, Apache httpd → 503; nginx → 502`: shortened visibly. */
export function answersLine(context: CardContext, observed: readonly Observed[]): string {
  const { t } = context;
  const groups = answerGroups(context, observed).slice(0, LINE.groups);
  return groups
    .map(({ answer, observed: group }) => t('behaviour.group', { answer, names: names(context, group, LINE.names) }))
    .join(t('behaviour.groupSeparator'));
}

function names(context: CardContext, observed: readonly Observed[], limit: number): string {
  const { t } = context;
  const all = observed.map((one) => withDefault(context, one, softwareName(context, one.software)));
  // One more name is no longer than the count of what was left out.
  if (all.length <= limit + 1) return all.join(t('separator'));
  return t('behaviour.moreSoftware', { names: all.slice(0, limit).join(t('separator')), count: all.length - limit });
}

/** All names, with their versions where the card has room. */
export function groupRow(context: CardContext, { answer, observed }: AnswerGroup): string {
  const { t, detail } = context;
  const all = observed.map((one) => {
    const { software, observation } = one;
    if (detail === 'compact') return withDefault(context, one, softwareName(context, software));
    const name = nameBeforeVersion(context, software);
    const versioned = t('behaviour.versioned', { software: name, version: software.version });
    const named = withDefault(context, one, versioned);
    const { setting } = observation;
    if (!setting || named !== versioned) return named;
    return t('behaviour.withSetting', { software: versioned, setting: settingText(context, setting) });
  });
  return t('behaviour.row', { answer, names: all.join(t('separator')) });
}

/** Who has not changed the setting gets something else: `nginx (200 by default)`. */
function withDefault(context: CardContext, { observation }: Observed, software: string): string {
  const otherwise = 'unstable' in observation ? undefined : observation.default;
  const answer = otherwise && shortOutcome(context, otherwise);
  if (!answer || answer === shortOutcome(context, observation)) return software;
  return context.t('behaviour.withDefault', { software, answer });
}

/** The months of measurement: one, or from the first to the last. */
export function monthsOf(observed: readonly Observed[]): string {
  const months = [...new Set(observed.map(({ software }) => software.measured))].sort();
  const [first = '', ...others] = months;
  return others.length > 0 ? `${first} – ${others.at(-1)}` : first;
}
