// Writes what is derived from code and data; with --check, only says what is not current.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCatalog } from '../src/catalog/catalog.ts';
import { CatalogError } from '../src/catalog/faults.ts';
import { readDataFiles } from '../src/catalog/files.ts';
import { markerFaults } from '../src/markers/faults.ts';
import { generatedFiles } from './generated-files.ts';

const check = process.argv.includes('--check');
const root = new URL('../', import.meta.url);
const stale: string[] = [];

// The start reads the markers unparsed, so their form is checked here.
const files = readDataFiles({ data: new URL('data/', root), locales: new URL('locales/', root) });
const faults = markerFaults(files.markers, buildCatalog(files));
if (faults.length > 0) throw new CatalogError(faults);

for (const { path, text } of generatedFiles()) {
  const file = new URL(path, root);
  const wanted = path.endsWith('.json') ? formatted(path, text) : text;
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  if (check) stale.push(path);
  else writeFileSync(file, wanted);
}

if (stale.length > 0) {
  process.stderr.write(`Not current: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.\n`);
  process.exitCode = 1;
}

/** As Biome would write it, so that lint and generator agree. */
function formatted(path: string, text: string): string {
  return execFileSync(
    fileURLToPath(new URL('node_modules/.bin/biome', root)),
    ['format', `--stdin-file-path=${path}`],
    {
      input: text,
      encoding: 'utf8',
      cwd: root,
    },
  );
}
