// What the guide says, in every language.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { core } from '../core-under-test.ts';
import { diagram, steps } from './guide-under-test.ts';

interface StepProse {
  title: string;
  question: string;
  exits: Record<string, { when: string; reason: string }>;
}

interface GuideProse {
  choices: Record<string, string>;
  steps: Record<string, StepProse>;
}

const proseOf = (locale: string): GuideProse =>
  JSON.parse(readFileSync(new URL(`../../locales/${locale}/decision.json`, import.meta.url), 'utf8'));
const nodes = [...Object.values(diagram.blocks).flatMap((block) => Object.keys(block)), ...Object.keys(diagram.blocks)];

describe.each(core.locales)('the prose in %s', (locale) => {
  const prose = proseOf(locale);
  const exits = Object.entries(prose.steps).flatMap(([id, step]) =>
    Object.entries(step.exits).map(([code, texts]) => ({ place: `${id}/${code}`, code, ...texts })),
  );
  const sentences = [
    ...exits.flatMap(({ place, when, reason }) => [
      { place, text: when },
      { place, text: reason },
    ]),
    ...Object.entries(prose.steps).map(([place, { question }]) => ({ place, text: question })),
  ];

  it('covers every exit of every step and nothing else', () => {
    const wanted = steps.flatMap(({ id, exits, additions }) => [...exits, ...additions].map((code) => `${id}/${code}`));
    expect(exits.map(({ place }) => place).sort()).toEqual(wanted.sort());
  });

  it('names every way of a fork, and nothing else', () => {
    const forks = steps.flatMap(({ next, asides }) => [...(next.length > 1 ? next : []), ...asides]);
    expect(Object.keys(prose.choices).sort()).toEqual([...new Set(forks)].sort());
  });

  it('is short enough to choose from', () => {
    const limits = locale === 'en' ? { when: 120, reason: 240 } : { when: 75, reason: 110 };
    const long = exits.filter(({ when, reason }) => when.length > limits.when || reason.length > limits.reason);
    expect(long.map(({ place }) => place)).toEqual([]);
  });

  it('is whole sentences, with backticks in pairs and no other markup', () => {
    const end = locale === 'en' ? /[.?]$/ : /[。？]$/;
    const odd = sentences.filter(
      ({ text }) =>
        !end.test(text) || text.split('`').length % 2 === 0 || /\*\*|\]\(|https?:|[\p{Cc}]|\s\s/u.test(text),
    );
    expect(odd).toEqual([]);
  });

  it('never uses a node name of the diagram', () => {
    const names = new RegExp(`\\b(?:${nodes.filter((node) => node.includes('_')).join('|')})\\b`);
    expect(sentences.filter(({ text }) => names.test(text))).toEqual([]);
  });

  it('does not let a reason repeat its condition', () => {
    expect(exits.filter(({ when, reason }) => when === reason)).toEqual([]);
  });
});

it('puts a space between Chinese and Latin letters or digits, and uses full-width punctuation', () => {
  const texts = JSON.stringify(proseOf('zh-CN')).match(/"[^"]*\p{Script=Han}[^"]*"/gu) ?? [];
  const tight = /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}|\p{Script=Han}[,;:?!.]/u;
  // A span of code has its own spaces outside of its backticks.
  expect(texts.map((text) => text.replace(/`[^`]*`/g, 'x')).filter((text) => tight.test(text))).toEqual([]);
});
