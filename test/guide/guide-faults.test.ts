// data/decision.json against the published diagram, and what a start says about a faulty one.
import { describe, expect, it } from 'vitest';
import { edgesOf } from '../../src/guide/diagram.ts';
import { guideFaults } from '../../src/guide/guide-faults.ts';
import type { DecisionFile } from '../../src/guide/schema.ts';
import { catalog } from '../catalog/catalog-files.ts';
import { publishedEdges, terminalCodes } from './diagram-facts.ts';
import { decisionFile, diagram, steps } from './guide-under-test.ts';

const isRegistered = (code: string): boolean => catalog.entries.has(`standard:${code}`);

describe('data/decision.json', () => {
  it('has every edge of the published diagram and no other', () => {
    const own = edgesOf(diagram).map(({ from, answer, to }) => `${from} ${answer} ${to}`);
    const frame = [`start anything ${diagram.start}`, 'last anything finish'];
    expect([...own, ...frame].sort(), 'copy the edge as it is published').toEqual(publishedEdges);
  });

  it('names the owners and the licence of the diagram, and what was changed', () => {
    expect(diagram).toMatchObject({
      copyright: ['2008 Alan Dean', '2013 Andrei Neculau'],
      licence: 'Apache-2.0',
      version: 'v4.0.202202-1',
      changes: expect.stringContaining('additions'),
    });
  });

  it('offers beside the diagram what the diagram never ends in', () => {
    const beyond = new Set(steps.flatMap(({ additions }) => additions).filter((code) => !terminalCodes.includes(code)));
    expect([...beyond]).toEqual(
      expect.arrayContaining([
        '301',
        '302',
        '402',
        '408',
        '411',
        '416',
        '421',
        '422',
        '425',
        '426',
        '429',
        '502',
        '504',
      ]),
    );
  });

  it('has no faults', () => {
    expect(guideFaults(decisionFile, isRegistered)).toEqual([]);
  });
});

describe('a faulty guide', () => {
  const step = (file: DecisionFile, id: string) => file.steps.find((one) => one.id === id);
  const cases: [string, (file: DecisionFile) => void, string[]][] = [
    ['an exit left out', (file) => step(file, 'caller')?.exits.pop(), ['caller exits lacks 401']],
    [
      'an addition claimed for the diagram',
      (file) => step(file, 'caller')?.exits.push(...(step(file, 'caller')?.additions.splice(0) ?? [])),
      ['caller exits claims 429 for the diagram'],
    ],
    [
      "the diagram's code claimed for us",
      (file) => step(file, 'caller')?.additions.push('405'),
      ['caller additions claims 405 for us', 'caller exits has 405 twice'],
    ],
    [
      'a code without a card',
      (file) => step(file, 'gateway')?.additions.push('599'),
      ['gateway exits ends in 599, which is not registered'],
    ],
    [
      'a way left out',
      (file) => step(file, 'resource')?.next.pop(),
      ['resource next leaves out "missing_has_precondition", to which the diagram leads'],
    ],
    [
      'a way that the diagram does not know',
      (file) => step(file, 'caller')?.next.push('resource'),
      ['caller next leads to resource, to which the diagram does not lead'],
    ],
    ['a way back', (file) => step(file, 'gateway')?.next.push('system'), ['gateway next leads back to system']],
    [
      'a decision that nobody asks',
      (file) => step(file, 'created')?.decisions.splice(1, 1),
      ['create_see_other steps is asked by no step'],
    ],
    [
      'a decision that does not exist',
      (file) => step(file, 'created')?.decisions.push('is_it_nice'),
      ['created decisions asks "is_it_nice", which does not exist'],
    ],
    [
      'an edge to nowhere',
      (file) => Object.assign(file.diagram.terminals, { '200_OK': 'nowhere' }),
      ['200_OK diagram leads to "nowhere", which does not exist'],
    ],
    ['a step left out', (file) => file.steps.splice(2, 1), [' steps has the steps system, connection, caller']],
  ];

  it.each(cases)('is named: %s', (_, edit, wanted) => {
    const file = structuredClone(decisionFile);
    edit(file);
    const found = guideFaults(file, isRegistered).map(({ record, field, problem }) => `${record} ${field} ${problem}`);
    for (const problem of wanted) expect(found.join('\n')).toContain(problem);
    expect(found.length).toBeGreaterThanOrEqual(wanted.length);
  });

  it('always comes with a remedy', () => {
    for (const [, edit] of cases) {
      const file = structuredClone(decisionFile);
      edit(file);
      for (const { remedy } of guideFaults(file, isRegistered)) expect(remedy).toMatch(/^[A-Z].{8,}/);
    }
  });
});
