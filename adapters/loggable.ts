// Any value at all → what a log can hold: no cycle, no getter that throws, nothing secret and nothing endless.

/** Tokens and secrets wherever they stand in a text: Slack tokens, Discord tokens, signed URLs. */
const SECRETS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=\/)[\w-]{20,}\.[\w-]{6}\.[\w-]{20,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=hooks\/|commands\/|actions\/|webhooks\/\d+\/|interactions\/\d+\/)[\w/-]{16,}/g;
const SECRET_KEYS = /^(?:token|authorization|headers)$/i;

/** A line that holds more is read by nobody. */
const MAX_TEXT = 10_000;
const MAX_DEPTH = 6;
const MAX_VALUES = 500;

/** The text with every token in it replaced. */
export function hideSecrets(text: string): string {
  return text.replace(SECRETS, '[secret]');
}

/** Never throws, whatever the value. */
export function loggable(value: unknown): unknown {
  return read(() => value, { ancestors: [], left: { values: MAX_VALUES } });
}

interface Place {
  ancestors: readonly object[];
  /** Shared by all places of one value. */
  left: { values: number };
}

/** Getters, proxies and conversions may throw anything. */
function read(get: () => unknown, place: Place): unknown {
  try {
    return plain(get(), place);
  } catch {
    return '[unreadable]';
  }
}

function plain(value: unknown, place: Place): unknown {
  switch (typeof value) {
    case 'string':
      return hideSecrets(value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value).toWellFormed();
    case 'bigint':
      return `${value}n`;
    case 'symbol':
    case 'function':
      return `[${typeof value}]`;
    case 'object':
      return value === null ? null : plainObject(value, place);
    default:
      return value;
  }
}

function plainObject(value: object, { ancestors, left }: Place): unknown {
  left.values -= 1;
  if (ancestors.includes(value)) return '[circular]';
  if (left.values < 0 || ancestors.length >= MAX_DEPTH) return '[and more]';
  const place = { ancestors: [...ancestors, value], left };
  if (Array.isArray(value)) return value.slice(0, left.values + 1).map((_, index) => read(() => value[index], place));
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON(), place);
  const keys =
    value instanceof Error ? ['name', 'message', 'stack', 'cause', ...Object.keys(value)] : Object.keys(value);
  return Object.fromEntries(
    keys.slice(0, left.values + 1).flatMap((key) => {
      const shown = SECRET_KEYS.test(key) ? '[secret]' : read(() => value[key as never], place);
      return shown === undefined ? [] : [[key === 'name' && value instanceof Error ? 'type' : key, shown]];
    }),
  );
}
