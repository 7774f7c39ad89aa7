// Slack over Socket Mode: opened at start, opened again whenever it is gone.
import { SocketModeReceiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { createBoltLog } from './bolt-log.ts';
import type { Timing } from './timing.ts';

export interface SocketSide {
  receiver: SocketModeReceiver;
  /** Resolves when connected. @throws where Slack refuses, or cannot be reached several times in a row */
  connect: () => Promise<void>;
  isConnected: () => boolean;
  close: () => Promise<void>;
}

const START_ATTEMPTS = 5;
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
  connected: boolean;
  connecting: boolean;
  closed: boolean;
  /** How many sockets have been open so far. */
  opened: number;
}

/** The client's own reconnecting ends in an unhandled rejection when Slack is down, so it is switched off. */
export function createSocketSide(
  appToken: string,
  { client: clientOptions, log, timing }: { client: webApi.WebClientOptions; log: Logger; timing: Timing },
): SocketSide {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createBoltLog(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions } },
    // Slack takes an acknowledgement only over the socket that asked.
    customPropertiesExtractor: () => ({ isSocketGone: goneCheck(line) }),
  });
  const state = { connected: false, connecting: false, closed: false, opened: 0 };
  const line: Line = { client: receiver.client, log, timing, ...state };
  line.client.on('connected', () => {
    line.connected = true;
    line.opened += 1;
  });
  line.client.on('disconnected', () => lost(line));
  const close = async (): Promise<void> => {
    line.closed = true;
    await Promise.race([line.client.disconnect(), timing.wait(timing.closeMs)]);
  };
  return { receiver, connect: () => open(line, START_ATTEMPTS), isConnected: () => line.connected, close };
}

function goneCheck(line: Line): () => boolean {
  const { opened: asked } = line;
  return () => !line.connected || line.opened !== asked;
}

function lost(line: Line): void {
  line.connected = false;
  if (line.closed || line.connecting) return;
  line.log.info('socket gone; opening another');
  open(line, Number.POSITIVE_INFINITY).catch((error: unknown) =>
    line.log.error({ err: error }, 'slack refuses the socket; messages over it are not answered'),
  );
}

async function open(line: Line, attempts: number): Promise<void> {
  const { log, timing } = line;
  line.connecting = true;
  try {
    for (let attempt = 1; !line.closed; attempt += 1) {
      const error = await opened(line.client, timing);
      // It may have opened and gone again while nobody was listening for that.
      if (error === undefined && line.connected) return;
      if (error && (isFinal(error) || attempt >= attempts)) throw error;
      log.warn({ err: error, attempt }, 'socket not opened');
      await timing.wait(timing.reconnectMs * Math.min(60, 2 ** (attempt - 1)));
    }
  } finally {
    line.connecting = false;
  }
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
