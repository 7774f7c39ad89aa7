// The cards of the trees for trouble: a question with its answers as buttons, or the cause where they end.

import type { Action, Ask, Block, Card } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import { referenceLinks } from '../catalog/documents.ts';
import type { Match } from '../query/match.ts';
import type { Tree } from '../trouble/load.ts';
import type { TroubleEnd, TroubleStep } from '../trouble/schema.ts';
import { answersTo, questionsFrom, stepBefore } from '../trouble/walk.ts';
import { askCondition } from './behaviour/condition-card.ts';
import { askEntry, askQuery, type CardContext, languageActions, shareAction } from './context.ts';
import { toneOf } from './entry-text.ts';

interface StepProse {
  question: string;
  /** Where to see the answer. */
  how: string;
  /** Labels by where they lead. */
  answers: Record<string, string>;
}

interface EndProse {
  cause: string;
  /** Leads to the command or the line. */
  look: string;
  tells: string;
  then: string;
}

export function troubleCard(context: CardContext, { tree, node }: Extract<Match, { kind: 'trouble' }>): Card {
  return 'answers' in node ? stepCard(context, tree, node) : endCard(context, tree, node);
}

/** From the card of a status to its first question. */
export function troubleAction(context: CardContext, { id, code }: Entry): Action[] {
  const tree = context.trouble.get(code);
  return tree?.status === id ? [{ type: 'ask', label: context.t('trouble:open'), ask: askNode(context, tree) }] : [];
}

function stepCard(context: CardContext, tree: Tree, step: TroubleStep): Card {
  const { t } = context;
  const { code } = tree;
  const number = answersTo(tree, step.id).length + 1;
  const most = number - 1 + questionsFrom(tree, step.id);
  const { question = '', how = '', answers = {} }: Partial<StepProse> = stepsProse(context, tree)[step.id] ?? {};
  const choices = step.answers.map(
    (id): Action => ({ type: 'ask', label: answers[id] ?? id, ask: askNode(context, tree, id), primary: true }),
  );
  const title = t('trouble:title', { code });
  return {
    tone: toneOf(code),
    title,
    blocks: [
      { type: 'heading', text: title, subtitle: t('trouble:place', { code, number, most }) },
      ...trail(context, tree, step.id),
      { type: 'text', text: question },
      { type: 'note', text: how },
      {
        type: 'actions',
        items: [...choices, ...wayBack(context, tree, step.id), ...languageActions(context)],
      },
    ],
  };
}

function endCard(context: CardContext, tree: Tree, end: TroubleEnd): Card {
  const { t } = context;
  const { code } = tree;
  const prose: Record<string, EndProse> = t(`trouble:trees.${code}.ends`, { returnObjects: true });
  const { cause = '', look = '', tells = '', then = '' }: Partial<EndProse> = prose[end.id] ?? {};
  return {
    tone: toneOf(code),
    title: cause,
    blocks: [
      { type: 'heading', text: t('trouble:found', { code }) },
      ...trail(context, tree, end.id),
      { type: 'text', text: cause },
      { type: 'text', text: look },
      { type: 'code', text: end.command ?? end.line ?? '' },
      {
        type: 'facts',
        items: [
          { label: t('trouble:tells'), value: tells },
          { label: t('trouble:then'), value: then },
        ],
      },
      ...sources(context, tree, end),
      {
        type: 'actions',
        items: [
          ...onward(context, end),
          ...wayBack(context, tree, end.id),
          ...evidence(context, end),
          ...shareAction(context),
          ...languageActions(context),
        ],
      },
    ],
  };
}

/** What was answered, in the order of the questions: a card that is shared says how it came about. */
function trail(context: CardContext, tree: Tree, id: string): Block[] {
  const prose = stepsProse(context, tree);
  const answers = answersTo(tree, id).map((one) => prose[stepBefore(tree, one)?.id ?? '']?.answers[one] ?? one);
  return answers.length > 0 ? [{ type: 'note', text: answers.join(' → ') }] : [];
}

/** The same trouble under another status. */
function onward(context: CardContext, { next: code }: TroubleEnd): Action[] {
  if (!code) return [];
  return [{ type: 'ask', label: context.t('trouble:title', { code }), ask: askNode(context, { code }), primary: true }];
}

/** To the question before, the first one, and the card of the status. */
function wayBack(context: CardContext, tree: Tree, id: string): Action[] {
  const { t, catalog } = context;
  const [first] = tree.steps;
  const before = stepBefore(tree, id);
  const entry = catalog.entries.get(tree.status);
  const actions: Action[] = [];
  if (before && before !== first)
    actions.push({ type: 'ask', label: t('trouble:back'), ask: askNode(context, tree, before.id) });
  if (before) actions.push({ type: 'ask', label: t('trouble:again'), ask: askNode(context, tree) });
  if (entry)
    actions.push({ type: 'ask', label: t('trouble:status', { code: tree.code }), ask: askEntry(context, entry) });
  return actions;
}

/** What the end rests on of what was measured, and of what logs write. */
function evidence(context: CardContext, { condition: id, marker }: TroubleEnd): Action[] {
  const { t, catalog } = context;
  const condition = catalog.behaviour.conditions.get(id ?? '');
  const actions: Action[] = [];
  if (condition) actions.push({ type: 'ask', label: t('behaviour.who'), ask: askCondition(context, condition) });
  if (marker)
    actions.push({
      type: 'ask',
      label: t('trouble:marker'),
      ask: askQuery(context, { kind: 'marker', ids: [marker] }),
    });
  return actions;
}

function sources({ t }: CardContext, { documents }: Tree, { references }: TroubleEnd): Block[] {
  const items = referenceLinks(references, documents);
  return items.length > 0 ? [{ type: 'links', title: t('status.sources'), items }] : [];
}

function stepsProse({ t }: CardContext, { code }: Tree): Record<string, StepProse> {
  return t(`trouble:trees.${code}.steps`, { returnObjects: true });
}

/** The first question where no id is given. */
function askNode(context: CardContext, { code }: Pick<Tree, 'code'>, id?: string): Ask {
  return askQuery(context, { kind: 'trouble', at: id === undefined ? code : `${code}/${id}` });
}
