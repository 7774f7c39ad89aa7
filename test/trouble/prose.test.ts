// What the trees say, in every language.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { core } from '../core-under-test.ts';
import { trees } from './trouble-under-test.ts';

interface TreeProse {
  steps: Record<string, { question: string; how: string; answers: Record<string, string> }>;
  ends: Record<string, { cause: string; look: string; tells: string; then: string }>;
}

const proseOf = (locale: string): { trees: Record<string, TreeProse> } =>
  JSON.parse(readFileSync(new URL(`../../locales/${locale}/trouble.json`, import.meta.url), 'utf8'));

describe.each(core.locales)('the prose in %s', (locale) => {
  const { trees: prose } = proseOf(locale);
  const steps = Object.entries(prose).flatMap(([code, tree]) =>
    Object.entries(tree.steps).map(([id, step]) => ({ place: `${code}/${id}`, ...step })),
  );
  const ends = Object.entries(prose).flatMap(([code, tree]) =>
    Object.entries(tree.ends).map(([id, end]) => ({ place: `${code}/${id}`, ...end })),
  );

  it('covers every question, every answer and every end, and nothing else', () => {
    const wanted = trees.flatMap(({ code, steps: asked, ends: all }) => [
      ...asked.flatMap(({ id, answers }) => answers.map((answer) => `${code}/${id} → ${answer}`)),
      ...all.map(({ id }) => `${code}/${id}`),
    ]);
    const written = [
      ...steps.flatMap(({ place, answers }) => Object.keys(answers).map((answer) => `${place} → ${answer}`)),
      ...ends.map(({ place }) => place),
    ];
    expect(written.sort()).toEqual(wanted.sort());
  });

  it('is whole sentences, with backticks in pairs and no other markup', () => {
    const sentences = [
      ...steps.flatMap(({ place, how }) => [{ place, text: how }]),
      ...ends.flatMap(({ place, cause, tells, then }) => [cause, tells, then].map((text) => ({ place, text }))),
    ];
    const end = locale === 'en' ? /[.]$/ : /[。]$/;
    const odd = sentences.filter(({ text }) => !end.test(text) || text.split('`').length % 2 === 0);
    expect(odd).toEqual([]);
    const all = [...steps.map(({ question }) => question), ...sentences.map(({ text }) => text)];
    expect(all.filter((text) => /\*\*|\]\(|[\p{Cc}]|\s\s/u.test(text))).toEqual([]);
  });

  it('asks with a question mark, and leads to what to look at with a colon', () => {
    const mark = locale === 'en' ? /\?$/ : /？$/;
    const colon = locale === 'en' ? /:$/ : /：$/;
    expect(steps.filter(({ question }) => !mark.test(question)).map(({ place }) => place)).toEqual([]);
    expect(ends.filter(({ look }) => !colon.test(look)).map(({ place }) => place)).toEqual([]);
  });

  it('names the cause in one sentence', () => {
    const several = locale === 'en' ? /[.?!] / : /。./;
    expect(ends.filter(({ cause }) => several.test(cause)).map(({ cause }) => cause)).toEqual([]);
  });

  it('is short enough for a phone', () => {
    const limits = locale === 'en' ? { how: 260, text: 240 } : { how: 190, text: 110 };
    const long = [
      ...steps.filter(({ how, question }) => how.length > limits.how || question.length > limits.text),
      ...ends.filter(({ cause, tells, then }) => [cause, tells, then].some((text) => text.length > limits.text)),
    ];
    expect(long.map(({ place }) => place)).toEqual([]);
  });

  it('has labels that fit a button, plain and each once under a question', () => {
    const labels = steps.flatMap(({ place, answers }) => Object.values(answers).map((label) => ({ place, label })));
    expect(labels.filter(({ label }) => !/^[^`]{1,38}$/.test(label))).toEqual([]);
    const twice = steps.filter(({ answers }) => new Set(Object.values(answers)).size < Object.keys(answers).length);
    expect(twice.map(({ place }) => place)).toEqual([]);
  });
});

it('puts a space between Chinese and Latin letters or digits, and uses full-width punctuation', () => {
  const texts = JSON.stringify(proseOf('zh-CN')).match(/"(?:[^"\\]|\\.)*\p{Script=Han}(?:[^"\\]|\\.)*"/gu) ?? [];
  const tight = /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}|\p{Script=Han}[,;:?!.]/u;
  // A span of code has its own spaces outside of its backticks.
  expect(texts.map((text) => text.replace(/`[^`]*`/g, 'x')).filter((text) => tight.test(text))).toEqual([]);
});
