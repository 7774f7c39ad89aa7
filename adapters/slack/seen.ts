// What has been handled already: Slack delivers an event up to four times, and people press twice.
import type { Timing } from './timing.ts';

export interface Seen {
  /** True the first time; false again for ten minutes. */
  isNew: (key: string) => boolean;
  /** As if it had never been handled. */
  forget: (key: string) => void;
}

/** Slack's last redelivery comes after about six minutes. */
const KEEP_MS = 600_000;
const MAX_KEYS = 10_000;

export function createSeen({ now }: Pick<Timing, 'now'>): Seen {
  const keys = new Map<string, number>();
  const isNew = (key: string): boolean => {
    for (const [old, until] of keys) {
      if (until > now() && keys.size < MAX_KEYS) break;
      keys.delete(old);
    }
    if (keys.has(key)) return false;
    keys.set(key, now() + KEEP_MS);
    return true;
  };
  return { isNew, forget: (key) => keys.delete(key) };
}
