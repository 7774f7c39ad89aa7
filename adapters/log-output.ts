// Where the log goes: never waited for, so a reader that is slow or gone stops nothing but the log.
import { constants, openSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

export interface LogOutput {
  write: (line: string) => void;
  /** Resolves when all of it is written, or nobody takes it in time. */
  written: () => Promise<void>;
}

/** Bytes that wait for a reader; lines that come then are dropped and counted. */
const MAX_BACKLOG = 1_000_000;
const RETRY_MS = 100;
/** How long the end of the process waits for a reader. */
const LAST_MS = 500;

/** The same output, which never blocks: a terminal does as long as Ctrl-S or a reader that is stuck holds it. */
export function unblocked(fd: number): number {
  if (!isatty(fd)) return fd;
  try {
    return openSync(`/dev/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return fd;
  }
}

/** What cannot be written at once is left out. */
export function complainTo(fd: number): (reason: string) => void {
  return (reason) => {
    try {
      writeSync(fd, `${reason}\n`);
    } catch {
      // Nobody is left to tell.
    }
  };
}

/**
 * @param fd one that does not block; a pipe does not, once `process.stdout` has been touched
 * @param complain says elsewhere, once each time, that the log is not taken
 */
export function createLogOutput(fd: number, complain: (reason: string) => void): LogOutput {
  const backlog: Buffer[] = [];
  let size = 0;
  let lost = 0;
  /** How many of those the backlog speaks of. */
  let told = 0;
  const lose = (lines: number, reason: string): void => {
    if (lost === 0) complain(reason);
    lost += lines;
  };
  const drain = (): void => {
    try {
      for (let [line] = backlog; line !== undefined; [line] = backlog) {
        const taken = writeSync(fd, line);
        size -= taken;
        if (taken < line.length) backlog[0] = line.subarray(taken);
        else backlog.shift();
      }
      lost -= told;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') return;
      lose(backlog.length, `the log cannot be written (${code})`);
      backlog.length = 0;
      size = 0;
    }
    told = 0;
  };
  const write = (line: string): void => {
    if (size > MAX_BACKLOG) {
      lose(1, 'nobody reads the log; lines are dropped');
      return;
    }
    const isTold = lost > 0 && told === 0;
    if (isTold) told = lost;
    const bytes = Buffer.from(isTold ? lossLine(lost) + line : line);
    backlog.push(bytes);
    size += bytes.length;
    drain();
  };
  const timer = setInterval(drain, RETRY_MS);
  timer.unref();
  const written = async (): Promise<void> => {
    for (let waited = 0; size > 0 && waited < LAST_MS; waited += RETRY_MS) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      drain();
    }
  };
  return { write, written };
}

function lossLine(lost: number): string {
  return `${JSON.stringify({ level: 'warn', time: Date.now(), lost, msg: 'log lines were lost' })}\n`;
}
