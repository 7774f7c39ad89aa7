// Card → a whole message: blocks within the limits, and the text beside them.
import type { Ask, Card, Core, Question } from '#core';
import type { Frame } from './actions.ts';
import { toMrkdwn } from './escape.ts';
import { toFallbackText } from './fallback.ts';
import { LIMITS } from './limits.ts';
import { contexts, type Rendered, toBlocks } from './render.ts';

export interface Message {
  text: string;
  blocks?: Rendered[];
}

/** Stands in for a mention while a sentence is escaped; no text from outside keeps it. */
const MENTION = '\uE000';

export function cardMessage(card: Card, frame: Frame): Message & { blocks: Rendered[] } {
  return {
    text: toFallbackText(card),
    blocks: withinLimit(toBlocks(card, frame), LIMITS.messageBlocks.max - 1, frame),
  };
}

/** For everyone, with the name of the person who shared it. */
export function sharedMessage(card: Card, frame: Frame): Message {
  const { text, blocks } = cardMessage(card, frame);
  const mention = mentionOf(frame.owner);
  const sharer = mention ? contexts(withMention(frame.t('chat.sharedBy', { who: MENTION }), mention)) : [];
  const buttons = blocks.findIndex(({ type }) => type === 'actions');
  return { text, blocks: blocks.toSpliced(buttons === -1 ? blocks.length : buttons, 0, ...sharer) };
}

/** One sentence, in which code spans are code. */
export function wordMessage(prose: string): Message {
  return { text: toMrkdwn(prose) };
}

export function onlySharerMessage(t: Frame['t'], sharer: string): Message {
  const mention = mentionOf(sharer);
  if (!mention) return wordMessage(t('chat.onlySharerUnknown'));
  return { text: withMention(t('chat.onlySharer', { who: MENTION }), mention) };
}

/** The answer to a question, framed for where it is shown. */
export function answerMessage(core: Core, question: Question, frame: Omit<Frame, 't'>): Message {
  const { card, locale } = core.answer(question);
  const whole = { ...frame, t: core.translate(locale) };
  return frame.surface === 'shared' ? sharedMessage(card, whole) : cardMessage(card, whole);
}

export function questionOf({ query, detail, locale }: Ask): Question {
  return { text: query, detail, locale };
}

/** The first blocks and the buttons, with a word that there is more. */
export function withinLimit(blocks: readonly Rendered[], max: number, { t }: Frame): Rendered[] {
  if (blocks.length <= max) return [...blocks];
  const buttons = blocks.filter(({ type }) => type === 'actions');
  const rest = blocks.filter(({ type }) => type !== 'actions');
  return [...rest.slice(0, max - buttons.length - 1), ...contexts(toMrkdwn(t('chat.cut'))), ...buttons];
}

/** Undefined where it is no id of a person. */
function mentionOf(user: string): string | undefined {
  return /^[A-Z0-9]+$/.test(user) ? `<@${user}>` : undefined;
}

function withMention(sentence: string, mention: string): string {
  return toMrkdwn(sentence).replace(MENTION, mention);
}
