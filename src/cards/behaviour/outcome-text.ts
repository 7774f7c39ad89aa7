// What was observed, in words: as a sentence, and as a few words for tables.
import { type Observed, outcomesOf } from '../../behaviour/behaviour.ts';
import type { Observation, Outcome } from '../../behaviour/schema.ts';
import { inlineCode } from '../../text.ts';
import type { CardContext } from '../context.ts';
import { softwareName } from '../entry-text.ts';

/** `503 Service Unavailable`: with the phrase as it was sent, else with the registered one. */
export function statusText({ catalog }: CardContext, { status, phrase }: Outcome): string {
  const name = phrase ?? catalog.byCode.get(String(status))?.[0]?.status.name;
  return [status, name].filter((part) => part !== '' && part !== undefined).join(' ');
}

/** `HAProxy answers 503 Service Unavailable itself`. */
export function verdict(context: CardContext, { software, condition, observation }: Observed): string {
  const { t } = context;
  const named = { software: softwareName(context, software) };
  const outcome = steadyOutcome(context, observation);
  if (!outcome) return t('behaviour.unstable', { ...named, answer: shortOutcome(context, observation) });
  const { status, end } = outcome;
  if (status === null) return t(`behaviour.none.${outcome.instead ?? end ?? 'closed'}`, named);
  const answer = statusText(context, outcome);
  const isPassed = status === condition.sends;
  const isItself = /^(?:upstream|client)\./.test(condition.id) && status >= 400;
  const key = isPassed ? 'passes' : isItself ? 'itself' : 'answers';
  const sentence = t(`behaviour.${key}`, { ...named, answer });
  return end ? t(`behaviour.then.${end}`, { answer: sentence }) : sentence;
}

/** The outcome of every run; those that differ in their log alone are one. */
export function steadyOutcome(context: CardContext, observation: Observation): Outcome | undefined {
  const outcomes = outcomesOf(observation);
  const answers = new Set(outcomes.map((outcome) => bareOutcome(context, outcome)));
  return answers.size === 1 ? outcomes[0] : undefined;
}

/** `503`, `200, cut off`, `closed without an answer`, `502 or 503`. */
export function shortOutcome(context: CardContext, observation: Observation): string {
  const { t } = context;
  const answers = outcomesOf(observation).map((outcome) => bareOutcome(context, outcome));
  const answer = [...new Set(answers)].reduce((one, other) => t('behaviour.either', { one, other }));
  const post = 'unstable' in observation || !observation.post ? answer : bareOutcome(context, observation.post);
  return post === answer ? answer : t('behaviour.withPost', { answer, post });
}

function bareOutcome(context: CardContext, outcome: Outcome): string {
  const answer = finalOutcome(context, outcome);
  const interim = outcome.interim?.join(context.t('separator'));
  return interim ? context.t('behaviour.afterInterim', { interim, answer }) : answer;
}

function finalOutcome({ t }: CardContext, { status, end, instead, log }: Outcome): string {
  // Nobody got anything, so only the logs differ.
  const logged = log?.status ?? log?.marker;
  if (end === 'gone' && logged) return t('behaviour.loggedAs', { status: inlineCode(logged, 40) });
  if (status === null) return t(`behaviour.short.${instead ?? end ?? 'closed'}`);
  return end ? t(`behaviour.shortThen.${end}`, { answer: status }) : String(status);
}

/** What a POST gets, with the phrase. */
export function longOutcome(context: CardContext, outcome: Outcome): string {
  if (outcome.status === null) return bareOutcome(context, outcome);
  const answer = statusText(context, outcome);
  return outcome.end ? context.t(`behaviour.shortThen.${outcome.end}`, { answer }) : answer;
}
