// How long things may take, and what tells the time; tests pass a clock of their own.
import { setTimeout as wait } from 'node:timers/promises';

export interface Timing {
  /** Waiting for the asker's language; later, the default language is used. */
  languageMs: number;
  /** One request to Slack. */
  requestMs: number;
  /** Before a request that Slack's side broke is sent once more. */
  repeatMs: number;
  /** The longest `Retry-After` that is waited for; a longer one is told to the person. */
  maxRetryAfterMs: number;
  /** Between attempts to open the socket; it doubles with each one, up to sixty times as much. */
  reconnectMs: number;
  /** For the socket to say goodbye. */
  closeMs: number;
  now: () => number;
  wait: (ms: number) => Promise<unknown>;
}

export const TIMING: Timing = {
  languageMs: 300,
  requestMs: 5_000,
  repeatMs: 500,
  maxRetryAfterMs: 5_000,
  reconnectMs: 500,
  closeMs: 2_000,
  now: Date.now,
  wait,
};
