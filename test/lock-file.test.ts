// What is installed is what was looked at, and production gets no more than it needs.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Package {
  version: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
}

const text = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const { packages } = JSON.parse(text('package-lock.json')) as { packages: Record<string, Package> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

it('every package has a hash; for one that has none: npm view NAME@VERSION dist.integrity', () => {
  const without = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
  expect(without.map(([path, { version }]) => `${path}@${version}`)).toEqual([]);
});

it('production leaves optional packages out, which are the compiler alone', () => {
  const optional = installed.filter(([, { dev, optional, devOptional }]) => !dev && (optional || devOptional));
  expect(optional.map(([path]) => path).filter((path) => !/^node_modules\/@?typescript\b/.test(path))).toEqual([]);
  for (const file of ['Dockerfile', 'README.md', 'README.zh-CN.md'])
    expect(text(file)).toContain('npm ci --omit=dev --omit=optional');
});
