// Names in a text, whatever touches them.
import { expect, it } from 'vitest';
import { createNames, replaceNames } from '../../src/query/names.ts';

const names = createNames([
  ['nginx', 'nginx'],
  ['ingress nginx', 'ingress'],
  ['阿里云', 'alibaba'],
  ['阿里云 alb', 'alibaba-alb'],
  ['k8s', 'kubernetes'],
]);
const found = (text: string): string[] => names.find(text).map(({ id }) => id);

it.each([
  ['nginx', ['nginx']],
  ['nginx502', ['nginx']],
  ['499nginx', ['nginx']],
  ['502 nginx, k8s', ['nginx', 'kubernetes']],
  ['ingress nginx 502', ['ingress']],
  ['我的阿里云502', ['alibaba']],
  ['阿里云 alb 502', ['alibaba-alb']],
  ['阿里云 alb463', ['alibaba-alb']],
  ['nginxes', []],
  ['xnginx', []],
  ['nginx5', []],
  ['nginx5021', []],
  ['1499nginx', []],
  ['', []],
])('in %j are %j', (text, ids) => {
  expect(found(text)).toEqual(ids);
});

it('may begin with a shorter one', () => {
  expect(names.every('阿里云 alb 502').map(({ id }) => id)).toEqual(['alibaba-alb', 'alibaba']);
});

it('have their places in the text, so that they can be replaced', () => {
  const text = '502 nginx and k8s';
  expect(names.find('502 nginx')).toEqual([{ id: 'nginx', name: 'nginx', start: 4, end: 9 }]);
  expect(replaceNames(text, names.find(text), (name) => '-'.repeat(name.length))).toBe('502 ----- and ---');
});
