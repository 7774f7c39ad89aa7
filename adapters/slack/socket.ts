// Slack over Socket Mode: opened at start, opened again whenever it is gone.
import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { InFlight } from '../in-flight.ts';
import { occasionalWarning } from '../occasional-warning.ts';
import { createBoltLog } from './bolt-log.ts';
import { takeFrames } from './socket-frames.ts';
import type { Timing } from './timing.ts';
import { troubleOf } from './trouble.ts';

export interface SocketSide {
  receiver: Receiver;
  /** Resolves when connected. @throws where Slack refuses, or cannot be reached several times in a row */
  connect: () => Promise<void>;
  isConnected: () => boolean;
  /** Takes nothing more; resolves when what it has taken is finished and the socket is closed. */
  close: () => Promise<void>;
}

const START_ATTEMPTS = 3;
/** Slack may be busy, but the app must come back some time. */
const MAX_PAUSE_MS = 300_000;
/** A connection that ends sooner has not held, and the next one is not opened at once. */
const HELD_MS = 10_000;
/** Slack's answers that no further attempt changes. */
const FINAL = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
  'token_revoked',
  'not_allowed_token_type',
]);

interface Line {
  client: SocketModeReceiver['client'];
  log: Logger;
  timing: Timing;
  inFlight: InFlight;
  app: Pick<App, 'processEvent'> | undefined;
  connected: boolean;
  connecting: boolean;
  closed: boolean;
  /** When the socket was opened last, and how many in a row have not held. */
  openedAt: number;
  unheld: number;
}

const UNOPENED = { app: undefined, connected: false, connecting: false, closed: false, openedAt: 0, unheld: 0 };

type Given = { client: webApi.WebClientOptions } & Pick<Line, 'log' | 'timing' | 'inFlight'>;

/** The client's own reconnecting ends in an unhandled rejection when Slack is down, so it is switched off. */
export function createSocketSide(appToken: string, { client: options, ...given }: Given): SocketSide {
  const { client } = new SocketModeReceiver({
    appToken,
    logger: createBoltLog(given.log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...options } },
  });
  const line: Line = { client, ...given, ...UNOPENED };
  client.on('connected', () => {
    line.connected = true;
    line.openedAt = line.timing.now();
  });
  client.on('disconnected', () => lost(line));
  const onOdd = occasionalWarning(line.log, 'not understood, and left alone');
  takeFrames(
    client,
    (event) => void line.inFlight.track(received(line, event)),
    (what) => onOdd({ what }),
  );
  const init = (app: App): void => {
    line.app = app;
  };
  return {
    // It is opened and closed below.
    receiver: { init, start: async () => undefined, stop: async () => undefined },
    connect: () => open(line, true),
    isConnected: () => line.connected && !line.closed,
    close: () => close(line),
  };
}

async function received({ app, closed, log }: Line, event: ReceiverEvent): Promise<void> {
  // Not acknowledged, so Slack delivers it again, to whoever takes over.
  if (closed) return;
  await app?.processEvent(event).catch((error: unknown) => log.error({ err: error }, 'payload not understood'));
}

/** What is in flight is acknowledged over the socket, so that closes last. */
async function close(line: Line): Promise<void> {
  const { client, timing, inFlight } = line;
  line.closed = true;
  await inFlight.close();
  await Promise.race([client.disconnect(), timing.wait(timing.closeMs)]);
}

function lost(line: Line): void {
  line.connected = false;
  if (line.closed || line.connecting) return;
  line.log.info('socket gone; opening another');
  line.unheld = line.timing.now() - line.openedAt < HELD_MS ? line.unheld + 1 : 0;
  open(line, false).catch((error: unknown) =>
    line.log.error({ err: error }, 'slack refuses the socket; messages over it are not answered'),
  );
}

/** At the start it is given up like any other request; a connection that was there once is worth waiting for. */
async function open(line: Line, isStart: boolean): Promise<void> {
  const { log, timing } = line;
  const until = isStart ? timing.now() + timing.totalMs : Number.POSITIVE_INFINITY;
  line.connecting = true;
  try {
    // The first one that breaks is no sign of anything.
    if (line.unheld > 1) await timing.wait(pauseMs(timing, line.unheld - 1));
    for (let attempt = 1; !line.closed; attempt += 1) {
      const error = await opened(line.client, timing);
      // It may have opened and gone again while nobody was listening for that.
      if (error === undefined && line.connected) return;
      const pause = pauseAfter(error, attempt, timing);
      const isGivenUp = isStart && (attempt >= START_ATTEMPTS || timing.now() + pause + timing.requestMs > until);
      if (error && (isFinal(error) || isGivenUp)) throw error;
      log.warn({ err: error, attempt, pause }, 'socket not opened');
      await timing.wait(pause);
    }
  } finally {
    line.connecting = false;
  }
}

function pauseAfter(error: Error | undefined, attempt: number, timing: Timing): number {
  const asked = Math.min(troubleOf(error)?.retryAfterMs ?? 0, MAX_PAUSE_MS);
  return Math.max(asked, pauseMs(timing, attempt));
}

function pauseMs({ reconnectMs }: Timing, attempt: number): number {
  return reconnectMs * Math.min(60, 2 ** (attempt - 1));
}

/** The error, if it was not opened in time. */
async function opened(client: SocketModeReceiver['client'], timing: Timing): Promise<Error | undefined> {
  const late = new AbortController();
  const timeout = AbortSignal.timeout(2 * timing.requestMs);
  const aborted = new Promise<never>((_, reject) => {
    timeout.addEventListener('abort', () => reject(new Error('slack did not say hello in time')), {
      signal: late.signal,
    });
  });
  try {
    await Promise.race([client.start(), aborted]);
    return undefined;
  } catch (error) {
    client.disconnect().catch(() => undefined);
    return error instanceof Error ? error : new Error('the socket closed before slack said hello');
  } finally {
    late.abort();
  }
}

function isFinal(error: Error): boolean {
  return error instanceof webApi.WebAPIPlatformError && FINAL.has(error.data.error);
}
