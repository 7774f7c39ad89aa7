import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../adapters/discord/actions.ts';
import { escapeCode, escapeProse, escapeText, escapeUrl } from '../../adapters/discord/escape.ts';
import { fitLine } from '../../adapters/discord/fit-text.ts';
import { LIMITS } from '../../adapters/discord/limits.ts';
import { toComponents, toNotice } from '../../adapters/discord/render.ts';
import { flatten, messageFaults } from '../../playground/pretend-discord/message-rules.ts';
import { SCHEMAS, schemaFaults } from '../../playground/pretend-discord/schema.ts';
import { type Action, type Ask, type Block, type Card, fitUnits } from '../../src/index.ts';
import { core } from './conversation.ts';

const OWNER = '1234567890123456789';
const frame: Frame = { surface: 'private', owner: OWNER, t: core.translate('en') };
const ask = (query: string): Ask => ({ query, detail: 'compact', locale: 'en' });
const cardOf = (...blocks: Block[]): Card => ({ tone: 5, title: 'x', blocks });

function texts(card: Card, within: Frame = frame): string {
  return flatten(toComponents(card, within) as never)
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}

function faults(card: Card, within: Frame = frame): string[] {
  const body = { components: toComponents(card, within), flags: 1 << 15 };
  return [...schemaFaults(SCHEMAS.followUp, body), ...messageFaults(body as never)];
}

describe('a block', () => {
  it.each<[string, Block, string]>([
    [
      'heading',
      { type: 'heading', text: '502 Bad *Gateway*', subtitle: 'RFC `9110`' },
      '## 502 Bad \\*Gateway\\*\n-# RFC `9110`',
    ],
    ['heading of two lines', { type: 'heading', text: 'a\nb' }, '## a b'],
    ['text', { type: 'text', text: 'one `two` _three_\n# four' }, 'one `two` \\_three\\_\n\\# four'],
    ['list', { type: 'list', title: 'T', ordered: false, items: ['a', 'b\nc'] }, '**T**\n- a\n- b c'],
    ['ordered list', { type: 'list', title: 'T', ordered: true, items: ['a', 'b'] }, '**T**\n1. a\n2. b'],
    ['facts', { type: 'facts', title: 'F', items: [{ label: 'L', value: 'v' }] }, '**F**\n- **L** v'],
    ['facts without a title', { type: 'facts', items: [{ label: 'L', value: 'v' }] }, '- **L** v'],
    ['table', { type: 'table', columns: ['', '1', '2'], rows: [['L', 'a', 'b']] }, '**L** · **1** a · **2** b'],
    [
      'table of long cells',
      { type: 'table', columns: ['', '1', '2'], rows: [['L', 'a'.repeat(40), 'b']] },
      `**L**\n- **1** ${'a'.repeat(40)}\n- **2** b`,
    ],
    ['code', { type: 'code', text: 'a ``` b' }, '```\na `\u200b`` b\n```'],
    [
      'links',
      { type: 'links', title: 'S', items: [{ label: 'R [1]', url: 'https://example.com/a(b)' }] },
      '**S**\n- [R \\[1\\]](<https://example.com/a(b%29>)',
    ],
    [
      'link that is not https',
      { type: 'links', title: 'S', items: [{ label: 'R', url: 'http://example.com' }] },
      '**S**\n- R: http\\://example.com',
    ],
    ['note', { type: 'note', text: 'a\nb' }, '-# a\n-# b'],
  ])('%s', (_, block, expected) => {
    expect(texts(cardOf(block))).toBe(expected);
    expect(faults(cardOf(block))).toEqual([]);
  });
});

describe('actions', () => {
  const rowsOf = (items: Action[], within = frame) =>
    flatten(toComponents(cardOf({ type: 'text', text: 'x' }, { type: 'actions', items }), within) as never);

  it('have one primary button: the one that says so, else Share', () => {
    const share: Action = { type: 'share', label: 'Share', ask: ask('502') };
    const styles = (items: Action[]) => rowsOf(items).flatMap(({ label, style }) => (style === 1 ? label : []));
    expect(styles([{ type: 'ask', label: 'A', ask: ask('1') }, share])).toEqual(['Share']);
    expect(
      styles([
        share,
        { type: 'ask', label: 'A', ask: ask('1'), primary: true },
        { type: 'ask', label: 'B', ask: ask('2'), primary: true },
      ]),
    ).toEqual(['A']);
  });

  it('that ask the same are one', () => {
    const items: Action[] = [
      { type: 'ask', label: 'A', ask: ask('1') },
      { type: 'ask', label: 'B', ask: ask('1') },
    ];
    expect(rowsOf(items).flatMap(({ label }) => label ?? [])).toEqual(['A']);
  });

  it('of a long menu become several menus', () => {
    const options = Array.from({ length: 60 }, (_, n) => ({ label: `L${n}`, ask: ask(`${n}`) }));
    const menus = rowsOf([{ type: 'menu', label: 'M', options }]).flatMap((one) =>
      one.options ? [one.options.length] : [],
    );
    expect(menus).toEqual([25, 25, 10]);
  });

  it('have labels that are shortened visibly', () => {
    const [label] = rowsOf([{ type: 'ask', label: '网'.repeat(90), ask: ask('1') }]).flatMap((one) => one.label ?? []);
    expect(label).toBe(`${'网'.repeat(LIMITS.shownLabel.max - 1)}…`);
  });
});

describe('a card that is too long', () => {
  const list = (length: number): Block => ({
    type: 'list',
    title: 'L',
    ordered: false,
    items: Array.from({ length: 30 }, () => 'x'.repeat(length)),
  });

  it('keeps whole lines, and says that something is missing', () => {
    const shown = texts(cardOf({ type: 'heading', text: 'H' }, list(300), { type: 'note', text: 'n' }));
    expect(shown.length).toBeLessThanOrEqual(LIMITS.text.max);
    expect(shown).toMatch(/^## H\n\*\*L\*\*\n(- x{300}\n)+-# Shortened/);
  });

  it('says nothing where everything fits', () => {
    expect(texts(cardOf(list(100)))).not.toContain('Shortened');
  });

  it('shortens one endless line outside its code', () => {
    expect(fitLine(`${'a'.repeat(1195)} \`code span\` b`)).toBe(`${'a'.repeat(1195)} …`);
    expect(
      faults(cardOf({ type: 'text', text: 'a'.repeat(9000) }, { type: 'code', text: 'b\n'.repeat(5000) })),
    ).toEqual([]);
  });

  it('closes a code block that it shortens', () => {
    expect(texts(cardOf({ type: 'code', text: 'line\n'.repeat(2000) }))).toMatch(/^```\n(line\n)+```\n-# Shortened/);
  });

  it('keeps within 40 components', () => {
    const blocks = Array.from({ length: 60 }, (_, n): Block => ({ type: 'text', text: `t${n}` }));
    const items = Array.from({ length: 25 }, (_, n): Action => ({ type: 'ask', label: `a${n}`, ask: ask(`${n}`) }));
    const card = cardOf(...blocks, { type: 'actions', items });
    expect(faults(card)).toEqual([]);
    for (let n = 0; n < 60; n += 1) expect(texts(card)).toContain(`t${n}`);
  });

  it('keeps every limit, whatever its blocks', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).map((text) => `w${text}`);
    const block = fc.oneof<fc.Arbitrary<Block>[]>(
      fc.record({ type: fc.constant('text' as const), text: word }),
      fc.record({ type: fc.constant('code' as const), text: word }),
      fc.record({
        type: fc.constant('list' as const),
        title: word,
        ordered: fc.boolean(),
        items: fc.array(word, { maxLength: 12 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 30 }), (blocks) => {
        expect(faults(cardOf(...blocks), { ...frame, surface: 'public', sharedBy: OWNER, notes: ['note'] })).toEqual(
          [],
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('text from outside', () => {
  it.each([
    ['<@123> <@&1> <#1> </a:1> <t:1> <:a:1> <id:guide>', /(?<!\\)</],
    ['@everyone @here', /(?<!\\)@/],
    ['[a](https://b) <https://c> https://d', /(?<!\\)\[|\w:\/\//],
    ['*a* _b_ ~~c~~ ||d|| \\*e', /(?<!\\)(?:\\\\)*[*_~|](?!\\)[a-e]/],
    ['# a\n## b\n-# c\n> d\n- e\n+ f\n* g\n1. h', /^(?:#|-|>|\+|\*|\d+\.)/m],
    ['502. a', /^\d+\./m],
    ['a\n  # b', /^\s*#/m],
    ['-# a', /^-/m],
    ['see http://a', /(?<!\\):\/\//],
    ['```js\nx\n```', /(?<!\\)`/],
    ['a\u202eb\u0007c', /[\u202e\p{Cc}]/u],
  ])('has no effect: %j', (text, effect) => {
    expect(escapeText(text)).not.toMatch(effect);
  });

  it('is unchanged to the eye', () => {
    const shown = (markdown: string): string => markdown.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(shown(escapeText(text))).toBe(text);
      }),
    );
  });

  it('stays code where prose says so, and nothing else is', () => {
    expect(escapeProse('a `b_*c` *d* `e')).toBe('a `b_*c` \\*d\\* \\`e');
    expect(escapeProse('`<@1>`')).toBe('`<@1>`');
  });

  it('does not end a code block or a link', () => {
    expect(escapeCode('a```b````c')).not.toContain('```');
    expect(escapeUrl('https://a/b) c>d')).toBe('https://a/b%29%20c%3ed');
  });

  it('is cut between characters, not inside them', () => {
    expect(fitUnits('👩‍👩‍👧‍👦'.repeat(20), 100).replaceAll('👩‍👩‍👧‍👦', '')).toBe('…');
  });

  it('in a private word names nobody but the one it is about', () => {
    expect(toNotice('<@1> or <@2>', '1')).toEqual([{ type: 10, content: '<@1> or \\<\\@2>' }]);
  });
});

const ids = ['data/standard.json', ...globSync('data/vendors/*.json')].flatMap((path) => {
  const { statuses } = JSON.parse(readFileSync(path, 'utf8')) as { statuses: { code: string }[] };
  const source = path.replace(/^.*\/|\.json$/g, '');
  return statuses.map(({ code }) => (source === 'standard' ? code : `${source}:${code}`));
});

describe('every record', () => {
  it.each(core.locales.flatMap((locale) => (['compact', 'full'] as const).map((detail) => [locale, detail] as const)))(
    'fits whole in %s, %s',
    (locale, detail) => {
      expect(ids.length).toBeGreaterThan(100);
      for (const id of ids) {
        const { card } = core.answer({ text: id, locale, detail });
        const t = core.translate(locale);
        for (const surface of ['private', 'direct', 'public'] as const) {
          const within: Frame = { surface, owner: OWNER, t, ...(surface === 'public' ? { sharedBy: OWNER } : {}) };
          expect(faults(card, within), `${id} ${surface}`).toEqual([]);
          expect(texts(card, within), `${id} ${surface}`).not.toContain(t('discord.shortened'));
        }
      }
    },
  );
});
