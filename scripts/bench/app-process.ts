// An app in a process of its own, as production starts it, which tells what it has used.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface AppProcess {
  /** Where it listens, if it does. */
  url: string;
  usage: () => Promise<Usage>;
  stop: () => Promise<void>;
  /** As whoever runs it asks it to stop; gives its exit code. */
  terminate: () => Promise<number | null>;
}

export interface Usage {
  cpuMicroseconds: number;
  residentBytes: number;
  heapBytes: number;
  /** How late what should run next has run since the last time somebody asked. */
  delayMs: { p99: number; max: number };
}

export interface AppOptions {
  /** No benchmark takes longer, so an app that still runs then hangs. */
  limitMs?: number;
  execArgv?: readonly string[];
}

const LIMIT_MS = 60_000;
const REPORT = new URL('./usage-report.ts', import.meta.url);

/** Resolves when the app has logged that it is started. @throws where it ends instead */
export async function startApp(
  program: URL,
  settings: Record<string, string>,
  { limitMs = LIMIT_MS, execArgv = [] }: AppOptions = {},
): Promise<AppProcess> {
  // Neither a developer's variables nor their .env reach it.
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...settings };
  const child = fork(fileURLToPath(program), [], {
    cwd: tmpdir(),
    env,
    execArgv: [...execArgv, '--import', REPORT.href],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  child.once('exit', (code, signal) => {
    if (code !== 0) throw new Error(`${program.pathname} ended with ${code ?? signal}`);
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
    terminate: async () => {
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      return code as number | null;
    },
  };
}

/** Why an app ends by itself is worth reading, whenever it does. */
function started({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the app has no output to read');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let address = '';
  const lines = createInterface({ input: stdout });
  lines.on('line', (line) => {
    const { url, msg, level } = JSON.parse(line) as { url?: string; msg?: string; level?: string };
    address = url ?? address;
    if (msg === 'started') resolve(address);
    if (level === 'fatal') process.stderr.write(`${line}\n`);
  });
  lines.once('close', () => reject(new Error('the app ended before it had started')));
  return promise;
}
