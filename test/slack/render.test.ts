import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, type Block, type Card, MAX_ASK_LENGTH } from '#core';
import type { Surface } from '../../adapters/slack/actions.ts';
import { codeText, escapeText, toLink, toMrkdwn } from '../../adapters/slack/escape.ts';
import { toFallbackText } from '../../adapters/slack/fallback.ts';
import { LIMITS } from '../../adapters/slack/limits.ts';
import { cardMessage, sharedMessage } from '../../adapters/slack/messages.ts';
import { toBlocks } from '../../adapters/slack/render.ts';
import { splitText } from '../../adapters/slack/split-text.ts';
import { createShapeCheck } from '../../playground/pretend-slack/block-kit-schema.ts';
import { blockFaults } from '../../playground/pretend-slack/block-rules.ts';
import { core } from '../core-under-test.ts';

const frame = (surface: Surface = 'private') => ({ surface, owner: 'U0ENGLISH', t: core.translate('en') });
const card = (...blocks: Block[]): Card => ({ tone: 5, title: 'Title', blocks });
const render = (block: Block, surface?: Surface) => toBlocks(card(block), frame(surface));
const check = createShapeCheck();
const ask = { query: '502', detail: 'compact', locale: 'en' } as const;
const longest = { query: 'q'.repeat(MAX_ASK_LENGTH), detail: 'compact', locale: 'zh-CN' } as const;

describe('rendering', () => {
  it('makes a heading a header with the colour of its class, and the subtitle a context', () => {
    expect(render({ type: 'heading', text: '502 Bad Gateway', subtitle: 'RFC `9110`' })).toMatchObject([
      { type: 'header', text: { type: 'plain_text', text: '🔴 502 Bad Gateway' } },
      { type: 'context', elements: [{ text: 'RFC `9110`' }] },
    ]);
  });

  it('shows the whole of a heading that is too long for a header', () => {
    const text = 'word '.repeat(60).trim();
    const [header, section] = render({ type: 'heading', text });
    expect(header).toMatchObject({ text: { text: expect.stringMatching(/…$/) } });
    expect(section).toMatchObject({ text: { text: expect.stringContaining(text) } });
  });

  it.each<[string, Block, string]>([
    ['a bulleted list', { type: 'list', title: 'Causes', ordered: false, items: ['a', '`b`'] }, '*Causes*\n• a\n• `b`'],
    ['a numbered list', { type: 'list', title: 'Check', ordered: true, items: ['a', 'b'] }, '*Check*\n1. a\n2. b'],
    [
      'a table',
      { type: 'table', columns: ['', '502', '504'], rows: [['Sender', 'x', 'y']] },
      '*Sender*\n`502`  x\n`504`  y',
    ],
    ['code', { type: 'code', text: 'a ``` <b>' }, '```\na ʼʼʼ &lt;b&gt;\n```'],
  ])('makes %s one section', (_, block, text) => {
    expect(render(block)).toMatchObject([{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }]);
  });

  it('makes short facts fields, and longer ones lines', () => {
    const facts = (value: string): Block => ({ type: 'facts', title: 'Facts', items: [{ label: 'Retry', value }] });
    expect(render(facts('later'))).toMatchObject([
      { text: { text: '*Facts*' } },
      { fields: [{ text: '*Retry*\nlater' }] },
    ]);
    expect(render(facts('x'.repeat(61)))).toMatchObject([{ text: { text: `*Facts*\n*Retry*  ${'x'.repeat(61)}` } }]);
  });

  it('links https and nothing else', () => {
    const links = (url: string): Block => ({ type: 'links', title: 'S', items: [{ label: 'A|b>', url }] });
    expect(render(links('https://x.example/a|b>?c&d'))).toMatchObject([
      { elements: [{ text: '*S*  <https://x.example/a%7Cb%3E?c&amp;d|A|b&gt;>' }] },
    ]);
    expect(JSON.stringify(render(links('javascript:x')))).not.toContain('<');
  });

  it('makes menus whose options carry the whole question', () => {
    const menu: Action = {
      type: 'menu',
      label: 'Open',
      options: [{ label: 'x'.repeat(90), description: 'y'.repeat(90), ask: longest }],
    };
    const [row] = render({ type: 'actions', items: [menu] });
    expect(blockFaults([row], 'message', check)).toEqual([]);
    expect(JSON.stringify(row)).toContain('…');
  });

  it('keeps several menus apart', () => {
    const menu = (label: string): Action => ({ type: 'menu', label, options: [{ label, ask }] });
    const [row] = render({ type: 'actions', items: [menu('One'), menu('Two')] });
    expect(row).toMatchObject({ elements: [{ placeholder: { text: 'One' } }, { placeholder: { text: 'Two' } }] });
    expect(blockFaults([row], 'message', check)).toEqual([]);
  });

  it('shows the same button once, and more than 25 in several rows', () => {
    const items = Array.from(
      { length: 30 },
      (_, index): Action => ({ type: 'ask', label: String(index), ask: { ...ask, query: String(index % 28) } }),
    );
    const rows = render({ type: 'actions', items });
    expect(rows.map((row) => 'elements' in row && row.elements.length)).toEqual([25, 3]);
    expect(blockFaults(rows, 'message', check)).toEqual([]);
  });

  it('keeps Share and Search off a window, and Share off a shared card', () => {
    const items: Action[] = [
      { type: 'share', label: 'Share', ask },
      { type: 'search', label: 'Search', ask },
      { type: 'ask', label: 'More', ask: { ...ask, detail: 'full' } },
    ];
    expect(JSON.stringify(render({ type: 'actions', items }, 'window'))).not.toMatch(/Share|Search/);
    expect(JSON.stringify(render({ type: 'actions', items }, 'shared'))).toMatch(/^(?!.*Share).*More.*Delete/);
  });

  it('splits what is too long, without losing a word', () => {
    const items = Array.from({ length: 400 }, (_, index) => `item-${index}`);
    const blocks = render({ type: 'list', title: 'All', ordered: false, items });
    expect(blocks.length).toBeGreaterThan(1);
    expect(blockFaults(blocks, 'message', check)).toEqual([]);
    for (const item of items) expect(JSON.stringify(blocks)).toContain(`• ${item}`);
  });

  it('says so where a card has more blocks than a message', () => {
    const texts = Array.from({ length: 60 }, (): Block => ({ type: 'text', text: 'x' }));
    const { blocks } = cardMessage(
      card(...texts, { type: 'actions', items: [{ type: 'ask', label: 'More', ask }] }),
      frame(),
    );
    expect(blocks).toHaveLength(LIMITS.messageBlocks.max - 1);
    expect(JSON.stringify(blocks.slice(-2))).toMatch(/more than fits.*More/);
  });

  it('names who shared a card', () => {
    expect(JSON.stringify(sharedMessage(card(), frame('shared')).blocks)).toContain('Shared by <@U0ENGLISH>');
  });
});

describe('the text beside the blocks', () => {
  it('opens with the title and holds what the blocks say', () => {
    const block: Block = { type: 'list', title: 'Causes', ordered: true, items: ['one', 'two'] };
    expect(toFallbackText(card({ type: 'heading', text: 'Title', subtitle: 'sub' }, block))).toBe(
      'Title\nsub\nCauses\n1. one\n2. two',
    );
  });

  it('holds the lines of a log as code, which nothing in them leaves', () => {
    const code: Block = { type: 'code', text: 'GET /a_b_c *x* `y` <!here> :wave: 502\n\n> 503' };
    expect(toFallbackText(card(code))).toBe('Title\n`GET /a_b_c *x* ʼyʼ &lt;!here&gt; :wave: 502`\n\n`&gt; 503`');
  });

  it('closes code where it is shortened', () => {
    const text = toFallbackText(card({ type: 'code', text: 'x'.repeat(5_000) }));
    expect(text).toMatch(/^Title\n`x+`…$/);
    expect(text.length).toBeLessThanOrEqual(LIMITS.messageText.max);
  });

  it('is shortened visibly', () => {
    const text = toFallbackText(card({ type: 'text', text: 'long <words> '.repeat(1000) }));
    expect(text.length).toBeLessThanOrEqual(LIMITS.messageText.max);
    expect(text).toMatch(/…$/);
  });
});

describe('escaping', () => {
  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U123> & <https://x|y>', '&lt;@U123&gt; &amp; &lt;https://x|y&gt;'],
    ['*bold* ~gone~ _it_ snake_case', '∗bold∗ ∼gone∼ ˍitˍ snake_case'],
    ['`a<b` *x*', '`a&lt;b` ∗x∗'],
    ['an odd ` tick', 'an odd ʼ tick'],
    [':warning: at 12:30', '։warning: at 12:30'],
    ['> quoted', '› quoted'],
    ['网关 `Retry-After` 超时', '网关 `Retry-After` 超时'],
  ])('%s', (text, mrkdwn) => {
    expect(toMrkdwn(text)).toBe(mrkdwn);
  });

  it('leaves nothing that Slack reads as markup in plain text', () => {
    expect(escapeText('a & <b>')).toBe('a &amp; &lt;b&gt;');
    expect(toLink('https://x', 'a\nb')).toBe('<https://x|a b>');
  });

  it('lets nothing out of code', () => {
    expect(codeText('a` *b* <!here> & c')).toBe('aʼ *b* &lt;!here&gt; &amp; c');
  });

  it('takes a sign of code that is not closed in its line as a sign', () => {
    expect(toMrkdwn('a `b\n*c*` d')).toBe('a ʼb\n∗c∗ʼ d');
  });
});

describe('splitting', () => {
  it.each([
    ['between lines', `${'a'.repeat(60)}\n${'b'.repeat(60)}`, ['a'.repeat(60), 'b'.repeat(60)]],
    ['between words', `${'a'.repeat(70)} ${'b'.repeat(60)}`, ['a'.repeat(70), 'b'.repeat(60)]],
    ['before a code span', `${'a'.repeat(90)}\`${'b'.repeat(20)}\``, ['a'.repeat(90), `\`${'b'.repeat(20)}\``]],
    ['before an escaped character', `${'a'.repeat(98)}&amp;b`, ['a'.repeat(98), '&amp;b']],
    ['before a surrogate pair', `${'a'.repeat(99)}😀`, ['a'.repeat(99), '😀']],
    ['before a flag', `${'🇩🇪'.repeat(24)}aa🇩🇪`, [`${'🇩🇪'.repeat(24)}aa`, '🇩🇪']],
    [
      'before a character with its marks',
      `${'a'.repeat(97)}e\u0301\u0301\u0301`,
      ['a'.repeat(97), 'e\u0301\u0301\u0301'],
    ],
    [
      'before a link',
      `${'a'.repeat(60)} <https://x.example/y|some words ${'b'.repeat(30)}>`,
      ['a'.repeat(60), `<https://x.example/y|some words ${'b'.repeat(30)}>`],
    ],
    [
      'inside code that is too long, as code',
      `\`${'a'.repeat(150)}\` b`,
      [`\`${'a'.repeat(98)}\``, `\`${'a'.repeat(52)}\` b`],
    ],
    ['inside a pile of marks', `e${'\u0301'.repeat(120)}`, [`e${'\u0301'.repeat(98)}`, '\u0301'.repeat(22)]],
    ['without parts of nothing', `${' '.repeat(250)}a${' '.repeat(250)}`, ['a']],
  ])('%s', (_, text, parts) => {
    expect(splitText(text, 100)).toEqual(parts);
  });

  it('loses nothing but space, and stays within the limit', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '`',
      '`code`',
      '&amp;',
      '<https://x|y z>',
      '😀',
      '🇩🇪',
      'e\u0301',
      '。',
      'word ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), fc.integer({ min: 20, max: 100 }), (pieces, limit) => {
        const parts = splitText(pieces.join(''), limit);
        const bare = (text: string): string => text.replace(/[\s`]/g, '');
        expect(bare(parts.join(''))).toBe(bare(pieces.join('')));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part).toMatch(/\S/);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
