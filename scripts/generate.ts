// Writes what is derived from code and data; with --check, only says what is not current.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.ts';

const check = process.argv.includes('--check');
const root = new URL('../', import.meta.url);
const stale: string[] = [];

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
