// Card → the text that notifications and screen readers get instead of the blocks.
import type { Block, Card } from '#core';
import { oncePer } from '../once-per.ts';
import { toCode, toMrkdwn } from './escape.ts';
import { LIMITS } from './limits.ts';
import { splitText } from './split-text.ts';

/** Title, then everything that the blocks say; shortened visibly where it would be longer than Slack reads out. */
export const toFallbackText = oncePer((card: Card): string => {
  const { max } = LIMITS.messageText;
  const title = toMrkdwn(card.title);
  const lines = card.blocks.map(textOf).filter((line) => line !== '' && line !== title);
  const whole = [title, ...lines].join('\n');
  if (whole.length <= max) return whole;
  return `${splitText(whole.slice(0, max), max - 1)[0]}…`;
});

function textOf(block: Block): string {
  // Lines of a log are somebody's text.
  return block.type === 'code' ? toCode(block.text) : toMrkdwn(proseOf(block));
}

function proseOf(block: Exclude<Block, { type: 'code' }>): string {
  switch (block.type) {
    case 'heading':
      return block.subtitle ?? '';
    case 'text':
    case 'note':
      return block.text;
    case 'list':
      return [
        block.title,
        ...block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${item}`),
      ].join('\n');
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'table':
      return block.rows
        .map(
          ([label = '', ...cells]) =>
            `${label}: ${cells.map((cell, at) => `${block.columns[at + 1]} ${cell}`).join(' · ')}`,
        )
        .join('\n');
    case 'links':
      return `${block.title}: ${block.items.map(({ label }) => label).join(', ')}`;
    case 'actions':
      return '';
  }
}
