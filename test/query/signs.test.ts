// Signs in a question that together name a condition.
import { describe, expect, it } from 'vitest';
import { phrasesOfCondition } from '../../src/query/condition-names.ts';
import { sameWords } from '../../src/query/same-words.ts';
import { SIGNS } from '../../src/query/signs/lexicon.ts';
import { readSigns } from '../../src/query/signs/read-signs.ts';
import { RULES } from '../../src/query/signs/rules.ts';
import { conditionsOfSettings } from '../../src/query/signs/settings.ts';
import { sizeIn } from '../../src/query/signs/sizes.ts';
import { catalog } from '../catalog/catalog-files.ts';
import { ask } from '../core-under-test.ts';

const { conditions } = catalog.behaviour;

describe('a rule', () => {
  it('names a condition that exists, by signs that exist', () => {
    const wrong = RULES.flatMap(({ condition, signs, without }) => [
      ...(conditions.has(condition) ? [] : [condition]),
      ...[...signs, ...without].filter((sign) => SIGNS[sign] === undefined).map((sign) => `${condition}: ${sign}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it('reads 96 of 100 names of conditions as their own, where it reads one at all', () => {
    const read = [...conditions.values()].flatMap((condition) =>
      phrasesOfCondition(catalog, condition).flatMap((phrase) => {
        const told = readSigns(sameWords(phrase));
        const most = Math.max(...told.values());
        return told.size === 0 ? [] : [{ phrase, isOwn: told.get(condition.id) === most }];
      }),
    );
    const wrong = read.filter(({ isOwn }) => !isOwn).map(({ phrase }) => phrase);
    expect(1 - wrong.length / read.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.96);
  });
});

it.each([
  ['resets', 'the first byte'],
  ['uri', 'during the request'],
  ['accept', 'it accepts'],
] as const)('%s is not read in %s', (name, text) => {
  expect(SIGNS[name].test(text)).toBe(false);
});

it.each([
  ['2 gb', 2 * 1024 ** 3],
  ['80kb', 80 * 1024],
  ['一百多 k', 100 * 1024],
  ['一万个字符', 10_000],
  ['nothing', undefined],
])('%s is a size of %s bytes', (text, bytes) => {
  expect(sizeIn(text)).toBe(bytes);
});

it.each([
  ['limit_req', 'server.rate-limit'],
  ['proxy_read_timeout fired', 'upstream.no-response'],
  ['timeout server exceeded', 'upstream.no-response'],
])('%s stands for %s', (text, id) => {
  expect(conditionsOfSettings(text)).toContain(id);
});

it.each(['nginx 150 MB attachment rejected', 'nginx 传 150 MB 的附件被拒'])(
  '%s holds a size, not a status',
  (question) => {
    expect(ask(question).ids).toContain('nginx:request.body-too-large');
  },
);
