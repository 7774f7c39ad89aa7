// How much a compact card may say: one screen of a phone (390 × 844) on either platform.

import type { Block } from '../card.ts';

/** Of a word and of a Chinese character, so that 90 words or 160 characters are as much. */
const WEIGHT = { word: 16, han: 9 };
export const MAX_WEIGHT = 90 * WEIGHT.word;

/** Chinese characters, and words: what stands between white space and has a letter or digit. */
function weightOf(text: string): number {
  let weight = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Wide punctuation parts words as white space does.
    if (unit <= 32 || unit === 0xa0 || unit >= 0x3000) {
      isCounted = false;
      if (unit >= 0x3400 && unit <= 0x9fff) weight += WEIGHT.han;
    } else if (!isCounted && isLetterOrDigit(unit)) {
      isCounted = true;
      weight += WEIGHT.word;
    }
  }
  return weight;
}

function isLetterOrDigit(unit: number): boolean {
  const small = unit | 32;
  return (unit >= 48 && unit <= 57) || (small >= 97 && small <= 122) || unit >= 0xc0;
}

export function weightOfBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + textsOf(block).reduce((weight, text) => weight + weightOf(text), 0), 0);
}

/** What a reader sees of a block; the options of a menu are seen when it is opened. */
function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [block.text, block.subtitle ?? ''];
    case 'list':
      return [block.title, ...block.items];
    case 'text':
    case 'note':
    case 'code':
      return [block.text];
    case 'actions':
      return block.items.map(({ label }) => label);
    case 'facts':
      return block.items.flatMap(({ label, value }) => [label, value]);
    case 'links':
      return block.items.map(({ label }) => label);
    case 'table':
      return block.rows.flat();
  }
}
