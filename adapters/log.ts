// The only place that writes logs: pino, with everything secret taken out.
import { type DestinationStream, type Logger, pino } from 'pino';

/** Tokens and secrets wherever they stand in a text: Slack tokens, Discord tokens, signed URLs. */
const SECRETS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=\/)[\w-]{20,}\.[\w-]{6}\.[\w-]{20,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=hooks\/|commands\/|actions\/|webhooks\/\d+\/|interactions\/\d+\/)[\w/-]{16,}/g;

export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: ['*.token', '*.authorization', '*.headers', 'token', 'headers'], censor: '[secret]' },
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: (error: Error) => withoutSecrets(pino.stdSerializers.err(error)) },
    hooks: {
      logMethod(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn) {
        method.apply(
          this,
          args.map((arg: unknown) => (typeof arg === 'string' ? hideSecrets(arg) : arg)) as Parameters<pino.LogFn>,
        );
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The text with every token in it replaced. */
export function hideSecrets(text: string): string {
  return text.replace(SECRETS, '[secret]');
}

function withoutSecrets(value: object): object {
  return JSON.parse(hideSecrets(JSON.stringify(value))) as object;
}
