import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/index.ts';
import { ask } from '../core-under-test.ts';

const titles = (text: string): string[] =>
  ask(text).card.blocks.flatMap((block: Block) => (block.type === 'list' ? [block.title] : []));

describe('what leads to a code', () => {
  it.each(['204', '301', '103'])('is told as an occasion for %s, where nothing went wrong', (text) => {
    expect(titles(text)).toContain('When you see it');
  });

  it.each(['404', '502', 'nginx 499', '999', 'cloudflare 1020', '1020'])('is told as causes for %s', (text) => {
    expect(titles(text)).toContain('Likely causes');
    expect(titles(text)).not.toContain('When you see it');
  });
});
