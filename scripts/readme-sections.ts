// Parts of the READMEs that follow from code: the tables of commands and of variables.
import { readFileSync } from 'node:fs';
import type { Adapter, Variable } from '../adapters/adapter.ts';
import { COMMON_VARIABLES } from '../adapters/env.ts';
import { type Command, type Core, commands } from '../src/index.ts';

export interface Readme {
  path: string;
  locale: string;
}

/** The file with its generated parts written anew. */
export function withSections({ path, locale }: Readme, core: Core, adapters: readonly Adapter[]): string {
  const tables: Record<string, string> = {
    commands: commandTable(core, locale),
    variables: variableTable(core, locale, adapters),
  };
  const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  return text.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => `${start}${tables[name] ?? ''}${end}`,
  );
}

function commandTable(core: Core, locale: string): string {
  const t = core.translate(locale);
  const rows = commands.map((command: Command) => {
    const id = command.id as (typeof commands)[number]['id'];
    const name = command.slash ? `\`/${command.slash}\`` : t(`commands:${id as 'explain'}.name`);
    return [name, t(`readme.surface.${command.surface}`), t(`commands:${id}.description`)];
  });
  return table([t('readme.command'), t('readme.where'), t('readme.does')], rows);
}

function variableTable(core: Core, locale: string, adapters: readonly Adapter[]): string {
  const t = core.translate(locale);
  const variables: readonly Variable[] = [...adapters.flatMap((adapter) => adapter.variables), ...COMMON_VARIABLES];
  const rows = variables.map(({ name, purpose, purposeIn, example }) => [
    `\`${name}\``,
    purposeIn?.[locale] ?? purpose,
    `\`${example}\``,
  ]);
  return table([t('readme.variable'), t('readme.purpose'), t('readme.example')], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')}\n`;
}
