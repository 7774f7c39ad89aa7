// Starts a software in a folder of its own and stops it again.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { untilListening } from './ports.ts';
import type { Place, Software, Start } from './software.ts';

export type Running = {
  /** Whether one of its processes has ended by itself. */
  ended: () => boolean;
  stop: () => Promise<void>;
  /** To its first process. */
  signal: (name: NodeJS.Signals) => void;
  /** What was written to these files since the mark. */
  mark: (files: string[]) => Map<string, number>;
  since: (mark: Map<string, number>) => string;
};

export async function launch(software: Software, place: Place, start: Start): Promise<Running> {
  for (const folder of ['.', ...(start.folders ?? [])]) makeFolder(join(place.folder, folder));
  for (const [name, text] of Object.entries(start.files ?? {})) {
    makeFolder(dirname(join(place.folder, name)));
    writeFileSync(join(place.folder, name), text);
  }
  for (const [name, mode] of Object.entries(start.modes ?? {})) chmodSync(join(place.folder, name), mode);
  const owner = start.unprivileged && process.getuid?.() === 0 ? nobody : undefined;
  if (owner) giveTo(owner, place.folder);
  const children = start.commands.map((command) => run(command, place, owner));
  // They lead groups of their own, so an interrupted lab would leave them behind.
  process.once('exit', () => {
    for (const child of children) signalGroup(child, 'SIGKILL');
  });
  try {
    for (const port of [place.port, ...(start.awaits ?? [])]) {
      await untilListening(port, 30_000, () => children.some(hasEnded));
    }
  } catch (error) {
    await stop(children);
    throw new Error(`${software.id} did not start: ${outputOf(place).slice(-1500)}`, { cause: error });
  }
  await new Promise((resolve) => setTimeout(resolve, software.settle ?? 300));
  const path = (file: string) => join(place.folder, file);
  return {
    ended: () => children.some(hasEnded),
    stop: () => stop(children),
    signal: (name) => children[0]?.kill(name),
    mark: (files) => new Map(files.map((file) => [path(file), existsSync(path(file)) ? statSync(path(file)).size : 0])),
    since: (mark) =>
      [...mark]
        .map(([file, from]) => (existsSync(file) ? readFileSync(file).subarray(from).toString('latin1') : ''))
        .join(''),
  };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

type Owner = { uid: number; gid: number };

/** The user and group that every system keeps for this. */
const nobody: Owner = { uid: 65534, gid: 65534 };

function giveTo({ uid, gid }: Owner, folder: string): void {
  for (const entry of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(folder, entry), uid, gid);
  }
}

/** Some software gives up its rights, so its folders must be open to all. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
}

function run({ command, env, output }: Start['commands'][number], place: Place, owner?: Owner): ChildProcess {
  const [program = '', ...parameters] = command;
  const file = openSync(join(place.folder, output ?? 'output.log'), 'a');
  const child = spawn(program, parameters, {
    cwd: place.folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', file, file],
    detached: true,
    ...owner,
  });
  child.on('error', () => {});
  closeSync(file);
  return child;
}

function outputOf(place: Place): string {
  const file = join(place.folder, 'output.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Each child leads a process group of its own, which ends with it. */
async function stop(children: ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      const exited = child.exitCode === null && child.signalCode === null;
      const over = exited ? new Promise((resolve) => child.once('exit', resolve)) : undefined;
      signalGroup(child, 'SIGTERM');
      if (over) await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 8000))]);
      signalGroup(child, 'SIGKILL');
    }),
  );
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
