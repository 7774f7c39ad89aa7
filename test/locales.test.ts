// Every language has the same files, keys and placeholders.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../locales');
const tags = globSync('*/', { cwd: root }).map((tag) => tag.replace(/\/$/, ''));
const others = tags.filter((tag) => tag !== 'en');
const filesOf = (tag: string): string[] => globSync('**/*.json', { cwd: join(root, tag) }).sort();
const read = (tag: string, file: string): unknown => JSON.parse(readFileSync(join(root, tag, file), 'utf8'));

/** `actions.share` → text, for every text in a file. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));
}

/** i18next's plural forms differ by language: English has one and other, Chinese only other. */
const singular = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort();

describe.each(others)('%s', (tag) => {
  it('has the files of en', () => {
    expect(filesOf(tag), 'add or remove the file').toEqual(filesOf('en'));
  });

  // Prose may be called by more names in one language than in another.
  const labels = filesOf('en').filter((file) => !/^(?:status|markers)\//.test(file) && file !== 'conditions.json');

  it.each(labels)('has the keys of en in %s', (file) => {
    const keys = (language: string) => [...new Set(texts(read(language, file)).map(([key]) => singular(key)))].sort();
    expect(keys(tag), 'add or remove the key').toEqual(keys('en'));
  });

  it.each(labels)('has the placeholders of en in %s', (file) => {
    const used = (language: string) =>
      Object.fromEntries(
        texts(read(language, file)).map(([key, text]) => [singular(key), placeholders(text).join(' ')]),
      );
    expect(used(tag), 'use the same placeholders').toEqual(used('en'));
  });

  it.each(labels)('has no empty text in %s', (file) => {
    expect(
      texts(read(tag, file)).filter(([, text]) => text.trim() === ''),
      'write it',
    ).toEqual([]);
  });
});

it('has more than one language', () => {
  expect(tags.length).toBeGreaterThan(1);
});
