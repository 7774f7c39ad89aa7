// The only place that writes logs: pino, with everything secret taken out.
import { types } from 'node:util';
import { type DestinationStream, type Logger, pino } from 'pino';
import { loggable } from './loggable.ts';
import { printableJson } from './printable-json.ts';

export function createLog(level: string, destination: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    // What goes in is made harmless below; errors are no errors any more.
    serializers: { err: (value: unknown) => value },
    hooks: {
      logMethod(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn) {
        method.apply(this, args.map(argument) as Parameters<pino.LogFn>);
      },
    },
  };
  return pino(options, { write: (line) => destination.write(`${printableJson(line.trimEnd())}\n`) });
}

/** The first one is a record or the message, what follows the message stands in it. */
function argument(value: unknown, index: number): unknown {
  return index === 0 && types.isNativeError(value) ? { err: loggable(value) } : loggable(value);
}
