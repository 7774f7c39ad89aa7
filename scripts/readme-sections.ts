// Parts of the READMEs that follow from code: the table of variables.
import { readFileSync } from 'node:fs';
import type { Adapter, Variable } from '../adapters/adapter.ts';
import { COMMON_VARIABLES } from '../adapters/env.ts';

const SECTION = /(<!-- generated: variables -->\n)[\s\S]*?(<!-- end -->)/;

/** The file with its generated part written anew. */
export function withVariables(path: string, adapters: readonly Adapter[]): string {
  const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  return text.replace(SECTION, (_, start: string, end: string) => `${start}${variableTable(adapters)}${end}`);
}

function variableTable(adapters: readonly Adapter[]): string {
  const variables: readonly Variable[] = [...adapters.flatMap((adapter) => adapter.variables), ...COMMON_VARIABLES];
  const rows = variables.map(({ name, purpose, example }) => `| \`${name}\` | ${purpose} | \`${example}\` |`);
  return `${['| variable | purpose | such as |', '|---|---|---|', ...rows].join('\n')}\n`;
}
