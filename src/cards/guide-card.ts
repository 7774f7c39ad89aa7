// The cards of the decision guide, and what its end adds to a status card.

import type { Action, Ask, Block, Card, MenuOption } from '../card.ts';
import type { Guide } from '../guide/load.ts';
import type { Diagram, Step, StepId } from '../guide/schema.ts';
import { codesOf } from '../guide/walk.ts';
import type { Match, Remark } from '../query/match.ts';
import { askQuery, type CardContext, languageActions } from './context.ts';
import { localName } from './entry-text.ts';

type Guided = Extract<Remark, { type: 'guided' }>;

/** Prose about ending a step in one of its codes. */
interface ExitProse {
  when: string;
  reason: string;
}

export function guideCard(context: CardContext, { guide, step }: Extract<Match, { kind: 'guide' }>): Card {
  return step ? stepCard(context, guide, step) : firstCard(context, guide);
}

/** Why the walk ended in this code. */
export function guideReason(context: CardContext, { step, code }: Guided): string {
  const reason = exitsProse(context, step)[code]?.reason ?? '';
  return context.t('decision:because', { code, reason });
}

export function backToGuide(context: CardContext, remarks: readonly Remark[]): Action[] {
  return remarks.flatMap((remark): Action[] =>
    remark.type === 'guided'
      ? [{ type: 'ask', label: context.t('decision:back'), ask: askStep(context, remark.step) }]
      : [],
  );
}

/** The first question, then the others to jump to. */
function firstCard(context: CardContext, { diagram, steps }: Guide): Card {
  const { t } = context;
  const [first] = steps.values();
  const items = [...steps.values()].map(({ id }) => titleOf(context, id));
  return {
    tone: 'neutral',
    title: t('guide.title'),
    blocks: [
      { type: 'heading', text: t('guide.title'), subtitle: t('decision:intro') },
      ...(first ? questionBlocks(context, first) : []),
      { type: 'list', title: t('decision:index'), ordered: true, items },
      { type: 'note', text: attribution(context, diagram) },
      { type: 'links', title: t('status.sources'), items: [{ label: diagram.name, url: diagram.url }] },
      { type: 'actions', items: stepActions(context, steps, first) },
    ],
  };
}

function attribution({ t }: CardContext, { name, version, licence, copyright }: Diagram): string {
  const owners = copyright.map((one) => `© ${one}`).join(t('separator'));
  return t('decision:attribution', { name, version, licence, copyright: owners });
}

function stepCard(context: CardContext, { steps }: Guide, step: Step): Card {
  const { t } = context;
  const title = titleOf(context, step.id);
  return {
    tone: 'neutral',
    title,
    blocks: [
      { type: 'heading', text: title, subtitle: t('guide.title') },
      ...questionBlocks(context, step),
      { type: 'actions', items: stepActions(context, steps, step) },
    ],
  };
}

function questionBlocks(context: CardContext, step: Step): Block[] {
  return [
    { type: 'text', text: context.t(`decision:steps.${step.id}.question`) },
    ...exitList(context, step, 'exits'),
    ...exitList(context, step, 'additions'),
  ];
}

function stepActions(context: CardContext, steps: Guide['steps'], step: Step | undefined): Action[] {
  const answers = step
    ? [...codesOf(step).map((code) => exitButton(context, step, code)), ...onward(context, step)]
    : [];
  return [...answers, stepMenu(context, steps), ...languageActions(context)];
}

function exitList(context: CardContext, step: Step, whose: 'exits' | 'additions'): Block[] {
  if (step[whose].length === 0) return [];
  const prose = exitsProse(context, step.id);
  const items = step[whose].map((code) => `\`${code}\` ${prose[code]?.when ?? ''}`);
  return [{ type: 'list', title: context.t(`decision:${whose}`), ordered: false, items }];
}

function exitButton(context: CardContext, { id }: Step, code: string): Action {
  const entry = context.catalog.entries.get(`standard:${code}`);
  const label = entry ? `${code} ${localName(context, entry)}` : code;
  return { type: 'ask', label, ask: askStep(context, `${id}/${code}`) };
}

/** Where it goes on when no exit fits; a fork names what each way stands for. */
function onward(context: CardContext, { next, asides }: Step): Action[] {
  const choices: Record<string, string> = context.t('decision:choices', { returnObjects: true });
  const [only, ...others] = next;
  const fork = others.length > 0 ? [...next, ...asides] : asides;
  const none: Action[] =
    only && others.length === 0
      ? [{ type: 'ask', label: context.t('decision:none'), ask: askStep(context, only), primary: true }]
      : [];
  return [
    ...none,
    ...fork.map(
      (id): Action => ({ type: 'ask', label: choices[id] ?? titleOf(context, id), ask: askStep(context, id) }),
    ),
  ];
}

function stepMenu(context: CardContext, steps: Guide['steps']): Action {
  const options = [...steps.values()].map(
    (step): MenuOption => ({
      label: titleOf(context, step.id),
      description: codesOf(step).join(' · '),
      ask: askStep(context, step.id),
    }),
  );
  return { type: 'menu', label: context.t('decision:jump'), options };
}

function titleOf({ t }: CardContext, id: StepId): string {
  return t(`decision:steps.${id}.title`);
}

function askStep(context: CardContext, at: string): Ask {
  return askQuery(context, { kind: 'guide', at });
}

function exitsProse({ t }: CardContext, id: StepId): Record<string, ExitProse> {
  return t(`decision:steps.${id}.exits`, { returnObjects: true });
}
