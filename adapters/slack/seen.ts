// What has been handled already: Slack delivers an event up to four times, and people press twice.
import type { Timing } from './timing.ts';

export interface Seen {
  /** True the first time; false again until it is old. */
  isNew: (key: string) => boolean;
  /** As if it had never been handled. */
  forget: (key: string) => void;
}

interface Bounds {
  /** Ten minutes: Slack's last redelivery comes after about six. */
  keepMs?: number;
  /** This many of the newest keys are kept whatever happens; 200 a second for ten minutes. */
  room?: number;
  /** Something is forgotten before it is old; called once in `keepMs`. */
  onFull?: () => void;
}

const KEEP_MS = 600_000;
const ROOM = 120_000;

/** Two generations, of which the older is dropped as a whole: nothing is looked for that might be old. */
export function createSeen(
  { now }: Pick<Timing, 'now'>,
  { keepMs = KEEP_MS, room = ROOM, onFull = () => undefined }: Bounds = {},
): Seen {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  let bornAt = now();
  let fullUntil = Number.NEGATIVE_INFINITY;

  const makeRoom = (): void => {
    const isFull = young.size >= room;
    if (!isFull && now() < bornAt + keepMs) return;
    // Of the older generation the youngest was put in last.
    const isLoss = isFull && [...old.values()].some((until) => until > now());
    if (isLoss && fullUntil <= now()) {
      fullUntil = now() + keepMs;
      onFull();
    }
    old = young;
    young = new Map();
    bornAt = now();
  };
  const isNew = (key: string): boolean => {
    if ((young.get(key) ?? old.get(key) ?? 0) > now()) return false;
    makeRoom();
    young.set(key, now() + keepMs);
    return true;
  };
  const forget = (key: string): void => {
    young.delete(key);
    old.delete(key);
  };
  return { isNew, forget };
}
