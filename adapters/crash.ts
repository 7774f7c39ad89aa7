// What nobody caught: it is written to the log, whatever it is, and ends the process, whose state is unknown then.
import type { Life } from './process.ts';

export function endOnCrash({ log, end }: Pick<Life, 'log' | 'end'>): void {
  const crash =
    (words: string) =>
    (reason: unknown): void => {
      log.fatal({ err: reason }, words);
      end(1);
    };
  process.on('uncaughtException', crash('uncaught exception'));
  process.on('unhandledRejection', crash('unhandled rejection'));
}
