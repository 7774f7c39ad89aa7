// Faulty measurements stop the start, with all of them named at once.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CatalogError } from '../../src/index.ts';
import { copiedFolders } from '../catalog/copied-folders.ts';

const { path, start } = copiedFolders();

function change(file: string, edit: (json: Record<string, Record<string, unknown>>) => void): void {
  const json = JSON.parse(readFileSync(path(file), 'utf8'));
  edit(json);
  writeFileSync(path(file), JSON.stringify(json));
}

function faults(): string[] {
  try {
    start();
  } catch (error) {
    if (error instanceof CatalogError)
      return error.faults.map((fault) => [fault.file, fault.record, fault.field, fault.problem].join(' › '));
    throw error;
  }
  return [];
}

it('an observation of an unknown condition, a status that is no number, a missing version', () => {
  change('data/behaviour/haproxy.json', (file) => {
    delete file.version;
    Object.assign(file.observations ?? {}, {
      'upstream.melted': { status: 502 },
      'upstream.refused': { status: '503' },
    });
  });
  expect(faults()).toEqual([
    'data/behaviour/haproxy.json ›  › version › is missing',
    'data/behaviour/haproxy.json › upstream.refused › status › is no number',
    'data/behaviour/haproxy.json › upstream.melted ›  › is no known condition',
  ]);
});

it('a file that is no JSON, and one without a name', () => {
  writeFileSync(path('data/behaviour/nginx.json'), '{');
  change('data/behaviour/squid.json', (file) => {
    delete file.software;
  });
  expect(faults().map((fault) => fault.split(' › ')[0])).toEqual([
    'data/behaviour/nginx.json',
    'data/behaviour/squid.json',
  ]);
});

it('a condition without English words, and words without a condition', () => {
  change('locales/en/conditions.json', ({ conditions = {} }) => {
    delete conditions['upstream.refused'];
    conditions['upstream.melted'] = { name: 'x', summary: 'y', checks: [], aliases: [] };
  });
  expect(faults()).toEqual([
    'locales/en/conditions.json › upstream.melted ›  › has words but is no condition',
    'locales/en/conditions.json › upstream.refused ›  › has no words',
  ]);
});

it('none where another language has no words: English stands in, record by record', () => {
  rmSync(path('locales/zh-CN/conditions.json'));
  const { card } = start().answer({ text: 'haproxy upstream.refused', locale: 'zh-CN' });
  expect(card.title).toContain('HAProxy');
  expect(card.title).toContain('backend refuses the connection');
});
