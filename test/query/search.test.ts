// Questions in words: first hits over a labelled set, and what must not be found.
import Fuse from 'fuse.js';
import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog-files.ts';
import { ask } from '../core-under-test.ts';
import labelled from './labelled-questions.json' with { type: 'json' };

/** `held` questions were never looked at while the search was tuned. */
interface Labelled {
  question: string;
  /** Any of these is right as the first hit. */
  expect: string[];
  language: string;
  held?: boolean;
}

const questions: readonly Labelled[] = labelled;
const languages = ['en', 'zh-CN'];
const isFound = (kind: string): boolean => kind === 'status' || kind === 'search';

/** The card of a condition leads to every status that answers it, that of a marker to those that came with it. */
function firstHit(question: string, right: readonly string[] = []): string | undefined {
  const { kind, ids } = ask(question);
  if (kind === 'condition' || kind === 'marker')
    return ids.find((id) => right.includes(id)) ?? ids.find((id) => catalog.entries.has(id));
  return isFound(kind) ? ids[0] : undefined;
}

function missed(
  part: readonly Labelled[],
  first: (question: string, right: readonly string[]) => string | undefined,
): string[] {
  return part
    .map((one) => ({ ...one, first: first(one.question, one.expect) }))
    .filter(({ first, expect: right }) => !right.includes(first ?? ''))
    .map(({ question, first, expect: right }) => `${question}: ${first} instead of ${right.join(' or ')}`);
}

describe('the labelled questions', () => {
  it('name records that exist', () => {
    const lost = questions.filter(
      (one) => one.expect.length === 0 || one.expect.some((id) => !catalog.entries.has(id)),
    );
    expect(lost.map(({ question }) => question)).toEqual([]);
  });

  it('are each there once, half of them Chinese, and some held back', () => {
    expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
    expect(questions.length).toBeGreaterThanOrEqual(160);
    const chinese = questions.filter(({ language }) => language === 'zh-CN').length;
    expect(chinese / questions.length).toBeGreaterThan(0.45);
    expect(chinese / questions.length).toBeLessThan(0.55);
    expect(questions.filter(({ held }) => held).length).toBeGreaterThanOrEqual(100);
  });
});

describe.each(languages)('in %s', (language) => {
  const part = questions.filter((one) => one.language === language);
  const misses = missed(part, firstHit);

  it('the first hit is right for 95 of 100 labelled questions', () => {
    expect(1 - misses.length / part.length, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('a single card is hardly ever the wrong one', () => {
    const wrong = part.filter(({ question, expect: right }) => {
      const { kind, ids } = ask(question);
      return kind === 'status' && !right.includes(ids[0] ?? '');
    });
    expect(wrong.length / part.length, wrong.map(({ question }) => question).join('\n')).toBeLessThan(0.02);
  });

  it('finds more than Fuse.js with its defaults does in the same records', { timeout: 120_000 }, () => {
    // All of them take Fuse.js half a minute on an idle machine.
    const sample = part.filter((_, index) => index % 12 === 0);
    const fuse = new Fuse(records(), { keys: ['names', 'aliases', 'prose'] });
    const byFuse = missed(sample, (question) => fuse.search(question, { limit: 1 })[0]?.item.id);
    expect(missed(sample, firstHit).length).toBeLessThan(byFuse.length);
  });
});

function records() {
  return [...catalog.entries.values()].map((entry) => {
    const prose = catalog.locales.map((locale) => catalog.prose(entry, locale));
    return {
      id: entry.id,
      names: [entry.status.name, ...prose.flatMap(({ name }) => name ?? [])],
      aliases: prose.flatMap(({ aliases = [] }) => aliases),
      prose: prose.map(({ summary }) => summary),
    };
  });
}

it.each([
  ...['asdfghjkl', 'abc', 'foo', 'qwerty', 'xyz', 'zzzzzz', 'jfkdlsajf', 'foobar', 'hello world', 'lorem ipsum dolor'],
  ...['banana bread recipe', 'buy milk', 'how are you', 'the quick brown fox', 'pizza', 'what should I do', '🙂🙂🙂'],
  ...[
    '你好',
    '哈哈哈',
    '今天天气怎么样',
    '吃饭了吗',
    '周末去哪玩',
    '红烧肉怎么做',
    '北京到上海',
    '啊啊啊啊',
    '怎么办',
    'nihao',
  ],
])('%s finds nothing', (text) => {
  expect(ask(text).kind).toBe('none');
});

it('guesses from the prose what nothing is called', () => {
  const { kind, ids } = ask('kubernetes');
  expect(kind).toBe('none');
  expect(ids).toContain('standard:410');
});

describe('the language of the answer', () => {
  it.each(['网关超时', 'gateway timeout', 'wangguan chaoshi'])('does not matter to %s', (text) => {
    for (const language of languages) expect(ask(text, language).ids[0]).toBe('standard:504');
  });
});

describe('whose meaning', () => {
  it.each([
    ['请求太多', 'standard:429'],
    ['too many requests', 'standard:429'],
    ['登录过期', 'standard:401'],
    ['login expired', 'standard:401'],
    ['what should I return when the token expired', 'standard:401'],
    ['请求头过大', 'standard:431'],
    ['重定向', 'standard:301'],
    ['redirect', 'standard:301'],
    ['客户端取消', 'nginx:499'],
  ])('is the general one for %s, which names no vendor', (text, id) => {
    expect(firstHit(text)).toBe(id);
  });

  it.each([
    ['nginx 请求头过大', 'nginx:494'],
    ['nginx header too large', 'nginx:494'],
    ['cloudflare 限流', 'cloudflare:1015'],
    ['iis 登录失败', 'iis:401.1'],
    ['shopify invalid json', 'shopify:783'],
    ['腾讯云 握手失败', 'tencent-cdn:538'],
  ])('is that of the vendor that %s names', (text, id) => {
    expect(firstHit(text)).toBe(id);
  });

  it.each([
    ['nginx bad gateway', 'standard:502'],
    ['cloudflare 网关超时', 'standard:504'],
  ])('stays the general one for %s, where the vendor has none of its own', (text, id) => {
    expect(firstHit(text)).toBe(id);
  });
});

it.each([
  ['gatway timeot', 'standard:504'],
  ['serivce unavailable', 'standard:503'],
  ['unautorized', 'standard:401'],
  ['forbiden', 'standard:403'],
  ['网关超市', 'standard:504'],
  ['登陆过期', 'standard:401'],
  ['帐号密码错误', 'standard:401'],
])('%s is understood in spite of its spelling', (text, id) => {
  expect(firstHit(text)).toBe(id);
});

it.each([
  ['wangguan chaoshi', 'standard:504'],
  ['wangguanchaoshi', 'standard:504'],
  ['wang guan chao shi', 'standard:504'],
  ['wgcs', 'standard:504'],
  ['token guoqi', 'standard:401'],
  ['quanxian buzu', 'standard:403'],
])('%s is pinyin', (text, id) => {
  expect(firstHit(text)).toBe(id);
});

it.each([
  ['UNAVAILABLE', 'standard:503'],
  ['DEADLINE_EXCEEDED', 'standard:504'],
  ['grpc RESOURCE_EXHAUSTED', 'standard:429'],
  ['Unauthenticated', 'standard:401'],
])('%s is what gRPC calls a registered code', (text, id) => {
  expect(firstHit(text)).toBe(id);
});

it.each([
  '请求实体过大'.repeat(40),
  'gateway timeout '.repeat(120),
  'a'.repeat(1900),
  '~'.repeat(500),
  'xian'.repeat(400),
])('long text does not matter (%#)', (text) => {
  expect(() => ask(text)).not.toThrow();
});
