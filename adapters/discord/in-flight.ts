// What has been taken and is not answered yet.
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface InFlight {
  /** Starts the work at once; it may fail in any way. */
  take: (work: () => Promise<void>) => void;
  /** Resolves when `first` has happened and nothing is in flight any more; after `limitMs` at the latest. */
  settled: (first: Promise<unknown>, limitMs: number) => Promise<void>;
}

export function createInFlight(log: Logger): InFlight {
  const open = new Set<Promise<void>>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ err: error }, 'could not answer');
    }
  };
  const allOf = async (first: Promise<unknown>): Promise<true> => {
    await Promise.allSettled([first]);
    // What is in flight may still have been on its way when the last one ended.
    while (open.size > 0) await Promise.all(open);
    return true;
  };
  return {
    take: (work) => {
      const done = attempt(work).finally(() => open.delete(done));
      open.add(done);
    },
    settled: async (first, limitMs) => {
      const over = new AbortController();
      const late = setTimeout(limitMs, false, { signal: over.signal }).catch(() => true);
      if (!(await Promise.race([allOf(first), late])))
        log.warn({ unanswered: open.size }, 'stopped before everything was answered');
      over.abort();
    },
  };
}
