// The command line: options, or a usage error.
import { parseArgs } from 'node:util';
import type { Core } from '#core';

export interface TerminalArguments {
  locale: string | undefined;
  json: boolean;
  explain: boolean;
  full: boolean;
  /** Finding nothing is a failure. */
  strict: boolean;
  /** Undefined where no query was given at all; an empty query is a query. */
  query: string | undefined;
}

export class UsageError extends Error {}

export const USAGE = `Usage: npm run -s http -- [--lang en|zh-CN] [--json] [--explain] [--full] [--strict] [query …]

  --lang TAG   language of the answer
  --json       one JSON object per query and line
  --explain    each input is a message to explain, not a question
  --full       with facts, related codes and sources
  --strict     exit with 1 where nothing is found
  --version    of this program
  --help       this text

Without a query: a prompt on a terminal; otherwise one query per line of standard input,
which is one message with --explain, unless --json asks for an answer per line.
`;

/** @throws UsageError for an option that does not exist, lacks its value, or names a language there is no prose for. */
export function parseTerminalArguments(argv: readonly string[], core: Core): TerminalArguments | 'help' | 'version' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const { lang, json, explain, full, strict } = values;
  const locale = core.negotiate([lang]);
  if (lang !== undefined && locale === undefined)
    throw new UsageError(`There is no language "${lang}"; there is ${core.locales.join(', ')}.`);
  return { locale, json, explain, full, strict, query: positionals.length > 0 ? positionals.join(' ') : undefined };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
