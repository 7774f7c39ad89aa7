// Scaffolds a record and its prose in every language: npm run new:status -- <source> <code>
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { localeNames } from '../src/catalog/files.ts';

const root = new URL('../', import.meta.url);
const [source = '', code = ''] = process.argv.slice(2);
const TO_WRITE = 'To be written.';

interface StatusFile {
  statuses: { code: string }[];
}
interface ProseFile {
  vendor?: object;
  statuses: Record<string, object>;
}

if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(source) || !/^\d{3,4}(?:\.\d{1,3})?$/.test(code)) {
  process.stderr.write('Usage: npm run new:status -- <source> <code>, such as nginx 499 or iis 403.14\n');
  process.exit(2);
}

const dataPath = source === 'standard' ? 'data/standard.json' : `data/vendors/${source}.json`;
const data = read<StatusFile>(dataPath) ?? newVendor(source);
if (data.statuses.some((status) => status.code === code)) {
  process.stderr.write(`${source}:${code} is there already, in ${dataPath}\n`);
  process.exit(1);
}
data.statuses.push(newRecord(code));
data.statuses.sort((a, b) => inOrder(a.code, b.code));
write(dataPath, data);

for (const locale of localeNames(new URL('locales/', root))) {
  const path = `locales/${locale}/status/${source}.json`;
  const prose: ProseFile = read<ProseFile>(path) ?? { vendor: { summary: TO_WRITE }, statuses: {} };
  prose.statuses[code] = {
    ...(locale === 'en' ? {} : { name: TO_WRITE }),
    summary: TO_WRITE,
    causes: [TO_WRITE],
    checks: [TO_WRITE],
    aliases: [],
  };
  prose.statuses = Object.fromEntries(Object.entries(prose.statuses).sort(([a], [b]) => inOrder(a, b)));
  write(path, prose);
}
process.stdout.write(
  `Now: the facts in ${dataPath}, the prose in locales/*/status/${source}.json, then npm run fix && npm run check\n`,
);

function read<T>(path: string): T | undefined {
  const file = new URL(path, root);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

function write(path: string, content: object): void {
  writeFileSync(new URL(path, root), `${JSON.stringify(content, undefined, 2)}\n`);
  process.stdout.write(`wrote ${path}\n`);
}

function newVendor(id: string): StatusFile {
  const vendor = { name: id, names: [], hop: 'origin' };
  const documents = [{ id: `${id}-manual`, title: TO_WRITE, kind: 'manual', url: 'https://example.com/' }];
  return { $schema: '../schema.json', vendor, documents, statuses: [] } as StatusFile;
}

function newRecord(newCode: string): { code: string } {
  const references = [{ document: source === 'standard' ? 'rfc9110' : `${source}-manual` }];
  const record = { code: newCode, name: TO_WRITE, state: 'vendor', references, visibility: 'wire' };
  return newCode.includes('.') ? record : ({ ...record, sender: 'origin', fault: 'any' } as { code: string });
}

function inOrder(a: string, b: string): number {
  const [wholeA = 0, partA = -1] = a.split('.').map(Number);
  const [wholeB = 0, partB = -1] = b.split('.').map(Number);
  return wholeA - wholeB || partA - partB;
}
