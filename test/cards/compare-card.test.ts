// The card that sets codes side by side, and the advice on pairs that people confuse.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { ask, core } from '../core-under-test.ts';

const DEMANDED = [
  ['401', '403'],
  ['403', '404'],
  ['404', '410'],
  ['400', '422'],
  ['301', '302'],
  ['302', '303'],
  ['302', '307'],
  ['301', '308'],
  ['307', '308'],
  ['502', '503'],
  ['502', '504'],
  ['503', '504'],
  ['499', '504'],
  ['408', '504'],
  ['200', '204'],
  ['201', '202'],
  ['409', '412'],
  ['412', '428'],
  ['413', '431'],
  ['406', '415'],
  ['429', '503'],
  ['444', '499'],
  ['500', '502'],
  ['405', '501'],
] as const;

/** Longer advice is not read during an incident. */
const MAX_LENGTH: Record<string, number> = { en: 240, 'zh-CN': 110 };
const MAX_SENTENCES = 2;

function adviceOf(locale: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../locales/${locale}/compare.json`, import.meta.url), 'utf8'));
}

/** The sentences under “Which one”. */
function shown(answer: Answer): string[] {
  const title = core.translate(answer.locale)('compare.advice');
  return answer.card.blocks.flatMap((block) => (block.type === 'list' && block.title === title ? block.items : []));
}

function table(answer: Answer): { columns: string[]; rows: Record<string, string[]> } | undefined {
  const block = answer.card.blocks.find(({ type }) => type === 'table');
  if (block?.type !== 'table') return undefined;
  return {
    columns: block.columns,
    rows: Object.fromEntries(block.rows.map(([label = '', ...cells]) => [label, cells])),
  };
}

const codesOf = (pair: string): [string, string] => pair.split('-') as [string, string];

describe.each(core.locales)('advice in %s', (locale) => {
  const advice = adviceOf(locale);
  const pairs = Object.keys(advice);

  it.each(DEMANDED)('says which of %s and %s', (first, second) => {
    expect(advice[`${first}-${second}`], `write it in locales/${locale}/compare.json`).toBeTruthy();
  });

  it('is about the pairs of every other language', () => {
    expect(pairs, 'add or remove the pair').toEqual(Object.keys(adviceOf('en')));
  });

  it('has each pair in ascending order, and the pairs too', () => {
    const wrong = pairs.filter((pair) => Number(codesOf(pair)[0]) >= Number(codesOf(pair)[1]));
    expect(wrong, 'put the lower code first').toEqual([]);
    const place = (pair: string): number => Number(codesOf(pair)[0]) * 10_000 + Number(codesOf(pair)[1]);
    expect(pairs, 'move the pair to its place').toEqual(pairs.toSorted((a, b) => place(a) - place(b)));
  });

  it('fits in a glance', () => {
    const long = pairs.filter((pair) => (advice[pair]?.length ?? 0) > (MAX_LENGTH[locale] ?? 0));
    expect(long, `shorten it to ${MAX_LENGTH[locale]} characters`).toEqual([]);
    const sentences = (text: string): number =>
      text
        .replace(/`[^`]*`/g, 'code')
        .split(/[.?!](?=\s|$)|[。？！]/)
        .filter((part) => part.trim() !== '').length;
    const many = pairs.filter((pair) => sentences(advice[pair] ?? '') > MAX_SENTENCES);
    expect(many, `say it in ${MAX_SENTENCES} sentences`).toEqual([]);
  });

  it('names both codes, since several stand in one list', () => {
    const silent = pairs.filter((pair) => !codesOf(pair).every((code) => advice[pair]?.includes(code)));
    expect(silent, 'name the code that is missing').toEqual([]);
  });

  it('says nothing twice', () => {
    const texts = Object.values(advice);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it.each(pairs)('reaches the card of %s', (pair) => {
    const [first, second] = codesOf(pair);
    const answer = ask(`${first} vs ${second}`, locale);
    expect(answer.kind, 'both must be codes of the dataset').toBe('compare');
    expect(shown(answer)).toEqual([advice[pair]]);
  });
});

describe('the comparison', () => {
  it('shows which to use, then the differences, then each code', () => {
    const { card } = ask('301 302 307 308');
    expect(card.blocks.map((block) => (block.type === 'list' ? block.title : block.type))).toEqual([
      'heading',
      'Telling them apart',
      'table',
      'Each in a sentence',
      'actions',
    ]);
  });

  it('leaves out the rows in which the codes agree', () => {
    const { columns, rows } = table(ask('301 vs 308')) ?? {};
    expect(columns).toEqual(['', '301', '308']);
    expect(rows).toEqual({ 'Method on redirect': ['POST may turn into GET', 'stays the same'] });
  });

  it('has no table where the codes agree in everything', () => {
    expect(table(ask('502 vs 504'))).toBeUndefined();
  });

  it('puts who sends it first and the header fields last', () => {
    expect(Object.keys(table(ask('200 303 502 511'))?.rows ?? {})).toEqual([
      'Sent by',
      'Fault lies with',
      'Retry',
      'Cacheable',
      'Method on redirect',
      'Header fields',
    ]);
  });

  it('names only the header fields that not all of the codes have', () => {
    expect(table(ask('206 vs 304'))?.rows['Header fields']).toEqual(['`Content-Range`, `Content-Type`', '–']);
    expect(table(ask('413 503 404'))?.rows['Header fields']).toEqual(['`Retry-After`', '`Retry-After`', '–']);
  });

  it('shows that there are more header fields than the cell holds', () => {
    expect(table(ask('301 vs 304'))?.rows['Header fields']?.[1]).toMatch(/, …$/);
  });

  it('leaves a dash where a vendor says nothing about caching', () => {
    expect(table(ask('nginx 499 vs 504'))?.rows.Cacheable).toEqual(['–', 'only with explicit freshness']);
  });

  it.each(core.locales)('gives the same advice in either order in %s', (locale) => {
    expect(shown(ask('504 vs 502', locale))).toEqual(shown(ask('502 vs 504', locale)));
    expect(shown(ask('308 301 307 302', locale))).toEqual(shown(ask('301 302 307 308', locale)));
  });

  it('takes the pairs of neighbours first, so that four codes all get advice', () => {
    const advice = adviceOf('en');
    expect(shown(ask('301 302 307 308'))).toEqual(
      ['301-302', '302-307', '307-308'].map((pair) => `${pair.replace('-', ' / ')}: ${advice[pair]}`),
    );
  });

  it.each(core.locales)('sets five codes side by side, with three pieces of advice at most, in %s', (locale) => {
    const answer = ask('404 403 401 410 405', locale);
    expect(answer.ids).toEqual(['404', '403', '401', '410', '405'].map((code) => `standard:${code}`));
    expect(table(answer)?.columns).toEqual(['', '404', '403', '401', '410', '405']);
    expect(shown(answer)).toHaveLength(3);
  });

  it('leaves out who sends them where any hop may send one of them', () => {
    expect(table(ask('404 vs 410'))?.rows ?? {}).not.toHaveProperty('Sent by');
  });

  it('is offered only where it says more than the cards do', () => {
    const buttons = JSON.stringify(ask('cloudflare 1000').card.blocks);
    expect(buttons).not.toContain('Compare with');
    expect(JSON.stringify(ask('502').card.blocks)).toContain('Compare with 504');
  });

  it('gives no advice where nobody wrote any', () => {
    expect(shown(ask('200 vs 503'))).toEqual([]);
    expect(shown(ask('403.14 vs 404'))).toEqual([]);
  });

  it("keeps the advice on nginx's 499 from another vendor's", () => {
    expect(shown(ask('nginx 499 vs 504'))).toHaveLength(1);
    expect(shown(ask('esri 499 vs 504'))).toEqual([]);
  });
});
