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
}

interface Usage {
  cpuMicroseconds: number;
  residentBytes: number;
}

/** No benchmark takes longer, so an app that still runs then hangs. */
const LIMIT_MS = 60_000;
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
    timeout: LIMIT_MS,
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
