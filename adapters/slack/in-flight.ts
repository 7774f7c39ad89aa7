// What has been accepted and is not finished: an acknowledged mention is answered later, also while the app stops.
import type { Logger } from 'pino';

export interface InFlight {
  /** The same promise, which is waited for at the end. */
  track: <Result>(work: Promise<Result>) => Promise<Result>;
  /** False from `close` on. */
  isOpen: () => boolean;
  /** Whether nobody waits for anything any more; what comes now must not be accepted. */
  isClosed: () => boolean;
  /** Resolves when nothing is in flight, whatever joins meanwhile, and at the latest after the limit. Never rejects. */
  close: () => Promise<void>;
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
  const drain = async (): Promise<void> => {
    const limit = Promise.withResolvers<void>();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      limit.resolve();
    }, limitMs);
    while (working.size > 0 && !isLate) await Promise.race([Promise.all(working), limit.promise]);
    clearTimeout(timer);
    if (working.size > 0) log.warn({ unfinished: working.size }, 'stopped while work was in flight');
    isClosed = true;
  };
  const close = (): Promise<void> => {
    closing ??= drain();
    return closing;
  };
  return { track, isOpen: () => !closing, isClosed: () => isClosed, close };
}

function nothing(): void {}
