import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CatalogError } from '../../src/index.ts';
import { copiedFolders } from './copied-folders.ts';

const { path, start } = copiedFolders();

interface Json {
  statuses: Record<string, unknown>[];
}

function change(file: string, edit: (json: Json) => void): void {
  const json = JSON.parse(readFileSync(path(file), 'utf8')) as Json;
  edit(json);
  writeFileSync(path(file), JSON.stringify(json));
}

function faults(): CatalogError['faults'] {
  try {
    start();
  } catch (error) {
    if (error instanceof CatalogError) return error.faults;
    throw error;
  }
  return [];
}

describe('a start with faulty data', () => {
  it('names three different faults of two records, each with file, record, field and remedy', () => {
    change('data/standard.json', ({ statuses: [first, second] }) => {
      Object.assign(first ?? {}, { sender: 'nobody', colour: 'red' });
      Object.assign(second ?? {}, { references: [] });
    });
    const found = faults();
    expect(found.map(({ file, record, field }) => [file, record, field])).toEqual([
      ['data/standard.json', '100', 'sender'],
      ['data/standard.json', '100', ''],
      ['data/standard.json', '101', 'references'],
    ]);
    expect(found.map(({ remedy }) => remedy)).toEqual([
      'Use one of client, network, edge, gateway, origin, any',
      'Remove or correct "colour"; data/README.md lists the fields',
      'Complete it, or leave the field out where it is optional',
    ]);
  });

  it('puts every fault into one message', () => {
    change('data/vendors/nginx.json', ({ statuses: [first] }) =>
      Object.assign(first ?? {}, { state: 'nice', visibility: 'radio' }),
    );
    const message = new CatalogError(faults()).message;
    expect(message).toContain('The data has 2 faults');
    expect(message).toContain('data/vendors/nginx.json › 009 › state');
    expect(message).toContain('data/vendors/nginx.json › 009 › visibility');
  });

  it('names a file that is no JSON beside faults of other files', () => {
    writeFileSync(path('data/vendors/caddy.json'), '{');
    change('data/vendors/nginx.json', ({ statuses: [first] }) => Object.assign(first ?? {}, { state: 'nice' }));
    expect(faults().map(({ file }) => file)).toEqual(['data/vendors/caddy.json', 'data/vendors/nginx.json']);
  });

  it.each([
    ['an unknown document', { references: [{ document: 'rfc1' }] }, 'document "rfc1" is not known'],
    [
      'an unknown section',
      { references: [{ document: 'rfc9110', section: '99.9' }] },
      'section 99.9 is not listed for rfc9110',
    ],
    ['a relation to nothing', { related: ['standard:299'] }, 'standard:299 does not exist'],
  ])('names %s', (_, edit, problem) => {
    change('data/standard.json', ({ statuses }) => Object.assign(statuses[20] ?? {}, edit));
    expect(faults().map((fault) => fault.problem)).toContain(problem);
  });

  it('names a record that stands twice', () => {
    change('data/standard.json', ({ statuses }) => statuses.push({ ...statuses[3] }));
    expect(faults()).toContainEqual(expect.objectContaining({ record: '103', problem: 'stands twice' }));
  });

  it('names English prose that is missing, and prose without a record', () => {
    change('data/vendors/caddy.json', ({ statuses: [first] }) => Object.assign(first ?? {}, { code: '498' }));
    expect(faults().map(({ file, record, problem }) => [file, record, problem])).toEqual([
      ['locales/en/status/caddy.json', '498', 'has no prose'],
      ['locales/en/status/caddy.json', '499', 'has prose but no record'],
      ['locales/zh-CN/status/caddy.json', '499', 'has prose but no record'],
    ]);
  });
});

describe('another language', () => {
  it('falls back to English record by record, never field by field', () => {
    rmSync(path('locales/zh-CN/status/caddy.json'));
    const core = start();
    const { blocks } = core.answer({ text: 'caddy 499', locale: 'zh-CN' }).card;
    const [heading] = blocks;
    // The verdict is ours, in the asker's language.
    const [, sentence] = blocks.filter(({ type }) => type === 'text');
    expect(heading).toMatchObject({ text: '499 Client closed request', subtitle: expect.stringMatching(/^Caddy · /) });
    expect(sentence).toEqual({ type: 'text', text: expect.stringMatching(/^[\x20-\x7e]+$/) });
  });
});
