// What stands beside the answer: POST, the log, how often the backend was asked, header fields, the setting.
import type { Observed } from '../../behaviour/behaviour.ts';
import type { Outcome } from '../../behaviour/schema.ts';
import type { Block } from '../../card.ts';
import { inlineCode } from '../../text.ts';
import type { CardContext } from '../context.ts';
import { longOutcome, shortOutcome, steadyOutcome } from './outcome-text.ts';

interface Fact {
  label: string;
  value: string;
}

const MAX_CODE = 100;

export function observedFacts(context: CardContext, { observation }: Observed): Block[] {
  const { t } = context;
  const outcome = steadyOutcome(context, observation);
  const isUnstable = 'unstable' in observation;
  const items = outcome ? outcomeFacts(context, outcome, isUnstable ? undefined : observation.post) : [];
  if (observation.setting)
    items.push({ label: t('behaviour.needs'), value: settingText(context, observation.setting) });
  const otherwise = isUnstable ? undefined : observation.default;
  const byDefault = otherwise && defaultText(context, otherwise);
  if (byDefault && outcome && byDefault !== longOutcome(context, outcome))
    items.push({ label: t('behaviour.byDefault'), value: byDefault });
  return items.length > 0 ? [{ type: 'facts', items }] : [];
}

function defaultText(context: CardContext, outcome: Outcome | { unstable: Outcome[] }): string {
  return 'unstable' in outcome ? shortOutcome(context, outcome) : longOutcome(context, outcome);
}

function outcomeFacts(context: CardContext, outcome: Outcome, post: Outcome | undefined): Fact[] {
  const { t, detail } = context;
  const facts: Fact[] = [];
  const add = (label: string, value: string | undefined): number => (value ? facts.push({ label, value }) : 0);
  if (post && (post.status !== outcome.status || post.end !== outcome.end))
    add(t('behaviour.post'), longOutcome(context, post));
  const ofPost = post && logText(context, post);
  add(t('behaviour.log'), logText(context, outcome) ?? (ofPost && t('behaviour.logOfPost', { log: ofPost })));
  add(t('behaviour.asked'), askedText(context, outcome, post));
  if (outcome.seconds !== undefined) add(t('behaviour.took'), t('behaviour.tookSeconds', { count: outcome.seconds }));
  add(t('behaviour.interim'), outcome.interim?.join(t('separator')));
  if (detail === 'full' || (outcome.status ?? 0) >= 400)
    add(t('behaviour.fields'), fieldsText(context, outcome.header));
  return facts;
}

function logText({ t }: CardContext, { log }: Outcome): string | undefined {
  if (!log) return undefined;
  const { status, marker, missing, error } = log;
  const isInMarker = marker?.endsWith(`/${status}`);
  const parts = [
    marker && inlineCode(marker, MAX_CODE),
    status && !isInMarker && t('behaviour.logStatus', { status: inlineCode(status, MAX_CODE) }),
    missing && t(error ? 'behaviour.noAccessLine' : 'behaviour.noLogLine'),
    ...(error?.split(' | ') ?? []).map((line) => inlineCode(line, MAX_CODE)),
  ];
  return parts.filter(Boolean).join(t(missing ? 'behaviour.groupSeparator' : 'separator')) || undefined;
}

/** Undefined where it was asked once, as anybody would expect. */
function askedText({ t }: CardContext, outcome: Outcome, post: Outcome | undefined): string | undefined {
  const get = outcome.asked ?? 1;
  const other = post ? (post.asked ?? 1) : get;
  if (get === 1 && other === 1) return undefined;
  const count = (times: number): string => t('behaviour.askedCount', { count: times });
  return get === other ? count(get) : t('behaviour.askedPost', { get: count(get), post: count(other) });
}

function fieldsText({ t }: CardContext, header: Outcome['header']): string | undefined {
  const fields = Object.entries(header ?? {}).map(([name, value]) => inlineCode(`${titled(name)}: ${value}`, MAX_CODE));
  return fields.join(t('separator')) || undefined;
}

/** `retry-after` as documents write it. */
function titled(field: string): string {
  return field.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase()).replace(/^Www-/, 'WWW-');
}

/** What it is in words, where somebody wrote them. */
export function settingText({ t }: CardContext, setting: string): string {
  return t(`behaviour.setting.${setting as 'keep-alive'}`, { defaultValue: '' }) || inlineCode(setting, MAX_CODE);
}
