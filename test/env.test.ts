import { describe, expect, it } from 'vitest';
import type { Adapter } from '../adapters/adapter.ts';
import { exampleFile, readSettings, SettingsError } from '../adapters/env.ts';
import { adapters } from '../adapters/index.ts';

const locales = ['en', 'zh-CN'];
const pager: Adapter = {
  name: 'pager',
  variables: [
    { name: 'PAGER_TOKEN', purpose: 'Pager: the token', example: 'pg-…', pattern: /^pg-/ },
    { name: 'PAGER_SECRET', purpose: 'Pager over HTTP: the secret', example: 'abc' },
    { name: 'PAGER_SOCKET', purpose: 'Pager over a socket: its token', example: 'abc' },
    { name: 'PAGER_API_URL', purpose: 'another Pager API', example: 'http://127.0.0.1/' },
  ],
  configurations: [
    ['PAGER_TOKEN', 'PAGER_SECRET'],
    ['PAGER_TOKEN', 'PAGER_SOCKET'],
  ],
  start: () => Promise.reject(new Error('not started here')),
};

function problems(source: Record<string, string>): string {
  try {
    readSettings(source, [pager], locales);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}

describe('settings', () => {
  it('have defaults, and no platform without its variables', () => {
    expect(readSettings({}, [pager], locales)).toEqual({
      host: '127.0.0.1',
      port: 3000,
      defaultLocale: 'en',
      logLevel: 'info',
      platforms: [],
    });
  });

  it.each([[{ PAGER_TOKEN: 'pg-1', PAGER_SECRET: 'x' }], [{ PAGER_TOKEN: 'pg-1', PAGER_SOCKET: 'x' }]])(
    'start a platform with %j',
    (source) => {
      expect(readSettings(source, [pager], locales).platforms.map(({ adapter }) => adapter.name)).toEqual(['pager']);
    },
  );

  it.each(['zh', 'zh-CN', 'zh_CN.UTF-8'])('take %s as a language, as the command line does', (DEFAULT_LOCALE) => {
    expect(readSettings({ DEFAULT_LOCALE }, [pager], locales).defaultLocale).toBe('zh-CN');
  });

  it('hand a platform its own variables only', () => {
    const source = { PAGER_TOKEN: ' pg-1 ', PAGER_SECRET: 'x', PAGER_API_URL: '', HOME: '/root' };
    const [platform] = readSettings(source, [pager], locales).platforms;
    expect(platform?.env).toEqual({
      PAGER_TOKEN: 'pg-1',
      PAGER_SECRET: 'x',
      PAGER_SOCKET: undefined,
      PAGER_API_URL: undefined,
    });
  });

  it('do not start a platform for an address alone', () => {
    expect(readSettings({ PAGER_API_URL: 'http://127.0.0.1/' }, [pager], locales).platforms).toEqual([]);
  });
});

describe('a half-set platform', () => {
  it('is refused with every missing variable and what it is for', () => {
    const text = problems({ PAGER_TOKEN: 'pg-1' });
    expect(text).toContain('PAGER_SECRET is missing (or another of these): Pager over HTTP: the secret');
    expect(text).toContain('PAGER_SOCKET is missing (or another of these): Pager over a socket: its token');
  });

  it('misses only what its own way needs', () => {
    const text = problems({ PAGER_SECRET: 'x' });
    expect(text).toContain('PAGER_TOKEN is missing: Pager: the token');
    expect(text).not.toContain('PAGER_SOCKET');
  });
});

describe('malformed settings', () => {
  it('are all named at once, and no value is repeated', () => {
    const text = problems({
      PORT: 'http',
      LOG_LEVEL: 'loud',
      DEFAULT_LOCALE: 'fr',
      PAGER_TOKEN: 'secret-value',
      PAGER_SECRET: 'x',
    });
    for (const name of ['PORT', 'LOG_LEVEL', 'DEFAULT_LOCALE', 'PAGER_TOKEN']) expect(text).toContain(name);
    expect(text).not.toMatch(/secret-value|loud|\bfr\b/);
  });

  it.each(['\u200b', '\ufeff', '\u0007', '…', '令牌'])('include a character that no value has: %j', (character) => {
    const text = problems({ PAGER_TOKEN: `pg-${character}1`, PAGER_SECRET: `x${character}y` });
    expect(text).toContain('PAGER_TOKEN holds a character that does not belong there');
    expect(text).toContain('PAGER_SECRET holds a character that does not belong there');
    expect(text).not.toContain(character);
  });

  it('include a port that does not exist', () => {
    expect(problems({ PORT: '70000' })).toContain('PORT is at most 65535');
  });
});

it('declares for every platform the variables that its configurations name', () => {
  for (const { name, variables, configurations } of adapters)
    for (const variable of configurations.flat())
      expect(
        variables.map((one) => one.name),
        name,
      ).toContain(variable);
});

it('writes an example file with every variable commented out', () => {
  const text = exampleFile([pager]);
  expect(text).toContain('# Pager: the token\n#PAGER_TOKEN=pg-…');
  expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
});
