import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/index.ts';
import { ask } from '../core-under-test.ts';

const titles = (text: string): string[] =>
  ask(text, 'en', 'full').card.blocks.flatMap((block: Block) => (block.type === 'list' ? [block.title] : []));

describe('a vendor that has a name of its own in a language', () => {
  it.each([
    ['zh-CN', '阿里云 ALB', 'Alibaba Cloud'],
    ['en', 'Alibaba Cloud ALB', '阿里云'],
  ])('is called so in %s, wherever it stands', (locale, name, other) => {
    const cards = ['阿里云 463', '499', '463', '463 vs 508', '阿里云', '阿里云 500'].map(
      (text) => ask(text, locale).card,
    );
    for (const { title, blocks } of cards) {
      const written = JSON.stringify([title, blocks.filter((block) => block.type !== 'actions')]);
      expect(written).not.toContain(other);
      expect(written).toContain(name);
    }
  });
});

it.each([
  ['cloudflare 522', 'origin'],
  ['502', 'upstream'],
])('calls the last hop of %s the %s', (text, name) => {
  expect(JSON.stringify(ask(text).card.blocks)).toMatch(new RegExp(`→ ✕ ${name}"`));
});

describe('what leads to a code', () => {
  it.each(['204', '301', '103'])('is told as an occasion for %s, where nothing went wrong', (text) => {
    expect(titles(text)).toContain('When you see it');
  });

  it.each(['404', '502', 'nginx 499', '999', 'cloudflare 1020'])('is told as causes for %s', (text) => {
    expect(titles(text)).toContain('Likely causes');
    expect(titles(text)).not.toContain('When you see it');
  });
});
