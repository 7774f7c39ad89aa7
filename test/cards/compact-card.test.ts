// The compact card: what it begins with, and how much it may say.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/index.ts';
import { catalog } from '../catalog/catalog-files.ts';
import { ask, core } from '../core-under-test.ts';

const everyCode = [...new Set([...catalog.byCode.keys(), ...catalog.entries.keys()])];

/** All that is read, with the labels of buttons; options of a menu are not seen until it is opened. */
function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text, block.subtitle ?? ''];
    case 'list':
      return [block.title, ...block.items];
    case 'actions':
      return block.items.map(({ label }) => label);
    case 'text':
    case 'note':
      return [block.text];
    default:
      throw new Error(`a compact card has no ${block.type}: ${JSON.stringify(block)}`);
  }
}

describe.each(['en', 'zh-CN'])('in %s', (locale) => {
  it('says no more than 90 words, or 160 Chinese characters', () => {
    const long = everyCode.flatMap((text) => {
      const { kind, card } = core.answer({ text, locale });
      // Names that stand for a status have a card of their own kind.
      if (kind === 'marker') return [];
      const read = card.blocks.flatMap(textsOf).join(' ');
      const characters = read.match(/\p{Script=Han}/gu)?.length ?? 0;
      const words = read
        .split(/[\s\p{Script=Han}，。：；、（）]+/u)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      const share = words / 90 + characters / 160;
      return share > 1 ? [`${text}: ${words} words and ${characters} characters`] : [];
    });
    expect(long).toEqual([]);
  });
});

describe('the verdict', () => {
  it.each([
    ['502', 'en', /^Usually the upstream's fault · repeat idempotent requests only · first: \S/],
    ['502', 'zh-CN', /^多半是上游的问题 · 只重试幂等请求 · 先查：\S/],
    ['404', 'en', /^Usually the client's fault · repeating changes nothing · first: \S/],
    ['429', 'zh-CN', /^多半是客户端的问题 · 稍后再试 · 先查：\S/],
    ['cloudflare 522', 'en', /^Usually the origin's fault · /],
    ['500.19', 'en', /^Usually a fault at IIS · /],
  ])('of %s in %s stands right under the heading', (text, locale, verdict) => {
    const [, first] = ask(text, locale).card.blocks;
    expect(first).toMatchObject({ type: 'text', text: expect.stringMatching(verdict) });
  });

  it.each(['200', '301', '103'])('is left out of %s, where nothing failed', (text) => {
    expect(JSON.stringify(ask(text).card.blocks)).not.toMatch(/fault|first:/);
  });
});

describe('the path', () => {
  it.each([
    ['502', 'client ← CDN ← [gateway 502] → ✕ upstream'],
    ['404', '✕ client → CDN → gateway → upstream'],
    ['nginx 499', 'client → CDN → [nginx 499] → upstream'],
    ['403.14', 'client ← CDN ← gateway ← [✕ IIS 403.14]'],
    ['cloudflare 522', 'client ← [Cloudflare 522] → gateway → ✕ origin'],
  ])('of %s is a picture: %s', (text, picture) => {
    expect(ask(text).card.blocks).toContainEqual({ type: 'text', text: picture });
  });
});
