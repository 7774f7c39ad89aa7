// Card → the text that notifications and screen readers get instead of the blocks.
import type { Block, Card } from '#core';
import { oncePer } from '../once-per.ts';
import { toMrkdwn } from './escape.ts';
import { LIMITS } from './limits.ts';
import { splitText } from './split-text.ts';

/** Title, then everything that the blocks say; shortened visibly where it would be longer than Slack reads out. */
export const toFallbackText = oncePer((card: Card): string => {
  const title = toMrkdwn(card.title);
  const lines = card.blocks.map((block) => toMrkdwn(textOf(block))).filter((line) => line !== '' && line !== title);
  const whole = [title, ...lines].join('\n');
  if (whole.length <= LIMITS.messageText.max) return whole;
  return `${splitText(whole, LIMITS.messageText.max - 1)[0]}…`;
});

function textOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.subtitle ?? '';
    case 'text':
    case 'note':
    case 'code':
      return block.text;
    case 'list':
      return [
        block.title,
        ...block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${item}`),
      ].join('\n');
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'path':
      return `${block.title}: ${block.hops.map(({ label, marks }) => [label, ...marks.map((mark) => `(${block.legend[mark]})`)].join(' ')).join(' → ')}`;
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
