// Completions while somebody types.
import { describe, expect, it } from 'vitest';
import { ask, core } from '../core-under-test.ts';

const queries = (prefix: string, locale = 'en', limit = 25): string[] =>
  core.suggest(prefix, locale, limit).map(({ query }) => query);

it.each([
  ['gat', '504'],
  ['gateway t', '504'],
  ['网关', '504'],
  ['超', '504'],
  ['too man', '429'],
  ['t', '429'],
  ['登录', '401'],
  ['wangguanch', '504'],
  ['50', '502'],
  ['403.1', '403.14'],
  ['４', '404'],
  ['ngi', 'nginx'],
  ['腾讯', 'tencent-cdn'],
  ['4', '4xx'],
  ['4x', '4xx'],
  ['5**', '5xx'],
  ['cloudflare 52', 'cloudflare:522'],
  ['iis 404.1', '404.13'],
])('%s offers %s', (prefix, query) => {
  expect(queries(prefix)).toContain(query);
});

it.each([
  ['gateway t', '504'],
  ['网关超', '504'],
  ['502', '502'],
  ['50', '502'],
  ['4x', '4xx'],
  ['ngi', 'nginx'],
  ['token ex', '401'],
])('%s offers %s first', (prefix, query) => {
  expect(queries(prefix)[0]).toBe(query);
});

it('offers what is asked most before anything is typed', () => {
  expect(queries('', 'en', 4)).toEqual(['502', '504', '503', '500']);
  expect(queries('  ', 'zh-CN', 25)).toHaveLength(25);
});

it('offers nothing for nonsense', () => {
  expect(queries('zzzzzz')).toEqual([]);
});

it('looks at no more than anybody types', () => {
  expect(queries(`${'x'.repeat(200)} 502`)).toEqual([]);
  expect(queries(`502${' '.repeat(200)}gateway`)).toEqual(queries('502'));
});

it('speaks the language of the reader', () => {
  expect(core.suggest('504', 'en', 1)[0]?.label).toBe('504 Gateway Timeout');
  expect(core.suggest('504', 'zh-CN', 1)[0]?.label).toBe('504 Gateway Timeout · 网关超时');
  expect(core.suggest('nginx', 'en', 1)[0]?.label).toBe('nginx: all codes');
  expect(core.suggest('nginx', 'zh-CN', 1)[0]?.label).toBe('nginx：全部状态码');
});

describe.each(['en', 'zh-CN'])('every suggestion in %s', (locale) => {
  const prefixes = [
    '',
    '4',
    '49',
    '499',
    '40',
    '1',
    'i',
    'c',
    'cl',
    'ssl',
    'token',
    '超',
    '证书',
    'https',
    'iis ',
    'iis 5',
  ];

  it.each(prefixes)('for “%s” is short, stands once, and leads to an answer', (prefix) => {
    const offered = core.suggest(prefix, locale, 25);
    expect(offered.length).toBeGreaterThan(0);
    expect(new Set(offered.map(({ query }) => query)).size).toBe(offered.length);
    for (const { query, label } of offered) {
      expect(label.length).toBeLessThanOrEqual(100);
      expect(['none', 'invalid', 'help'], query).not.toContain(ask(query, locale).kind);
    }
  });

  it('keeps to the limit', () => {
    expect(core.suggest('4', locale, 3)).toHaveLength(3);
  });
});
