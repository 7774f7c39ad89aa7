// Environment + declarations → settings, or one error that names every problem.
import type { Adapter, Values, Variable } from './adapter.ts';

export interface Settings {
  host: string;
  port: number;
  defaultLocale: string;
  logLevel: string;
  /** The configured platforms with their own values. */
  platforms: { adapter: Adapter; env: Values }[];
}

export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(
      `The settings have ${problems.length === 1 ? 'a problem' : 'problems'}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'SettingsError';
  }
}

/** Tokens, secrets and addresses are made of these. */
const VISIBLE = /^[ -~]*$/;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Settings of the process itself; each platform declares its own. */
export const COMMON_VARIABLES = [
  {
    name: 'HOST',
    purpose: 'where HTTP is served',
    purposeIn: { 'zh-CN': 'HTTP 监听的地址' },
    example: '127.0.0.1',
    pattern: /^[A-Za-z0-9.:-]+$/,
  },
  {
    name: 'PORT',
    purpose: 'its port, 0 for any free one',
    purposeIn: { 'zh-CN': 'HTTP 监听的端口，0 表示任选一个空闲端口' },
    example: '3000',
    pattern: /^\d{1,5}$/,
  },
  {
    name: 'DEFAULT_LOCALE',
    purpose: "the language where the asker's is not known: en or zh-CN",
    purposeIn: { 'zh-CN': '不知道提问者用什么语言时用哪种：en 或 zh-CN' },
    example: 'en',
  },
  {
    name: 'LOG_LEVEL',
    purpose: `one of ${LOG_LEVELS.join(', ')}`,
    purposeIn: { 'zh-CN': `日志级别：${LOG_LEVELS.join('、')} 之一` },
    example: 'info',
    pattern: new RegExp(`^(?:${LOG_LEVELS.join('|')})$`),
  },
] as const satisfies readonly Variable[];

/**
 * @param source the environment, with `.env` already in it; an empty value counts as not set
 * @param locales the languages that DEFAULT_LOCALE may name
 * @throws SettingsError naming every variable that is missing or malformed, and what it is for; never a value
 */
export function readSettings(source: Values, adapters: readonly Adapter[], locales: readonly string[]): Settings {
  const problems: string[] = [];
  const value = (name: string): string | undefined => source[name]?.trim() || undefined;
  for (const { name, purpose, example, pattern } of [
    ...COMMON_VARIABLES,
    ...adapters.flatMap(({ variables }) => variables),
  ] as Variable[]) {
    const set = value(name);
    if (set === undefined) continue;
    // Copied along from a page, and mostly not seen: nothing would be signed with such a secret.
    if (!VISIBLE.test(set)) problems.push(`${name} holds a character that does not belong there (${purpose})`);
    else if (pattern && !pattern.test(set))
      problems.push(`${name} does not look right (${purpose}); it looks like ${example}`);
  }
  const port = Number(value('PORT') ?? 3000);
  if (port > 65_535) problems.push('PORT is at most 65535');
  const defaultLocale = localeOf(value('DEFAULT_LOCALE') ?? 'en', locales);
  if (!defaultLocale) problems.push(`DEFAULT_LOCALE is one of ${locales.join(', ')}`);
  const platforms = adapters.flatMap((adapter) => {
    const env = Object.fromEntries(adapter.variables.map(({ name }) => [name, value(name)]));
    const missing = missingVariables(adapter, env);
    problems.push(...missing);
    return missing.length === 0 && isWanted(adapter, env) ? [{ adapter, env }] : [];
  });
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    host: value('HOST') ?? '127.0.0.1',
    port,
    defaultLocale: defaultLocale ?? 'en',
    logLevel: value('LOG_LEVEL') ?? 'info',
    platforms,
  };
}

/** `zh` and `zh_CN.UTF-8` mean `zh-CN`, as they do after `--lang`. */
function localeOf(tag: string, locales: readonly string[]): string | undefined {
  const language = (one: string): string | undefined => one.toLowerCase().split(/[-_.]/)[0];
  return locales.find((locale) => locale === tag) ?? locales.find((locale) => language(locale) === language(tag));
}

function isWanted({ configurations }: Adapter, env: Values): boolean {
  return configurations.flat().some((name) => env[name] !== undefined);
}

/** Half-set: some of a platform's variables are there, but no set of them is complete. */
function missingVariables(adapter: Adapter, env: Values): string[] {
  if (!isWanted(adapter, env)) return [];
  const gaps = adapter.configurations.map((names) => names.filter((name) => env[name] === undefined));
  if (gaps.some((gap) => gap.length === 0)) return [];
  const purpose = (name: string) => adapter.variables.find((variable) => variable.name === name)?.purpose ?? '';
  const started = gaps.filter((gap, index) => gap.length < (adapter.configurations[index]?.length ?? 0));
  const names = [...new Set((started.length > 0 ? started : gaps).flat())];
  const also = names.length > 1 && started.length > 1 ? ' (or another of these)' : '';
  return names.map((name) => `${name} is missing${also}: ${purpose(name)}`);
}

/** `.env.example`, from the same declarations. */
export function exampleFile(adapters: readonly Adapter[]): string {
  const section = (title: string, variables: readonly Variable[]): string =>
    [`# ${title}`, ...variables.map(({ name, purpose, example }) => `# ${purpose}\n#${name}=${example}`)].join('\n');
  const sections = [
    ...adapters.map(({ name, variables }) => section(name, variables)),
    section('process', COMMON_VARIABLES),
  ];
  return `${sections.join('\n\n')}\n`;
}
