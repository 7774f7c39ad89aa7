// The repository's data and languages in a folder of their own, to be broken or added to.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { type Core, createCore } from '../../src/index.ts';
import { folders as originals } from './catalog-files.ts';

export interface CopiedFolders {
  path: (file: string) => string;
  /** A core over the copies. @throws CatalogError where they are faulty */
  start: () => Core;
  folders: () => { data: URL; locales: URL };
}

/** A new copy for every test of the file. */
export function copiedFolders(): CopiedFolders {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slash-http-'));
    cpSync(originals.data, join(folder, 'data'), { recursive: true });
    cpSync(originals.locales, join(folder, 'locales'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const url = (name: string): URL => pathToFileURL(join(folder, name, '/'));
  const folders = () => ({ data: url('data'), locales: url('locales') });
  return { path: (file) => join(folder, file), start: () => createCore(folders()), folders };
}
