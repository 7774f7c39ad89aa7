// The process as it is run, for the tests that look at it from outside.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { PretendSlack } from '../playground/pretend-slack.ts';

export const root = resolve(import.meta.dirname, '..');
/** How to end each that was started. */
const endings: (() => void)[] = [];

export interface Started {
  child: ChildProcess;
  /** Resolves with the first log record that has this message. */
  logged: (message: string) => Promise<Record<string, unknown>>;
  stderr: () => string;
  exit: Promise<number | null>;
}

export interface StartOptions {
  env: Record<string, string>;
  cwd?: string;
  /** Instead of the process's own entry: a program and its arguments. */
  command?: readonly [string, ...string[]];
  /** Code that is loaded before it, a module. */
  preload?: string;
  stdout?: 'pipe' | number;
  /** In a process group of its own, as a terminal gives it. */
  detached?: boolean;
}

export function startProcess({ env, cwd = root, command, preload, stdout = 'pipe', detached }: StartOptions): Started {
  const imports = preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
  const [program, ...args] = command ?? [process.execPath, ...imports, 'adapters/main.ts'];
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', stdout, 'pipe'],
    detached: detached ?? false,
  });
  endings.push(() => (detached ? endGroup(child) : child.kill('SIGKILL')));
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return {
    child,
    logged: logReader(child, () => stderr),
    stderr: () => stderr,
    exit: once(child, 'exit').then(([code]) => code as number | null),
  };
}

/** Ends whatever a test left running. */
export function endAll(): void {
  for (const ending of endings.splice(0)) ending();
}

/** With all that it has started. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

function logReader(child: ChildProcess, stderr: () => string): Started['logged'] {
  const records: Record<string, unknown>[] = [];
  if (!child.stdout) return () => Promise.reject(new Error('its log goes elsewhere'));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    // npm says what it starts.
    if (line.startsWith('{')) records.push(JSON.parse(line) as Record<string, unknown>);
  });
  const ended = once(lines, 'close').then(() => ['ended']);
  return async (message) => {
    for (;;) {
      const found = records.find(({ msg }) => msg === message);
      if (found) return found;
      const [last] = await Promise.race([once(lines, 'line'), ended]);
      if (last === 'ended' && !records.some(({ msg }) => msg === message)) throw new Error(`ended: ${stderr()}`);
    }
  };
}

/** Over HTTP: the platform that needs the server. */
export function slackSettings(slack: PretendSlack): Record<string, string> {
  return { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_API_URL: slack.apiUrl };
}

export async function rawConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return socket;
}

/** Everything that comes until the connection ends. */
export async function received(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => {
    text += chunk;
  });
  // A connection may be cut in the middle, too.
  socket.on('error', () => undefined);
  if (!socket.closed) await once(socket, 'close').catch(() => undefined);
  return text;
}
