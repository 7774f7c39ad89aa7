// Questions about what real software does.
import { describe, expect, it } from 'vitest';
import { everyOutcome } from '../../src/behaviour/behaviour.ts';
import { loadGuide } from '../../src/guide/load.ts';
import { MAX_ASK_LENGTH } from '../../src/index.ts';
import { createConditions } from '../../src/query/conditions.ts';
import { parse } from '../../src/query/parse.ts';
import { resolve } from '../../src/query/resolve.ts';
import { createSearch } from '../../src/query/search.ts';
import { otherSize } from '../../src/query/signs/read-signs.ts';
import { sizeIn } from '../../src/query/signs/sizes.ts';
import { createVocabulary } from '../../src/query/vocabulary.ts';
import { loadTrouble } from '../../src/trouble/load.ts';
import { canonical, names, observed } from '../behaviour/observed.ts';
import { catalog, folders } from '../catalog/catalog-files.ts';
import { ask, cardText, core } from '../core-under-test.ts';

// Without cards, which would take most of the time.
const vocabulary = createVocabulary(catalog);
const knowledge = {
  catalog,
  vocabulary,
  search: createSearch(catalog, vocabulary),
  conditions: createConditions(catalog),
  guide: loadGuide(folders.data, catalog),
  trouble: loadTrouble(folders.data, catalog),
};

describe.each(['en', 'zh-CN'])('asked in %s', (locale) => {
  it.each([
    // Answers that guesses and manuals get wrong.
    ['apache backend timeout status', 'apache:upstream.no-response', 502],
    ['caddy dial timeout', 'caddy:upstream.connect-timeout', 502],
    ['apache backend connection refused', 'apache:upstream.refused', 503],
    ['haproxy server refused connection which status', 'haproxy:upstream.refused', 503],
    ['varnish backend timeout', 'varnish:upstream.no-response', 503],
    ['haproxy connection refused', 'haproxy:upstream.refused', 503],
    ['apache 后端超时', 'apache:upstream.no-response', 502],
    ['nginx 上游连接被拒绝 返回什么', 'nginx:upstream.refused', 502],
    ['what does apache return when the backend hangs', 'apache:upstream.no-response', 502],
    ['haproxy 后端挂了返回什么', 'haproxy:upstream.refused', 503],
    ['caddy upstream hung up', 'caddy:upstream.closed-before-response', 502],
    ['nginx php-fpm connection refused', 'nginx:upstream.refused', 502],
    ['haproxy timeout', 'haproxy:upstream.no-response', 504],
    ['nginx 後端超時', 'nginx:upstream.no-response', 504],
    ['haproxy upstream.refused', 'haproxy:upstream.refused', 503],
  ])('%s is answered by %s: %s', (text, id, status) => {
    const { kind, ids, card } = ask(text, locale);
    expect(kind).toBe('condition');
    expect(ids[0]).toBe(id);
    expect(card.title).toContain(String(status));
  });

  it.each([
    ['connection refused', 'upstream.refused'],
    ['上游超时', 'upstream.no-response'],
    ['后端拒绝连接', 'upstream.refused'],
    ['backend timeout', 'upstream.no-response'],
    ['upstream.refused', 'upstream.refused'],
  ])('%s, without software, is answered by a table', (text, id) => {
    const { kind, ids, card } = ask(text, locale);
    expect(kind).toBe('condition');
    expect(ids[0]).toBe(id);
    expect(card.blocks.find((block) => block.type === 'list' && block.items.length > 2)).toBeDefined();
  });

  it.each([
    ['gateway timeout', 'standard:504'],
    ['网关超时', 'standard:504'],
    ['请求太多', 'standard:429'],
    ['haproxy gateway timeout', 'standard:504'],
    ['nginx bad gateway', 'standard:502'],
    ['nginx header too large', 'nginx:494'],
    ['nginx 客户端断开', 'nginx:499'],
    ['header too large', 'standard:431'],
  ])('%s stays the card of a status', (text, id) => {
    expect(ask(text, locale)).toMatchObject({ kind: 'status', ids: [id] });
  });
});

it('leads from the several that a word fits to each of them', () => {
  const answer = ask('haproxy timeout');
  expect(cardText(answer)).toContain('May also mean: ');
  expect(cardText(answer)).toContain('"query":"haproxy ');
});

it('says so where the software was not measured, and shows the others', () => {
  expect(cardText(ask('envoy h2c'))).toContain('Envoy was not measured under this condition');
  const express = ask('express connection refused');
  expect(express.ids[0]).toBe('upstream.refused');
  expect(cardText(express)).toContain('haproxy upstream.refused');
});

it('takes what is named alone for itself, not for its plugin', () => {
  expect(cardText(ask('fastify backend hangs'))).toContain('Fastify was not measured under this condition');
});

it.each([
  ['express if-none-match', 'sends 304 was not measured'],
  ['express 静态文件 带 If-None-Match', 'sends 304 was not measured'],
  ['express 静态文件 304', 'sends 304 was not measured'],
  ['cloudflare if-none-match', 'At Cloudflare, 304 has its standard meaning'],
])('%s is answered by 304, with what is known of the product', (text, words) => {
  const answer = ask(text);
  expect(answer.ids[0]).toBe('standard:304');
  expect(cardText(answer)).toContain(words);
});

it('says of a code that stands in the question whether it was seen', () => {
  expect(cardText(ask('haproxy 502 all servers down'))).toContain('Not seen under this condition: 502.');
  expect(cardText(ask('haproxy 503 all servers down'))).not.toContain('Not seen');
  expect(cardText(ask('does apache return 502 or 504 when the backend hangs'))).not.toContain('Not seen');
});

it.each(['ats 源站证书不对', 'nginx upstream certificate wrong', 'apache backend certificate invalid'])(
  '%s offers all that may be wrong with a certificate',
  (text) => {
    const card = cardText(ask(text));
    const named = [ask(text).card.title, ...(/May also mean: [^"]*/.exec(card) ?? [])].join(' ');
    for (const id of ['expired-certificate', 'untrusted-certificate', 'wrong-certificate-name'])
      expect(named).toContain(ask(`upstream.${id}`).card.title.slice(1));
  },
);

it.each(['file perms 000', 'chmod 000 file', '权限 000'])('%s holds a mode of a file, not a status', (text) => {
  expect(ask(text).ids).not.toContain('aws-alb:000');
});

it.each([
  ['envoy connection refused', 'Documented, not measured: Envoy answers 503 (its log says `UF`', 'standard:503'],
  ['envoy 上游超时', 'Envoy answers 504 (its log says `UT`', 'standard:504'],
])('says what the manual says of software that was not measured: %s', (text, words, id) => {
  const answer = ask(text);
  expect(cardText(answer)).toContain(words);
  expect(answer.ids[1]).toBe(id);
});

it('offers the nearest conditions for one that nobody knows', () => {
  for (const [text, query] of [
    ['haproxy flux capacitor', 'haproxy '],
    ['upstream.refsed', 'upstream.refused'],
  ]) {
    const answer = ask(text ?? '');
    expect(answer.kind).toBe('none');
    expect(cardText(answer)).toContain(`"query":"${query}`);
  }
});

describe('a status with software that was measured', () => {
  it('says first what it sends it for, or that it never was seen to', () => {
    expect(cardText(ask('apache 502'))).toMatch(/Apache HTTP Server 2\.\S+ was seen sending it for: /);
    expect(cardText(ask('nginx 408'))).toMatch(/nginx 1\.\S+ was not seen sending 408/);
    expect(cardText(ask('varnish 504'))).toMatch(/Varnish 7\.\S+ was not seen sending 504 under any of \d+ conditions/);
  });

  it('leads to all of them', () => {
    expect(cardText(ask('apache 502'))).toContain('"query":"apache 502 measured"');
    const { kind, ids } = ask('apache 502 measured');
    expect(kind).toBe('measured');
    expect(ids).toContain('apache:upstream.no-response');
  });

  it('without software says who answers what, and leads to the table', () => {
    for (const code of ['502', '503', '504', '500']) {
      expect(cardText(ask(code, 'en', 'full')), code).toMatch(
        /"text":"(?:Backend|Connecting|Request)[^"]*: [^"]* 50\d/,
      );
      expect(cardText(ask(code)), code).toContain(`"query":"${code} measured"`);
    }
    expect(cardText(ask('404'))).not.toContain('measured');
  });
});

it.each(['who sends 502', '谁会返回 502', '502 measured', '502 实测'])(
  '%s lists who sends it, condition by condition',
  (text) => {
    const { kind, ids } = ask(text);
    expect(kind).toBe('measured');
    expect(ids).toContain('nginx:upstream.refused');
  },
);

it('leads from the codes of a vendor to what it was measured to do', () => {
  expect(cardText(ask('nginx'))).toContain('"query":"nginx measured"');
  expect(ask('nginx measured')).toMatchObject({ kind: 'measured' });
});

it('takes an application server for what it is a part of', () => {
  expect(ask('gunicorn worker timeout').ids[0]).toBe('nginx-gunicorn:app.worker-timeout');
});

it('lists what software does that has no codes of its own', () => {
  expect(ask('h2o')).toMatchObject({ kind: 'measured', ids: expect.arrayContaining(['h2o:upstream.refused']) });
});

describe('every observation', () => {
  it.each([...catalog.behaviour.software.keys()])(
    'of %s is found by every name of its condition, in every language',
    (id) => {
      const wrong = catalog.behaviour.ofSoftware(id).flatMap((one) =>
        names(one).flatMap((name) => {
          const text = `${one.software.id} ${name}`;
          const match = resolve(parse(text, vocabulary).query, knowledge);
          if (match.kind === 'condition' && match.observed?.observation === one.observation) return [];
          // Of two sizes the one that fails is meant, where the name tells none.
          const isTaken = everyOutcome(one.observation).every(({ status }) => status !== null && status < 400);
          const isOther = match.kind === 'condition' && match.condition.id === otherSize(one.condition.id);
          if (isOther && isTaken && sizeIn(name) === undefined) return [];
          // What its log writes leads there as well.
          if (match.kind === 'marker' && match.markers.some(({ record }) => record.condition === one.condition.id))
            return [];
          // A code of its own that was seen says the same: nginx logs 499 for a client that left.
          const seen = everyOutcome(one.observation).flatMap(({ status, log }) => [String(status), log?.status]);
          const codes = match.kind === 'status' ? [match.entry.code, ...(match.entry.status.wire ?? [])] : [];
          const isSame = codes.some((code) => seen.includes(code));
          return isSame ? [] : [`${text}: ${match.kind} instead of ${one.condition.id}`];
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('has a canonical question that fits a button and leads back to it', () => {
    const lost = observed.filter((one) => {
      const question = canonical(one);
      return question.length > MAX_ASK_LENGTH || ask(question).ids[0] !== `${one.software.id}:${one.condition.id}`;
    });
    expect(lost.map(canonical)).toEqual([]);
  });

  it('has a card whose title is the outcome that was measured', () => {
    const wrong = observed.flatMap((one) => {
      const { card } = ask(canonical(one));
      const missing = everyOutcome(one.observation).filter(
        ({ status }, place) =>
          status !== null && !JSON.stringify(place === 0 ? card.title : card).includes(String(status)),
      );
      return missing.map(({ status }) => `${canonical(one)}: ${status}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('completions', () => {
  const offered = (prefix: string): string[] => core.suggest(prefix, 'en', 25).map(({ query }) => query);

  it.each([
    ['haproxy conn', 'haproxy upstream.refused'],
    ['haproxy', 'haproxy upstream.refused'],
    ['nginx 后端超', 'nginx upstream.no-response'],
    ['connection ref', 'upstream.refused'],
    ['后端超', 'upstream.no-response'],
    ['apache 50', 'apache:502'],
  ])('for %s offer %s', (prefix, query) => {
    expect(offered(prefix)).toContain(query);
  });

  it('lead to what they offer', () => {
    for (const prefix of ['haproxy conn', 'haproxy', 'connection ref', '后端超', 'apache 50', 'tomcat'])
      for (const query of offered(prefix)) expect(['none', 'invalid'], query).not.toContain(ask(query).kind);
  });
});

it('knows a condition by its id alone', () => {
  for (const id of catalog.behaviour.conditions.keys()) expect(ask(id).ids[0]).toBe(id);
});

it.each(catalog.locales)('are found by what their cards are headed with in %s', (locale) => {
  const lost = [...catalog.behaviour.conditions.values()].filter((condition) => {
    const { name } = catalog.behaviour.words(condition, locale);
    // A number of three digits may be the code that is asked about.
    return !/(?<!\d)\d{3}(?!\d)/.test(name) && ask(name, locale).ids[0] !== condition.id;
  });
  expect(lost.map(({ id }) => id)).toEqual([]);
});
