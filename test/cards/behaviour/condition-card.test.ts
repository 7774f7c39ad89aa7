// What a condition card says, with each kind of outcome.
import { describe, expect, it } from 'vitest';
import type { Observed } from '../../../src/behaviour/behaviour.ts';
import type { Condition, Observation } from '../../../src/behaviour/schema.ts';
import { conditionCard } from '../../../src/cards/behaviour/condition-card.ts';
import type { CardContext } from '../../../src/cards/context.ts';
import { catalog } from '../../catalog/catalog-files.ts';
import { ask, cardText, core } from '../../core-under-test.ts';

const software = { id: 'anvil', name: 'Anvil', names: [], version: '1.2', measured: '2026-11', count: 3 };

function card(observation: Observation, locale = 'en', condition: Condition = { id: 'upstream.refused' }) {
  const observed: Observed = { software, condition, observation };
  const context: CardContext = {
    catalog,
    trouble: new Map(),
    locale,
    detail: 'compact',
    facts: [],
    t: core.translate(locale),
    translate: core.translate,
    remember: (_, make) => make(),
    query: 'anvil upstream.refused',
  };
  return conditionCard(context, { kind: 'condition', condition, observed, near: [] });
}

const heading = (...args: Parameters<typeof card>): string => {
  const [first] = card(...args).blocks;
  return first?.type === 'heading' ? first.text : '';
};

describe('the verdict', () => {
  it.each<[Observation, string, string]>([
    [{ status: 503 }, 'Anvil answers 503 Service Unavailable itself', 'Anvil 自己返回 503 Service Unavailable'],
    [
      { status: 504, phrase: 'Gateway Time-out' },
      'Anvil answers 504 Gateway Time-out itself',
      'Anvil 自己返回 504 Gateway Time-out',
    ],
    [
      { status: 200, end: 'cut' },
      'Anvil answers 200 OK, and the content breaks off',
      'Anvil 返回 200 OK，但内容中途断掉',
    ],
    [
      { status: null, end: 'closed' },
      'Anvil closes the connection without an answer',
      'Anvil 什么也不返回，直接断开连接',
    ],
    [
      { status: null, end: 'reset' },
      'Anvil resets the connection without an answer',
      'Anvil 什么也不返回，直接重置连接',
    ],
    [
      { status: null, end: 'silent' },
      'Anvil sends nothing and keeps the connection open',
      'Anvil 什么也不返回，连接一直挂着',
    ],
    [{ status: null, end: 'not-http', instead: 'http2' }, 'Anvil answers in HTTP/2', 'Anvil 按 HTTP/2 应答'],
    [
      { unstable: [{ status: 502 }, { status: 503 }] },
      'Anvil does not always answer the same: 502 or 503',
      'Anvil 每次的结果不一定相同：502 或 503',
    ],
    [
      {
        unstable: [
          { status: null, end: 'closed' },
          { status: null, end: 'reset' },
        ],
      },
      'Anvil does not always answer the same: closed without an answer or reset without an answer',
      'Anvil 每次的结果不一定相同：直接断开或直接重置',
    ],
    [
      { unstable: [{ status: 502 }, { status: 502, asked: 2 }] },
      'Anvil answers 502 Bad Gateway itself',
      'Anvil 自己返回 502 Bad Gateway',
    ],
  ])('of %j is “%s”', (observation, english, chinese) => {
    expect(heading(observation)).toBe(english);
    expect(heading(observation, 'zh-CN')).toBe(chinese);
  });

  it('tells what is passed on from what it answers itself', () => {
    const condition = { id: 'upstream.retry-after', sends: 503 };
    expect(heading({ status: 503 }, 'en', condition)).toBe('Anvil passes on its backend’s 503 Service Unavailable');
    expect(heading({ status: 502 }, 'en', condition)).toBe('Anvil answers 502 Bad Gateway itself');
  });
});

describe('beside the verdict', () => {
  const facts = (observation: Observation): Record<string, string> =>
    Object.fromEntries(
      card(observation).blocks.flatMap((block) =>
        block.type === 'facts' ? block.items.map(({ label, value }) => [label, value]) : [],
      ),
    );

  it('stand POST, the log, how often the backend was asked, how long it took and what was set', () => {
    const post = { status: 502, log: { status: '499' }, asked: 1 };
    expect(
      facts({ status: 200, asked: 4, seconds: 10, post, setting: 'keep-alive', default: { status: 503 } }),
    ).toEqual({
      'With POST': '502 Bad Gateway',
      'In its log': 'status `499` (with POST)',
      'Backend asked': '4 times; with POST once',
      'It took': '10 s',
      'Measured with': 'upstream connections kept alive',
      'By default': '503 Service Unavailable',
    });
    expect(facts({ status: 503, log: { marker: 'SC--', error: 'one | two' }, asked: 0 })).toEqual({
      'In its log': '`SC--`, `one`, `two`',
      'Backend asked': 'not at all',
    });
    expect(facts({ status: null, end: 'closed', log: { missing: true } })).toEqual({ 'In its log': 'no line at all' });
    expect(facts({ status: null, end: 'closed', log: { missing: true, error: 'killed' } })).toEqual({
      'In its log': 'nothing in the access log; `killed`',
    });
    expect(facts({ status: null, end: 'closed', log: { status: '000', marker: 'ERR_CLIENT_ABORT/000' } })).toEqual({
      'In its log': '`ERR_CLIENT_ABORT/000`',
    });
  });

  it('stands nothing where nothing is telling', () => {
    expect(facts({ status: 503 })).toEqual({});
  });

  it('stands a note where a process ends by it', () => {
    expect(JSON.stringify(card({ status: null, end: 'closed', exited: true }))).toContain('the process exits');
  });

  it('stand what others answer, software, version and month, and buttons to the table and the status', () => {
    const text = JSON.stringify(card({ status: 503 }).blocks);
    expect(text).toMatch(/Others: [^"]*nginx[^"]* → 502/);
    expect(text).toContain('Measured on Anvil 1.2, 2026-11');
    expect(text).toContain('"query":"upstream.refused"');
    expect(text).toContain('"label":"503 Service Unavailable"');
  });
});

it('groups the table by answer, with versions in full detail only', () => {
  const items = (detail: 'compact' | 'full'): string => cardText(ask('upstream.refused', 'en', detail));
  expect(items('compact')).toMatch(/"502: nginx, /);
  expect(items('full')).toMatch(/"502: nginx 1\.\d+\.\d+, /);
});

it('tells in the table what comes without the setting that was measured with', () => {
  const table = (...args: [string, 'compact' | 'full']): string =>
    cardText(ask('upstream.untrusted-certificate', ...args));
  expect(table('en', 'compact')).toContain('502: nginx (200 by default), Caddy, ');
  expect(table('zh-CN', 'compact')).toContain('502：nginx（默认 200）、Caddy、');
  expect(table('en', 'full')).toMatch(/nginx [\d.]+ \(200 by default\)/);
});

it('says in full detail what a table was measured with', () => {
  expect(cardText(ask('upstream.full', 'en', 'full'))).toContain('(with a limit of connections to the backend)');
  expect(cardText(ask('upstream.full', 'zh-CN', 'full'))).toContain('（限制与后端的连接数）');
});

it('tells in the table whether an interim answer came first', () => {
  const text = cardText(ask('upstream.early-hints'));
  expect(text).toMatch(/"103, then 200: nginx, /);
  expect(text).toMatch(/"200: [^"]*http-proxy-middleware/);
});

it('says a version once', () => {
  expect(cardText(ask('node-20 request.slow-header'))).toContain('Measured on Node.js 20.');
});

it('calls software by its name in the language, in questions too', () => {
  const title = (text: string, locale: string): string => ask(text, locale).card.title;
  expect(title('squid upstream.refused', 'en')).toMatch(/^Squid \(accelerator\) answers 503/);
  expect(title('squid upstream.refused', 'zh-CN')).toMatch(/^Squid（反向代理）自己返回 503/);
  expect(ask('squid 正向代理 连接被拒绝', 'zh-CN').ids).toContain('squid-forward:upstream.refused');
});

it('tells by the log what happened where the client left before any answer', () => {
  expect(cardText(ask('client.gone'))).toContain('logged as `499`: nginx');
});
