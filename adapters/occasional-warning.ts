// A warning of what anybody outside can cause at will: a flood of it shall not become one of the log.
import type { Logger } from 'pino';

const EVERY_MS = 60_000;

/**
 * Warns once in a while, with how many `times` it has come to that since the last warning; each time is seen at `debug`.
 * @param now milliseconds, never going back
 */
export function occasionalWarning(
  log: Logger,
  words: string,
  now = () => performance.now(),
): (details?: object) => void {
  let quietUntil = Number.NEGATIVE_INFINITY;
  let times = 0;
  return (details) => {
    times += 1;
    const isDue = now() >= quietUntil;
    log[isDue ? 'warn' : 'debug']({ ...details, times }, words);
    if (!isDue) return;
    quietUntil = now() + EVERY_MS;
    times = 0;
  };
}
