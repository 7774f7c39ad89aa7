// The rules of the house. Each failure says what to do.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Source {
  path: string;
  text: string;
  /** As written. */
  imports: string[];
  /** Paths from the root, for relative imports. */
  targets: string[];
}

function sources(pattern: string): Source[] {
  return globSync(pattern, { cwd: root }).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const imports = [...code.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)'([^']+)'/g)].map(([, name = '']) => name);
    const targets = imports
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, resolve(root, dirname(path), name)));
    return { path, text: code, imports, targets };
  });
}

const core = sources('src/**/*.ts');
const adapters = sources('adapters/**/*.ts');
const playground = sources('playground/**/*.ts');
const all = [...core, ...adapters, ...playground, ...sources('scripts/**/*.ts')];

const offenders = (files: readonly Source[], isWrong: (file: Source) => boolean): string[] =>
  files.filter(isWrong).map(({ path }) => path);
/** `slack` for adapters/slack/listen.ts; undefined for what all platforms share. */
const platformOf = (path: string): string | undefined => /^adapters\/([^/]+)\//.exec(path)?.[1];

describe('the core', () => {
  it('imports no adapter and no playground', () => {
    const wrong = offenders(core, ({ targets }) => targets.some((target) => !/^(?:src|locales)\//.test(target)));
    expect(wrong, 'move what is needed into src/, or pass it in').toEqual([]);
  });

  it('imports no package but those it is made of', () => {
    const allowed = new Set(['zod', 'i18next', 'minisearch/SearchableMap']);
    const wrong = offenders(core, ({ imports }) =>
      imports.some((name) => !name.startsWith('.') && !name.startsWith('node:') && !allowed.has(name)),
    );
    expect(wrong, 'a chat SDK belongs to an adapter; another library needs a page in docs/decisions/').toEqual([]);
  });

  it('reads no environment and writes no log', () => {
    const wrong = offenders(core, ({ text }) => /\bprocess\.|\bconsole\./.test(text));
    expect(wrong, 'pass it in as a parameter').toEqual([]);
  });

  it('touches the disk at start only, in the loaders', () => {
    const loaders = ['catalog/files', 'i18n', 'guide/load', 'behaviour/load', 'markers/load'].map(
      (name) => `src/${name}.ts`,
    );
    const wrong = offenders(
      core,
      ({ path, imports }) => imports.some((name) => /^node:(?:fs|http|net)/.test(name)) && !loaders.includes(path),
    );
    expect(wrong, 'read it at start, in a loader').toEqual([]);
  });

  it('answers without waiting', () => {
    const wrong = offenders(core, ({ text }) => /\basync\b|\bawait\b|\bPromise\b|\bsetTimeout\b/.test(text));
    expect(wrong, 'await around the core, never in it').toEqual([]);
  });

  it('keeps prose out of the code', () => {
    const wrong = offenders(
      core,
      ({ path, text }) =>
        /\p{Script=Han}/u.test(text) &&
        !/^src\/query\/(?:words|vocabulary|parse|tokens|simplified|suggest|same-words|tls-direction|other-numbers|signs\/[a-z]+|extract(?:\/[a-z0-9]+)?|search(?:\/[a-z]+)?)\.ts$/.test(
          path,
        ),
    );
    expect(wrong, 'put sentences and labels into locales/').toEqual([]);
  });
});

describe('adapters', () => {
  it('have no circles of imports, not even of types', () => {
    const targetsOf = new Map(adapters.map(({ path, targets }) => [path, targets]));
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const target of targetsOf.get(from) ?? []) if (!seen.has(target)) reached(target, seen.add(target));
      return seen;
    };
    const wrong = offenders(adapters, ({ path }) => reached(path).has(path));
    expect(wrong, 'let the lower one say itself what it takes').toEqual([]);
  });

  it('import the core through #core only', () => {
    const wrong = offenders(adapters, ({ targets }) => targets.some((target) => target.startsWith('src/')));
    expect(wrong, 'import from #core; export it there if it belongs to the surface').toEqual([]);
  });

  it('never import another platform', () => {
    const shared = new Set(['adapters/index.ts', 'adapters/main.ts']);
    const wrong = offenders(
      adapters,
      ({ path, targets }) =>
        !shared.has(path) &&
        targets.some((target) => platformOf(target) !== undefined && platformOf(target) !== platformOf(path)),
    );
    expect(wrong, 'move what both need into adapters/').toEqual([]);
  });

  it('load a platform SDK only behind that platform', () => {
    const sdk = /^(?:@slack\/|discord\.js|discord-api)/;
    const wrong = offenders(
      adapters,
      ({ path, imports }) =>
        imports.some((name) => sdk.test(name)) && (platformOf(path) === undefined || path.endsWith('/index.ts')),
    );
    expect(wrong, "import it in the platform's folder, reached from listen.ts").toEqual([]);
  });

  it('read the environment in main.ts only', () => {
    const wrong = offenders(
      [...adapters, ...playground],
      ({ path, text }) => /process\.env\b/.test(text) && !path.endsWith('main.ts'),
    );
    expect(wrong, 'declare a variable in the adapter and take it from the context').toEqual([]);
  });

  it('write no log but through pino', () => {
    expect(
      offenders(adapters, ({ text }) => /\bconsole\./.test(text)),
      'use context.log',
    ).toEqual([]);
  });

  it('have no default in a switch over blocks or actions, so that a new one does not compile until it is rendered', () => {
    const wrong = offenders([...adapters, ...core], ({ text }) =>
      /switch \((?:block|action|match|query|remark)\b[\s\S]*?\bdefault:/.test(text),
    );
    expect(wrong, 'name every case').toEqual([]);
  });
});

describe('the playground', () => {
  it('is imported by tests and by its own start only', () => {
    const wrong = offenders(
      [...core, ...adapters],
      ({ path, targets }) => path !== 'adapters/start.ts' && targets.some((target) => target.startsWith('playground/')),
    );
    expect(wrong, 'the product must run without it').toEqual([]);
  });
});

describe('everything', () => {
  it('imports nothing from test/', () => {
    expect(
      offenders(all, ({ targets }) => targets.some((target) => target.startsWith('test/'))),
      'move it out of test/',
    ).toEqual([]);
  });

  it('says in its name what it holds', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|lib|types|constants)(?:\.ts|\/)/;
    expect(
      offenders(all, ({ path }) => vague.test(path) || /[A-Z_]/.test(path)),
      'name it in kebab-case after its main export',
    ).toEqual([]);
  });

  it('keeps files under 250 lines', () => {
    expect(
      offenders(all, ({ path }) => readFileSync(join(root, path), 'utf8').split('\n').length > 251),
      'split it by its jobs',
    ).toEqual([]);
  });

  it('has tests that mirror the tree', () => {
    const lost = globSync('test/*/**/*.test.ts', { cwd: root })
      .map((path) => path.split('/').slice(1, -1).join('/'))
      .filter((folder) => !['src', 'adapters', '.'].some((base) => existsSync(join(root, base, folder))));
    expect([...new Set(lost)], 'put the test where its subject is').toEqual([]);
  });
});
