// A vendor or a language is a file or a folder; no code names it.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { copiedFolders } from './copied-folders.ts';

const { path, start } = copiedFolders();
const write = (file: string, content: object): void => writeFileSync(path(file), JSON.stringify(content));

describe('a new vendor file', () => {
  it('is found, with its names, its code and its prose', () => {
    const documents = [{ id: 'acme-manual', title: 'Acme manual', kind: 'manual', url: 'https://example.com/' }];
    const status = {
      code: '599',
      name: 'Anvil Dropped',
      state: 'vendor',
      references: [{ document: 'acme-manual' }],
      visibility: 'wire',
      sender: 'gateway',
      fault: 'origin',
    };
    write('data/vendors/acme.json', {
      vendor: { name: 'Acme', names: ['coyote'], hop: 'gateway' },
      documents,
      statuses: [status],
    });
    write('locales/en/status/acme.json', {
      vendor: { summary: 'Makes anvils.' },
      statuses: { '599': { summary: 'An anvil fell on the upstream.' } },
    });
    const core = start();
    expect(core.answer({ text: 'coyote 599', locale: 'en' })).toMatchObject({ kind: 'status', ids: ['acme:599'] });
    expect(core.answer({ text: 'acme', locale: 'zh-CN' })).toMatchObject({ kind: 'vendor', ids: ['acme:599'] });
    expect(core.answer({ text: 'anvil dropped', locale: 'en' }).ids[0]).toBe('acme:599');
  });
});

describe('a new locale folder', () => {
  it('serves its readers, with what it has not translated in English', () => {
    mkdirSync(path('locales/de/status'), { recursive: true });
    for (const name of ['ui', 'commands', 'classes', 'compare', 'decision', 'trouble'])
      cpSync(path(`locales/en/${name}.json`), path(`locales/de/${name}.json`));
    const ui = JSON.parse(readFileSync(path('locales/de/ui.json'), 'utf8')) as { language: object };
    write('locales/de/ui.json', { ...ui, language: { name: 'Deutsch' } });
    const prose = { '502': { name: 'Fehlerhaftes Gateway', summary: 'Das Gateway bekam keine brauchbare Antwort.' } };
    write('locales/de/status/standard.json', { statuses: prose });
    const core = start();
    expect(core.negotiate(['de-AT'])).toBe('de');
    expect(JSON.stringify(core.answer({ text: '502', locale: 'de' }).card)).toContain('Fehlerhaftes Gateway');
    expect(JSON.stringify(core.answer({ text: '504', locale: 'de' }).card)).toContain('got no answer in time');
    expect(JSON.stringify(core.answer({ text: '502', locale: 'en' }).card)).toContain('Deutsch');
  });
});
