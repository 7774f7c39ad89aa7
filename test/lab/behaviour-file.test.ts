import { expect, it } from 'vitest';
import { type Behaviour, behaviourText, differences } from '../../lab/behaviour-file.ts';

const behaviour = (observations: Behaviour['observations']): Behaviour => ({
  software: { name: 'Lab', names: ['lab'], kind: 'proxy' },
  version: '1.0',
  package: { from: 'debian', name: 'lab', version: '1.0-1' },
  measured: '2026-11',
  observations,
});

it('writes one line for an observation, in the order of the conditions', () => {
  const text = behaviourText(
    behaviour({ 'b.b': { status: 503 }, 'a.a': { asked: 0, log: { marker: 'SC--' }, status: 502 } }),
    ['a.a', 'b.b'],
  );
  expect(text.split('\n').slice(6, 8)).toEqual([
    '    "a.a": { "status": 502, "log": { "marker": "SC--" }, "asked": 0 },',
    '    "b.b": { "status": 503 }',
  ]);
  expect(JSON.parse(text).observations['a.a'].status).toBe(502);
});

it('finds no difference in the same measurement with its fields in another order', () => {
  const before = behaviour({ 'a.a': { status: 502, asked: 0 } });
  expect(differences(before, behaviour({ 'a.a': { asked: 0, status: 502 } }))).toEqual([]);
});

it('shows what was measured otherwise, what is new, and another version', () => {
  const now = { ...behaviour({ 'a.a': { status: 503 }, 'b.b': { status: 200 } }), version: '1.1' };
  expect(differences(behaviour({ 'a.a': { status: 502 } }), now)).toEqual([
    'version: 1.0 → 1.1',
    'a.a: { "status": 502 } → { "status": 503 }',
    'b.b: null → { "status": 200 }',
  ]);
});

it('says nothing about a condition that was not measured this time', () => {
  expect(
    differences(behaviour({ 'a.a': { status: 502 }, 'b.b': { status: 200 } }), behaviour({ 'a.a': { status: 502 } })),
  ).toEqual([]);
});

it('meets again what is recorded as unstable while nothing new is among it', () => {
  const before = behaviour({ 'a.a': { unstable: [{ status: 200 }, { status: 502 }] } });
  expect(differences(before, behaviour({ 'a.a': { status: 502 } }))).toEqual([]);
  expect(differences(before, behaviour({ 'a.a': { status: 200, post: { status: 502 } } }))).toEqual([]);
  expect(differences(before, behaviour({ 'a.a': { unstable: [{ status: 200 }, { status: 503 }] } }))).toHaveLength(1);
});
