// An app in a process of its own, as production starts it, which tells what it has used.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { percentile } from './measure.ts';

export interface AppProcess {
  /** Where it listens, if it does. */
  url: string;
  usage: () => Promise<Usage>;
  stop: () => Promise<void>;
}

export interface Usage {
  cpuMicroseconds: number;
  residentBytes: number;
}

const REPORT = new URL('./usage-report.ts', import.meta.url);

/** Resolves when the app has logged that it is started. @throws where it ends instead */
export async function startApp(program: URL, settings: Record<string, string>): Promise<AppProcess> {
  // Neither a developer's variables nor their .env reach it.
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...settings };
  const child = fork(fileURLToPath(program), [], {
    cwd: tmpdir(),
    env,
    execArgv: ['--import', REPORT.href],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.once('exit', (code) => {
    if (code) throw new Error(`${program.pathname} ended with code ${code}`);
  });
  return {
    url: await started(child),
    usage: async () => {
      const [[usage]] = await Promise.all([once(child, 'message'), child.send('usage')]);
      return usage as Usage;
    },
    stop: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

async function started({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the app has no output to read');
  let address = '';
  for await (const line of createInterface({ input: stdout })) {
    const { url, msg } = JSON.parse(line) as { url?: string; msg?: string };
    address = url ?? address;
    if (msg !== 'started') continue;
    stdout.resume();
    return address;
  }
  throw new Error('the app ended before it had started');
}

/** The median of a figure over all rounds: what else runs on the machine disturbs only some of them. */
export function median<Round>(rounds: readonly Round[], figure: (round: Round) => number): number {
  return percentile(rounds.map(figure), 50);
}

export function megabytes({ residentBytes }: Usage): string {
  return `${Math.round(residentBytes / 1e6)} MB`;
}
