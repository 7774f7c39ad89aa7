// Text that wants to be more than text: through the core and the renderer, onto every surface.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Frame } from '../../adapters/discord/actions.ts';
import { toChoices } from '../../adapters/discord/commands.ts';
import { escapeCode, escapeProse, escapeText, oneLine } from '../../adapters/discord/escape.ts';
import { fitLine } from '../../adapters/discord/fit-text.ts';
import { MAX_MESSAGE_TEXT, messageText } from '../../adapters/discord/message-text.ts';
import { toComponents } from '../../adapters/discord/render.ts';
import { searchWindow } from '../../adapters/discord/search-window.ts';
import { flatten, messageFaults } from '../../playground/pretend-discord/message-rules.ts';
import { SCHEMAS, schemaFaults } from '../../playground/pretend-discord/schema.ts';
import type { Card } from '../../src/index.ts';
import { anyText } from './any-text.ts';
import { core } from './conversation.ts';

const OWNER = '1234567890123456789';

/** Everything that has ever meant something to somebody. */
const spice = fc.constantFrom(
  ...['<@123456789012345678>', '<@&1>', '<#1>', '<:a:1>', '<t:1>', '</a:1>', '<id:guide>', '@everyone', '@here'],
  ...[
    '[x](https://evil.example)',
    '<https://evil.example>',
    'https://evil.example',
    'http://e',
    'discord://x',
    '](',
    '[[',
  ],
  ...[
    '`',
    '``',
    '```',
    '```js\n',
    '\\',
    '\\\\',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '# ',
    '\n# ',
    '-# ',
    '> ',
    '>>> ',
    '1. ',
  ],
  ...['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u009b31m', '\r', '\u2028', '\u2029', '\u0085', '\ufeff'],
  ...['\u202e', '\u202a', '\u2066', '\u2069', '\u200f', '\u200b', '\u200d', '\u2060', '\u00ad'],
  ...[
    '\ud83c',
    '\udde8',
    '🇨🇳',
    '🇨',
    '👩‍👩‍👧‍👦',
    'e\u0301',
    `a${'\u0301'.repeat(300)}`,
    '\u{e0041}',
    '\ufffd',
    '网关',
    '５０２',
  ],
  ...[
    '502',
    'HTTP 502',
    '404',
    'nginx 499',
    '4xx',
    '502 vs 504',
    'status=503',
    '|',
    '{',
    '"',
    ' ',
    '\n',
    '\t',
    '   \n  ',
  ],
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: spice }, { weight: 1, arbitrary: anyText(8) }), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

const frames: readonly Omit<Frame, 't'>[] = [
  { surface: 'private', owner: OWNER },
  { surface: 'direct', owner: OWNER },
  { surface: 'public', owner: OWNER },
  { surface: 'public', owner: OWNER, sharedBy: OWNER },
];

/** What is left when everything that Discord shows literally is gone: code, and what a backslash makes plain. */
function live(markdown: string): string {
  return markdown.replace(/```[\s\S]*?```|`[^`\n]+`|\\[^\p{L}\p{N}\s]/gu, '');
}

/** Our own links, and the mention of whoever shared it. */
const OURS = /\]\(<https:\/\/[^<>()\s]+>\)|<@1234567890123456789>/g;
const EFFECT = /<[@#:/ati]|@everyone|@here|\]\(|\w:\/\/|\|\|/u;

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** What must never leave us. */
function faultsOf(card: Card, frame: Frame): string[] {
  const components = toComponents(card, frame);
  const body = { components, flags: 1 << 15 };
  const shown = flatten(components as never).flatMap(({ content }) => content ?? []);
  return [
    ...schemaFaults(SCHEMAS.followUp, body),
    ...messageFaults(body as never),
    ...strings(components)
      .filter((one) => !one.isWellFormed() || /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(one.replaceAll('\n', '')))
      .map((one) => `not clean: ${JSON.stringify(one)}`),
    ...shown
      .filter((one) => EFFECT.test(live(one.replace(OURS, ''))))
      .map((one) => `has an effect: ${JSON.stringify(one)}`),
  ];
}

describe('any text, asked or explained', () => {
  it.each(core.locales)('keeps every limit and has no effect, in %s', (locale) => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('question', 'message'),
        fc.constantFrom('compact', 'full'),
        (said, as, detail) => {
          const { card } = core.answer({ text: said, locale, as, detail } as never);
          for (const frame of frames)
            expect(faultsOf(card, { ...frame, t: core.translate(locale), notes: [said.slice(0, 200)] })).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('any text, typed where it is completed or searched', () => {
  it('is offered and opens windows within every limit', () => {
    const t = core.translate('en');
    fc.assert(
      fc.property(text, (said) => {
        const { card } = core.answer({ text: said, locale: 'en' });
        const searches = card.blocks.flatMap((block) => (block.type === 'actions' ? block.items : []));
        const windows = searches.flatMap((action) =>
          action.type === 'search' ? [searchWindow({ verb: 'search', ask: action.ask, owner: OWNER }, t)] : [],
        );
        for (const window of windows) expect(schemaFaults(SCHEMAS.modal, { type: 9, data: window })).toEqual([]);
        expect(strings(windows).filter((one) => !one.isWellFormed() || /\p{Cc}/u.test(one))).toEqual([]);
        const choices = toChoices(core.suggest(said, 'en', 25));
        expect(schemaFaults(SCHEMAS.choices, { type: 8, data: { choices } })).toEqual([]);
        expect(strings(choices).filter((one) => !one.isWellFormed() || /\p{Cc}/u.test(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('work', () => {
  /** How much text was looked at for where its characters end. */
  function segmented(work: () => unknown): number {
    const spy = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    work();
    const sum = spy.mock.calls.reduce((total, [{ length }]) => total + length, 0);
    spy.mockRestore();
    return sum;
  }

  it.each([`a${'\u0301'.repeat(1_000)}`, '\u0301', '🇨🇳', '👩‍👩‍👧‍👦', '\ud83c', 'a ', '`', '`a', '`a` '])(
    'to shorten a line does not grow with the line: %.20j',
    (unit) => {
      const line = (count: number): string => unit.repeat(Math.ceil(count / unit.length));
      const once = segmented(() => fitLine(line(20_000)));
      expect(segmented(() => fitLine(line(40_000)))).toBe(once);
      expect(once).toBeLessThanOrEqual(2_500);
      expect(fitLine(line(40_000)).length).toBeLessThanOrEqual(1_201);
    },
  );

  it('to read a message ends where enough has been read', () => {
    let reads = 0;
    const embed = {
      get data() {
        reads += 1;
        return { title: 'x'.repeat(1_000), fields: [null, { name: 7 }] };
      },
    };
    const readsOf = (count: number): number => {
      reads = 0;
      expect(textOf({ embeds: Array(count).fill(embed) }).length).toBeLessThanOrEqual(MAX_MESSAGE_TEXT);
      return reads;
    };
    expect(readsOf(1_000)).toBe(readsOf(500));
  });

  it('to read components is one step for each, however deep they stand', () => {
    const depth = 20_000;
    let deep: object = { type: 10, content: 'HTTP 502' };
    for (let level = 0; level < depth; level += 1) deep = { type: 17, components: [deep, null, 7] };
    expect(textOf({ components: [{ toJSON: () => deep }] })).toBe('HTTP 502');
    const wide = { type: 17, components: Array(300_000).fill({ type: 10, content: 'x' }) };
    expect(textOf({ components: [{ toJSON: () => wide }] }).length).toBeLessThanOrEqual(MAX_MESSAGE_TEXT);
  });

  // Where every character is looked at once for each other one, these take half a minute each.
  it.each(['\n', ' ', '\u2028', '\r', ' \n', '\t', '`', '``', '`a', '\\', '<', '1', '#', '-', ':', '://', '*'])(
    'to make a text plain grows no faster than the text: %j',
    (unit) => {
      const much = `x${unit.repeat(400_000 / unit.length)}x`;
      for (const plain of [escapeText, escapeProse, escapeCode, oneLine, fitLine])
        expect(plain(much).length).toBeLessThanOrEqual(much.length * 2);
    },
  );

  it.each(['\u0301', '<', '`', '🇨🇳', ' ', '502 ', 'HTTP 502\n', '\u202e'])(
    'to answer a megabyte ends in a card like any other: %j',
    (unit) => {
      const said = unit.repeat(1_000_000 / unit.length);
      for (const as of ['question', 'message'] as const) {
        const { card } = core.answer({ text: said.slice(0, MAX_MESSAGE_TEXT), locale: 'en', as });
        expect(faultsOf(card, { surface: 'private', owner: OWNER, t: core.translate('en') })).toEqual([]);
      }
    },
  );
});

/** What is read of a message with these parts. */
function textOf(parts: object): string {
  return messageText({ content: '', embeds: [], components: [], messageSnapshots: null, ...parts } as never);
}
