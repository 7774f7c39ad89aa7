// From nothing to a core that answers, beside importing its libraries alone; each in a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, figure, percentile } from './measure.ts';
import { root } from './subjects.ts';

const RUNS = 7;

const LIBRARIES = `await import('zod'); await import('i18next'); await import('minisearch/SearchableMap');`;
const CORE = `const { createCore } = await import('#core'); const core = createCore();`;
const WORDS = `core.answer({ text: 'upstream too slow', locale: 'en' });`;

interface Cost {
  cpu: number;
  clock: number;
}

export const start: Bench = {
  name: 'start',
  run: async () => {
    const cache = mkdtempSync(join(tmpdir(), 'slash-http-'));
    const programs = [
      { name: 'libraries alone         ', program: LIBRARIES },
      { name: 'core, its first start   ', program: CORE },
      { name: 'core (target: 150 ms)   ', program: CORE, cache },
      { name: 'core and first words    ', program: CORE + WORDS },
    ];
    const runs = Array.from({ length: RUNS }, () => programs.map(cost));
    rmSync(cache, { recursive: true });
    const medians = programs.map(
      (_, place): Cost => ({ cpu: median(runs, place, 'cpu'), clock: median(runs, place, 'clock') }),
    );
    const libraries = medians[0]?.cpu ?? 1;
    return programs.map(({ name }, place) => {
      const { cpu, clock } = medians[place] ?? { cpu: 0, clock: 0 };
      return `${name} ${figure(clock)} ms, ${figure(cpu)} ms of CPU, ${figure(cpu / libraries)} of the libraries`;
    });
  },
};

function median(runs: readonly Cost[][], place: number, part: keyof Cost): number {
  return percentile(
    runs.map((run) => run[place]?.[part] ?? 0),
    50,
  );
}

/** Without the start of Node itself. */
function cost({ program, cache }: { program: string; cache?: string }): Cost {
  const code = `const cpu = process.cpuUsage(); const clock = performance.now(); ${program}
    const { user, system } = process.cpuUsage(cpu);
    process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, clock: performance.now() - clock }));`;
  const env = { ...process.env, ...(cache ? { NODE_COMPILE_CACHE: cache } : {}) };
  const options = { cwd: root, encoding: 'utf8', env } as const;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], options));
}
