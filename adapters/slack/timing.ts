// How long things may take, and what tells the time; tests pass a clock of their own.
import { setTimeout as wait } from 'node:timers/promises';

export interface Timing {
  /** Waiting for the asker's language; later, the default language is used. */
  languageMs: number;
  /** One request to Slack, sent once. */
  requestMs: number;
  /** One request with all its repeats; a longer wait is told to the person. */
  totalMs: number;
  /** Before a request that had no effect is sent again; twice as long before it is sent for the last time. */
  repeatMs: number;
  /** Before an answer that did not get through is sent another way. */
  otherWayMs: number;
  /** Between attempts to open the socket; it doubles with each one, up to sixty times as much. */
  reconnectMs: number;
  /** For the socket to say goodbye. */
  closeMs: number;
  /** For everything in flight when the app stops; with what the HTTP server needs before, less than the process has. */
  stopMs: number;
  /** Milliseconds, never going back. */
  now: () => number;
  wait: (ms: number) => Promise<unknown>;
}

export const TIMING: Timing = {
  languageMs: 300,
  requestMs: 5_000,
  totalMs: 10_000,
  repeatMs: 500,
  otherWayMs: 1_000,
  reconnectMs: 500,
  closeMs: 2_000,
  stopMs: 15_000,
  now: () => performance.now(),
  wait,
};
