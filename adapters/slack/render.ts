// Card → Block Kit.
import type { ActionsBlock, ContextBlock, HeaderBlock, SectionBlock } from '@slack/types';
import { type Block, type Card, fitUnits, type Prose, type Tone } from '#core';
import { oncePer } from '../once-per.ts';
import { type Frame, toActionBlocks } from './actions.ts';
import { codeText, toLink, toMrkdwn } from './escape.ts';
import { LIMITS } from './limits.ts';
import { splitText } from './split-text.ts';

export type Rendered = ActionsBlock | ContextBlock | HeaderBlock | SectionBlock;

/** Blocks have no colour of their own; the circle carries the class. */
const TONES: Record<Tone, string> = { 1: '⚪ ', 2: '🟢 ', 3: '🔵 ', 4: '🟠 ', 5: '🔴 ', neutral: '' };
/** Longer values would be broken by the two narrow columns of fields. */
const MAX_FIELD_VALUE = 60;

/** Everything on the card, whatever its length; how many blocks fit is for the message or view that holds them. */
export function toBlocks(card: Card, frame: Frame): Rendered[] {
  const texts = textsOf(card);
  return card.blocks.flatMap((block, index) =>
    block.type === 'actions' ? toActionBlocks(block.items, frame) : (texts[index] ?? []),
  );
}

/** All but the buttons, which differ by their owner. */
const textsOf = oncePer(({ blocks, tone }: Card) => blocks.map((block) => textOf(block, tone)));

function textOf(block: Block, tone: Tone): Rendered[] {
  switch (block.type) {
    case 'heading':
      return headingBlocks(TONES[tone] + block.text, block.subtitle);
    case 'text':
      return sections(toMrkdwn(block.text));
    case 'list':
      return sections(listText(block));
    case 'facts':
      return factBlocks(block);
    case 'table':
      return sections(tableText(block));
    case 'code':
      return codeBlocks(block.text);
    case 'links':
      return contexts(linksText(block));
    case 'note':
      return contexts(toMrkdwn(block.text));
    case 'actions':
      return [];
  }
}

function headingBlocks(text: string, subtitle: Prose | undefined): Rendered[] {
  const shown = fitUnits(text, LIMITS.header.max);
  const header: HeaderBlock = { type: 'header', text: { type: 'plain_text', text: shown, emoji: false } };
  const whole = shown === text ? [] : sections(toMrkdwn(text));
  return [header, ...whole, ...(subtitle ? contexts(toMrkdwn(subtitle)) : [])];
}

function listText({ title, ordered, items }: Extract<Block, { type: 'list' }>): string {
  const lines = items.map((item, index) => `${ordered ? `${index + 1}.` : '•'} ${toMrkdwn(item)}`);
  return [bold(title), ...lines].join('\n');
}

function factBlocks({ title, items }: Extract<Block, { type: 'facts' }>): Rendered[] {
  const short = items.every(({ value }) => value.length <= MAX_FIELD_VALUE) && items.length <= LIMITS.sectionFields.max;
  if (!short) {
    const lines = items.map(({ label, value }) => `${bold(label)}  ${toMrkdwn(value)}`);
    return sections([...(title ? [bold(title)] : []), ...lines].join('\n'));
  }
  const fields = items.map(({ label, value }) => mrkdwn(`${bold(label)}\n${toMrkdwn(value)}`));
  return [...(title ? sections(bold(title)) : []), { type: 'section', fields }];
}

/** A `table` block is not shown by every client and only once in a message, so rows become lines. */
function tableText({ columns, rows }: Extract<Block, { type: 'table' }>): string {
  return rows
    .map(([label = '', ...cells]) => {
      const lines = cells.map((cell, index) => `\`${codeText(columns[index + 1] ?? '')}\`  ${toMrkdwn(cell)}`);
      return [bold(label), ...lines].join('\n');
    })
    .join('\n');
}

function codeBlocks(text: string): Rendered[] {
  const fence = '```';
  return splitText(codeText(text), LIMITS.sectionText.max - 2 * fence.length - 2).map((part) =>
    section(`${fence}\n${part}\n${fence}`),
  );
}

/** Only https becomes a link; anything else stays readable text. */
function linksText({ title, items }: Extract<Block, { type: 'links' }>): string {
  const links = items.map(({ label, url }) =>
    url.startsWith('https://') ? toLink(url, label) : toMrkdwn(`${label}: ${url}`),
  );
  return `${bold(title)}  ${links.join('  ·  ')}`;
}

function bold(text: string): string {
  return text.trim() === '' ? '' : `*${toMrkdwn(text.replaceAll('`', ''))}*`;
}

function sections(text: string): SectionBlock[] {
  return splitText(text, LIMITS.sectionText.max).map(section);
}

function section(text: string): SectionBlock {
  return { type: 'section', text: mrkdwn(text) };
}

export function contexts(text: string): ContextBlock[] {
  return splitText(text, LIMITS.contextText.max).map((part) => ({ type: 'context', elements: [mrkdwn(part)] }));
}

/** `verbatim`: Slack shall not find links, names or channels in it by itself. */
function mrkdwn(text: string): { type: 'mrkdwn'; text: string; verbatim: true } {
  return { type: 'mrkdwn', text, verbatim: true };
}
