// Work grows with the length of what comes from outside, and not faster: twice the text, twice the work.
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, Card } from '#core';
import { toMrkdwn } from '../../adapters/slack/escape.ts';
import { toFallbackText } from '../../adapters/slack/fallback.ts';
import { boundedText, messageText } from '../../adapters/slack/message-text.ts';
import { cardMessage } from '../../adapters/slack/messages.ts';
import { plainText } from '../../adapters/slack/plain-text.ts';
import { splitText } from '../../adapters/slack/split-text.ts';
import { core } from '../core-under-test.ts';
import { countCharacters } from './count-characters.ts';
import { countSteps } from './count-steps.ts';

const folder = resolve(import.meta.dirname, '../../adapters/slack');
const LITERAL =
  /(?<=[(,=:[!&|?{};\n]\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*(?=[\s.,;)\]}:])/g;

/** Every regular expression of the adapter, with where it stands. */
const patterns = globSync('*.ts', { cwd: folder }).flatMap((file) => {
  const code = readFileSync(resolve(folder, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return [...code.matchAll(LITERAL)].map(([literal]) => {
    const end = literal.lastIndexOf('/');
    return [`${file} ${literal}`, new RegExp(literal.slice(1, end), literal.slice(end + 1))] as const;
  });
});

/** What is repeated, and what goes before and after it: signs that patterns begin, go on and end with. */
const SIGNS = [
  '<',
  '>',
  '|',
  '@',
  '<@',
  '<#',
  '<a',
  '`',
  '``',
  '`a',
  '&',
  '&a',
  '&lt',
  ':',
  ':a',
  '_',
  'a_',
  '*',
  '~',
  ' ',
  '\n',
  '\r',
  '\u2028',
  '\n ',
  '\n>',
  ' >',
  'a',
  '1',
  '1.',
  '.',
  'A',
  'é',
  '"',
  '😀',
  '\u0301',
  'e\u0301',
  '🇩🇪',
];
const AROUND = ['', '<', '`', '&', ':', '\n'];
const attacks = (length: number): string[] =>
  SIGNS.flatMap((sign) => AROUND.map((before) => before + sign.repeat(Math.ceil(length / sign.length))));

describe('regular expressions', () => {
  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(15);
  });

  it('are counted as they match', () => {
    expect(countSteps(/^(\s*)>/gm, '\n'.repeat(400)) / countSteps(/^(\s*)>/gm, '\n'.repeat(200))).toBeGreaterThan(3.5);
    expect(countSteps(/<([^<>]*)>/g, '<'.repeat(400)) / countSteps(/<([^<>]*)>/g, '<'.repeat(200))).toBeLessThan(2.1);
  });

  it.each(patterns)('%s takes twice as many steps for twice the text', (_, pattern) => {
    const long = attacks(400);
    attacks(200).forEach((text, index) => {
      const [once, twice] = [countSteps(pattern, text), countSteps(pattern, long[index] ?? '')];
      expect(twice, JSON.stringify(text.slice(0, 20))).toBeLessThanOrEqual(2.2 * once + 50);
    });
  });
});

const card = (block: Block): Card => ({ tone: 5, title: 'Title', blocks: [block] });
const render = (block: Block): unknown => {
  const whole = card(block);
  return cardMessage(whole, { surface: 'private', owner: 'U1', t: core.translate('en') });
};
const ask = { query: '502', detail: 'compact', locale: 'en' } as const;

describe('texts', () => {
  it.each<[string, (text: string) => unknown]>([
    ['Slack markup → text', plainText],
    ['prose → mrkdwn', toMrkdwn],
    ['prose in code → mrkdwn', (text) => toMrkdwn(`\`${text}\``)],
    ['splitting', (text) => splitText(text, 3000)],
    ['splitting code', (text) => splitText(`\`${text.replaceAll('`', '')}\``, 3000)],
    ['the fallback', (text) => toFallbackText(card({ type: 'text', text }))],
    ['the fallback of code', (text) => toFallbackText(card({ type: 'code', text }))],
    ['a heading', (text) => render({ type: 'heading', text, subtitle: text })],
    ['a list', (text) => render({ type: 'list', title: text, ordered: true, items: [text, text] })],
    ['a table', (text) => render({ type: 'table', columns: ['', text], rows: [[text, text]] })],
    ['facts', (text) => render({ type: 'facts', title: text, items: [{ label: text, value: text }] })],
    ['code', (text) => render({ type: 'code', text })],
    ['a button', (text) => render({ type: 'actions', items: [{ type: 'ask', label: text, ask }] })],
    [
      'a menu',
      (text) =>
        render({
          type: 'actions',
          items: [{ type: 'menu', label: text, options: [{ label: text, description: text, ask }] }],
        }),
    ],
  ])('%s: twice the text is twice the work', (_, work) => {
    const long = attacks(20_000);
    attacks(10_000).forEach((text, index) => {
      const [once, twice] = [text, long[index] ?? ''].map((one) => countCharacters(() => work(one)));
      expect(twice, JSON.stringify(text.slice(0, 20))).toBeLessThanOrEqual(2.3 * (once ?? 0) + 20_000);
    });
  });
});

describe('the text of a message', () => {
  const rich = (text: string) => ({
    blocks: [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [...(text.match(/[\s\S]{1,100}/g) ?? [])].map((piece) => ({ type: 'text', text: piece })),
          },
        ],
      },
    ],
  });
  const attachments = (text: string) => ({
    attachments: [{ text }, { fallback: text }, { fields: [{ title: text }] }],
  });

  it.each([
    ['one text', (text: string) => ({ text })],
    ['rich text in pieces', rich],
    ['attachments', attachments],
  ])('%s: twice the text is twice the work', (_, message) => {
    const long = attacks(20_000);
    attacks(10_000).forEach((text, index) => {
      const [once, twice] = [text, long[index] ?? ''].map((one) => {
        const given = message(one);
        return countCharacters(() => messageText(given));
      });
      expect(twice, JSON.stringify(text.slice(0, 20))).toBeLessThanOrEqual(2.3 * (once ?? 0) + 1_000);
    });
  });

  it.each([
    ['one text', (text: string) => ({ text })],
    ['rich text in pieces', rich],
    ['attachments', attachments],
  ])('%s: is read up to 40,000 characters, and it is known that there was more', (_, message) => {
    const { text, isWhole } = messageText(message('502 '.repeat(250_000)));
    expect(text.length).toBeLessThanOrEqual(40_100);
    expect(isWhole).toBe(false);
    expect(messageText(message('502 '.repeat(2_000))).isWhole).toBe(true);
  });

  it('made of very many pieces is read as far as Slack goes itself', () => {
    const pieces = (count: number) => Array.from({ length: count }, () => ({ type: 'text', text: '' }));
    const message = (count: number) => ({ blocks: [{ type: 'section', elements: pieces(count) }] });
    expect(messageText(message(10_000))).toEqual({ text: '', isWhole: true });
    expect(messageText(message(100_000)).isWhole).toBe(false);
  });

  it('is cut between characters', () => {
    expect(boundedText('😀'.repeat(30_000)).isWellFormed()).toBe(true);
    expect(boundedText(`a${'😀'.repeat(30_000)}`)).toHaveLength(39_999);
    expect(boundedText(undefined)).toBe('');
  });

  it('nested a thousand times is no more work than nested as deep as Slack allows', () => {
    const nested = (depth: number): unknown => {
      let node: unknown = { type: 'text', text: '502' };
      for (let level = 0; level < depth; level += 1) node = { type: 'section', elements: [node] };
      return node;
    };
    expect(messageText({ blocks: [nested(3)] }).text).toBe('502');
    expect(messageText({ blocks: [nested(1_000)] }).text).toBe('');
    expect(messageText({ blocks: [nested(100_000)] }).text).toBe('');
  });
});
