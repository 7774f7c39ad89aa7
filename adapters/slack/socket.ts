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

/** The client's own reconnecting ends in an unhandled rejection when Slack is down, so it is switched off. */
export function createSocketSide(
  appToken: string,
  options: { client: webApi.WebClientOptions; log: Logger; timing: Timing },
): SocketSide {
  const { client: clientOptions, log, timing } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createBoltLog(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  const { client } = receiver;
  const state = { connected: false, connecting: false, closed: false };
  client.on('connected', () => {
    state.connected = true;
  });
  client.on('disconnected', () => {
    const wasConnected = state.connected;
    state.connected = false;
    if (state.closed || state.connecting) return;
    log.info({ wasConnected }, 'socket gone; opening another');
    open(Number.POSITIVE_INFINITY).catch((error: unknown) =>
      log.error({ err: error }, 'slack refuses the socket; messages over it are not answered'),
    );
  });

  const open = async (attempts: number): Promise<void> => {
    state.connecting = true;
    try {
      for (let attempt = 1; !state.closed; attempt += 1) {
        const error = await opened(client, timing);
        if (error === undefined) return;
        if (isFinal(error) || attempt >= attempts) throw error;
        log.warn({ err: error, attempt }, 'socket not opened');
        await timing.wait(timing.reconnectMs * Math.min(60, 2 ** (attempt - 1)));
      }
    } finally {
      state.connecting = false;
    }
  };

  const close = async (): Promise<void> => {
    state.closed = true;
    await Promise.race([client.disconnect(), timing.wait(timing.closeMs)]);
  };
  return { receiver, connect: () => open(START_ATTEMPTS), isConnected: () => state.connected, close };
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
    return error instanceof Error ? error : new Error('the socket closed before slack said hello');
  } finally {
    late.abort();
  }
}

function isFinal(error: Error): boolean {
  return error instanceof webApi.WebAPIPlatformError && FINAL.has(error.data.error);
}
