// The command line as scripts use it: a real process, its output and its exit code.
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../started-process.ts';

/** Starts are many here: not even the first module is compiled anew. */
const WARM = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };

function http(args: string[], input = '', env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['adapters/terminal/main.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...WARM, ...env },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 20_000,
  });
  return { stdout, stderr, status };
}

interface Line {
  query: string;
  kind: string;
  ids: string[];
  locale: string;
  card: { blocks: { type: string; text?: string }[] };
}

function lines(stdout: string): Line[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('with a query', () => {
  it('prints a card that reads without colour', () => {
    const { stdout, status } = http(['502']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^502 Bad Gateway\n\nUsually the upstream's fault · /);
    expect(stdout).not.toContain('\u001b');
  });

  it('shows everything where the question ends in a plus, as its cards say, but not in a message to explain', () => {
    expect(http(['502']).stdout).not.toContain('\nFacts\n');
    expect(http(['502', '+']).stdout).toContain('\nFacts\n');
    expect(http([], 'nginx 499 +\n').stdout).toContain('\nSources\n');
    expect(http(['--explain', 'got a 502 +']).stdout).toContain('502 +');
  });

  it('joins several words to one question', () => {
    expect(http(['nginx', '499']).stdout).toMatch(/^499 Client Closed Request\n/);
  });

  it('does not read a message without end', () => {
    const { status, stderr } = http(['--explain'], 'GET / 502\n'.repeat(510_000));
    expect(status).toBe(2);
    expect(stderr).toContain('More than 5 MB are no message');
  });

  it('answers in the language of --lang, else of the question, else of the system', () => {
    expect(http(['--lang', 'zh-CN', '502']).stdout).toContain('网关错误');
    expect(http(['--lang', 'zh', '502']).stdout).toContain('网关错误');
    expect(http(['网关错误']).stdout).toContain('可能原因');
    expect(http(['--lang', 'en', '网关错误']).stdout).toContain('Likely causes');
    expect(http(['502'], '', { LANG: 'zh_CN.UTF-8' }).stdout).toContain('网关错误');
    expect(http(['--lang', 'en', '502'], '', { LANG: 'zh_CN.UTF-8' }).stdout).not.toContain('网关错误');
    expect(http(['502'], '', { LANG: 'C' }).stdout).not.toContain('网关错误');
  });

  it('exits 0 also where nothing is found', () => {
    expect(http(['asdfghjkl']).status).toBe(0);
  });
});

describe('in scripts', () => {
  it('--strict exits 1 where nothing is found, in a question or a message, and 0 elsewhere', () => {
    expect(http(['--strict', 'asdfghjkl']).status).toBe(1);
    expect(http(['--strict'], '502\nasdfghjkl\n504\n').status).toBe(1);
    expect(http(['--strict', '--explain', 'all is well']).status).toBe(1);
    expect(http(['--strict', '502']).status).toBe(0);
  });

  it('--version prints the version alone', () => {
    expect(http(['--version'])).toEqual({ stdout: '0.1.0\n', stderr: '', status: 0 });
  });
});

describe('with --json', () => {
  it('prints one object with query, kind, ids, locale and card, in this order', () => {
    const { stdout } = http(['--json', '502']);
    const [line] = lines(stdout);
    expect(Object.keys(line ?? {})).toEqual(['query', 'kind', 'ids', 'locale', 'card']);
    expect(line).toMatchObject({ query: '502', kind: 'status', ids: ['standard:502'], locale: 'en' });
    expect(line?.card.blocks[0]).toMatchObject({ type: 'heading', text: '502 Bad Gateway' });
  });

  it('gives every line of standard input its own line, also the empty ones', () => {
    const input = `${['５０２。', 'HTTP/1.1 502 Bad Gateway', '502错误', '600', '299', 'abc', ''].join('\n')}\n`;
    const found = lines(http(['--json', '--lang', 'zh-CN'], input).stdout);
    expect(found.map(({ kind, ids: [first] }) => [kind, first])).toEqual([
      ['status', 'standard:502'],
      ['status', 'standard:502'],
      ['status', 'standard:502'],
      ['invalid', 'squid:600'],
      ['unassigned', undefined],
      ['none', undefined],
      ['help', undefined],
    ]);
    expect(found.every(({ locale }) => locale === 'zh-CN')).toBe(true);
  });

  it('answers 1,000 questions with 1,000 lines', () => {
    const { stdout, status } = http(
      ['--json'],
      Array.from({ length: 1000 }, (_, index) => `${100 + (index % 500)}\n`).join(''),
    );
    expect(lines(stdout)).toHaveLength(1000);
    expect(status).toBe(0);
  });

  it('explains what comes in as one message, or line by line as JSON', () => {
    const trace =
      'feign.RetryableException: Read timed out\nCaused by: java.net.SocketTimeoutException: Read timed out\n';
    expect(http(['--explain'], trace).stdout.match(/Java HTTP clients/g)).toHaveLength(1);
    expect(lines(http(['--json', '--explain'], trace).stdout)).toHaveLength(2);
  });

  it('explains each input with --explain', () => {
    const [line] = lines(http(['--json', '--explain', '10.0.0.1 - - "GET / HTTP/1.1" 502 157']).stdout);
    expect(line).toMatchObject({ kind: 'explain', ids: ['standard:502'] });
  });
});

describe('with wrong usage', () => {
  it.each([
    ['an option that does not exist', ['--wat']],
    ['an option without its value', ['502', '--lang']],
    ['a language there is no prose for', ['--lang', 'tlh', '502']],
  ])('such as %s, exits 2 and says how to use it', (_, args) => {
    const { status, stderr, stdout } = http(args);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: npm run -s http');
    expect(stdout).toBe('');
  });
});

describe('what a terminal would obey', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const seen = /^[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/;
  const hostile = 'boo\n\u001b[31mred \u0007\u009b31m\u0085\u2028\u202ex';

  it.each([
    ['a question', [hostile]],
    ['a question in Chinese', ['--lang', 'zh-CN', hostile]],
    ['a question that asks for more', [`502 ${hostile} +`]],
    ['a message', ['--explain', `HTTP 502 ${hostile}`]],
    ['JSON', ['--json', hostile]],
    ['a language', ['--lang', hostile, '502']],
    ['an option', [`--${hostile}`]],
    ['an option with a value', [`--json=${hostile}`]],
  ])('is not printed, whether it stands in %s', (_, args) => {
    const { stdout, stderr } = http(args);
    expect(stdout + stderr).toMatch(seen);
    expect(stdout + stderr).not.toBe('');
  });

  it('is escaped in the query that JSON repeats', () => {
    expect(lines(http(['--json', hostile]).stdout)[0]?.query).toBe(hostile);
  });
});

it('ends quietly when its reader has seen enough', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `yes 502 | head -3000 | "${process.execPath}" adapters/terminal/main.ts | head -1`],
    { cwd: root, encoding: 'utf8', timeout: 20_000 },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
