// Bolt's logger, writing to ours.
import { inspect } from 'node:util';
import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Logger as PinoLogger } from 'pino';

/** Bolt's debug output holds whole payloads, so it goes to `trace`; what people write is nobody's log line. */
export function createBoltLog(log: PinoLogger): Logger {
  const line = (parts: unknown[]): string =>
    parts
      .map((part) => (typeof part === 'string' ? part : part instanceof Error ? part.message : inspect(part)))
      .join(' ');
  return {
    debug: (...parts) => {
      if (log.isLevelEnabled('trace')) log.trace(line(parts));
    },
    info: (...parts) => log.debug(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.error(line(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
