// What has been accepted and is not finished: an acknowledged mention is answered later, also while the app stops.
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface InFlight {
  /** The same promise, which is waited for at the end. */
  track: <Result>(work: Promise<Result>) => Promise<Result>;
  /** False from `close` on. */
  isOpen: () => boolean;
  /** Whether nobody waits for anything any more; what comes now must not be accepted. */
  isClosed: () => boolean;
  /**
   * Resolves when `first` has ended and nothing is in flight, whatever joins meanwhile; at the latest after the limit.
   * Never rejects.
   */
  close: (first?: Promise<unknown>) => Promise<void>;
}

export function createInFlight(limitMs: number, log: Logger): InFlight {
  const working = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  let isClosed = false;
  const track: InFlight['track'] = (work) => {
    const done = work.then(nothing, nothing);
    working.add(done);
    void done.then(() => working.delete(done));
    return work;
  };
  const drain = async (first: Promise<unknown>): Promise<void> => {
    void track(first);
    const over = new AbortController();
    const late = wait(limitMs, 'late' as const, { signal: over.signal }).catch(nothing);
    while (working.size > 0 && (await Promise.race([Promise.all(working), late])) !== 'late');
    over.abort();
    if (working.size > 0) log.warn({ unfinished: working.size }, 'stopped while work was in flight');
    isClosed = true;
  };
  const close: InFlight['close'] = (first = Promise.resolve()) => {
    closing ??= drain(first);
    return closing;
  };
  return { track, isOpen: () => !closing, isClosed: () => isClosed, close };
}

function nothing(): void {}
