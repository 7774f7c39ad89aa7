// data/trouble.json, and what a start says about a faulty one.
import { describe, expect, it } from 'vitest';
import { MAX_ASK_LENGTH } from '../../src/index.ts';
import type { TreeRecord, TroubleEnd, TroubleFile, TroubleStep } from '../../src/trouble/schema.ts';
import { troubleFaults } from '../../src/trouble/trouble-faults.ts';
import { nodeOf, questionsFrom } from '../../src/trouble/walk.ts';
import { catalog } from '../catalog/catalog-files.ts';
import { trees, troubleFile } from './trouble-under-test.ts';

const ends = trees.flatMap(({ code, ends: all }) => all.map((end) => ({ place: `${code}/${end.id}`, ...end })));

describe('data/trouble.json', () => {
  it('has no faults', () => {
    expect(troubleFaults(troubleFile, catalog)).toEqual([]);
  });

  it('asks three questions on the longest way through each tree', () => {
    const questions = trees.map((tree) => [tree.code, questionsFrom(tree, tree.steps[0]?.id ?? '')]);
    expect(Object.fromEntries(questions)).toEqual({ 502: 3, 503: 3, 504: 3, 499: 3, 403: 3, 429: 3 });
  });

  it('names markers and conditions that have a card', () => {
    const unknown = ends.filter(
      ({ marker, condition }) =>
        (marker && !catalog.markers.get(marker)) ||
        (condition && catalog.behaviour.ofCondition(condition).length === 0),
    );
    expect(unknown.map(({ place }) => place)).toEqual([]);
  });

  it('quotes lines as a marker writes them', () => {
    const strange = ends.filter(({ line, marker }) => {
      const written = marker ? (catalog.markers.get(marker)?.record.written ?? []) : [line ?? ''];
      return line !== undefined && !written.includes(line);
    });
    expect(strange.map(({ place }) => place)).toEqual([]);
  });

  it('cites every document that it lists', () => {
    const cited = new Set(ends.flatMap(({ references }) => references.map(({ document }) => document)));
    expect(troubleFile.documents.filter(({ id }) => !cited.has(id))).toEqual([]);
  });

  it('fits every place into a button', () => {
    const places = trees.flatMap(({ code, steps, ends: all }) =>
      [...steps, ...all].map(({ id }) => `trouble:${code}/${id}`),
    );
    expect(places.filter((place) => place.length > MAX_ASK_LENGTH)).toEqual([]);
  });
});

describe('a faulty tree', () => {
  const tree = (file: TroubleFile, code: string) => file.trees.find((one) => one.code === code) as TreeRecord;
  const step = (file: TroubleFile, code: string, id: string) => nodeOf(tree(file, code), id) as TroubleStep;
  const end = (file: TroubleFile, code: string, id: string) => nodeOf(tree(file, code), id) as TroubleEnd;
  const cases: [string, (file: TroubleFile) => void, string[]][] = [
    ['a tree left out', (file) => file.trees.pop(), [' trees has the trees 502, 503, 504, 499, 403']],
    [
      'a meaning of another code',
      (file) => Object.assign(tree(file, '499'), { status: 'standard:504' }),
      ['499 status is about "standard:504", which is no meaning of 499'],
    ],
    [
      'an answer that leads nowhere',
      (file) => step(file, '504', 'connecting').answers.push('nowhere'),
      ['504/connecting answers leads to "nowhere", which does not exist'],
    ],
    [
      'a branch that no answer reaches',
      (file) => step(file, '502', 'phase').answers.shift(),
      ['502/connecting id cannot be reached', '502/refused id cannot be reached'],
    ],
    [
      'a circle beside the tree',
      (file) => tree(file, '403').steps.push({ id: 'here', answers: ['there'] }, { id: 'there', answers: ['here'] }),
      ['403/here id cannot be reached', '403/there id cannot be reached'],
    ],
    [
      'an end that two answers reach',
      (file) => step(file, '504', 'fast').answers.push('dropped'),
      ['504/dropped answers is reached in two ways'],
    ],
    [
      'a way back to the first question, which would have no end',
      (file) => step(file, '429', 'waiting').answers.push('counter'),
      ['429/counter answers is reached in two ways'],
    ],
    [
      'an id given twice',
      (file) => Object.assign(end(file, '499', 'probe'), { id: 'balancer' }),
      ['499/balancer id stands there twice', '499/caller answers leads to "probe", which does not exist'],
    ],
    [
      'a fifth question',
      (file) => {
        const { steps, ends: all } = tree(file, '502');
        step(file, '502', 'cut').answers.splice(0, 1, 'why');
        steps.push({ id: 'why', answers: ['who', 'crashed'] }, { id: 'who', answers: ['killed', 'deployed'] });
        const killed = end(file, '502', 'killed');
        all.push({ ...killed, id: 'crashed' }, { ...killed, id: 'deployed' });
      },
      ['502 steps asks 5 questions'],
    ],
    [
      'an end with nothing to look at',
      (file) => Reflect.deleteProperty(end(file, '502', 'refused'), 'command'),
      ['502/refused command has 0 things to look at'],
    ],
    [
      'an end with two things to look at',
      (file) => Object.assign(end(file, '502', 'refused'), { line: 'refused' }),
      ['502/refused command has 2 things to look at'],
    ],
    [
      'an end that rests on nothing',
      (file) => Object.assign(end(file, '502', 'passed-on'), { references: [] }),
      ['502/passed-on references rests on nothing'],
    ],
    [
      'a condition that nobody knows',
      (file) => Object.assign(end(file, '502', 'refused'), { condition: 'upstream.sulks' }),
      ['502/refused condition "upstream.sulks" is not known'],
    ],
    [
      'a document that nobody knows',
      (file) => Object.assign(end(file, '403', 'waf'), { references: [{ document: 'hearsay' }] }),
      ['403/waf references document "hearsay" is not known'],
    ],
  ];

  it.each(cases)('is named: %s', (_, edit, wanted) => {
    const file = structuredClone(troubleFile);
    edit(file);
    const found = troubleFaults(file, catalog).map(({ record, field, problem }) => `${record} ${field} ${problem}`);
    for (const problem of wanted) expect(found).toContain(problem);
  });

  it('always comes with a remedy', () => {
    for (const [, edit] of cases) {
      const file = structuredClone(troubleFile);
      edit(file);
      for (const { remedy } of troubleFaults(file, catalog)) expect(remedy).toMatch(/^[A-Z].{5,}/);
    }
  });
});
