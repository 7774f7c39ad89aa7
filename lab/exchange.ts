// A client that sends the bytes it is told to, over TCP or TLS, and keeps what comes back.
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type Exchanged, isNotHttp, readResponse } from './outcome.ts';

export type Target = { port: number; tls?: { authority: string; servername: string } };

/**
 * `until`: waits for the response to what was sent so far, then forgets it.
 * `unlessAnswered`: left out when a final response is there already.
 * `expect`: waits for these bytes to appear, at most `within` milliseconds, and goes on in any case.
 */
export type Step =
  | { send: string | Uint8Array; unlessAnswered?: true }
  | { pause: number }
  | { until: 'response' }
  | { expect: string; within: number }
  | { leave: true };

export type Patience = {
  /** Milliseconds until the client gives up. */
  limit: number;
  /** The method of the last request: a response to HEAD has no content. */
  method?: string;
  /** Keep reading until the peer closes, even after a complete response. */
  toTheEnd?: boolean;
};

type Connection = { socket: Socket; bytes: Buffer; ended: 'closed' | 'reset' | undefined; changed: () => void };

/** Plays the steps on a fresh connection and reads to the end of the last response. */
export async function exchange(target: Target, steps: Step[], patience: Patience): Promise<Exchanged> {
  const connection = await open(target);
  let begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  try {
    for (const step of steps) {
      if ('leave' in step) return { bytes: connection.bytes, end: 'left', seconds: seconds() };
      await play(connection, step, patience);
      if ('until' in step) begun = performance.now();
    }
    const satisfied = () => !patience.toTheEnd && isComplete(connection.bytes, patience.method ?? 'GET');
    const left = patience.limit - seconds() * 1000;
    const met = await waitFor(connection, () => satisfied() || connection.ended !== undefined, Math.max(left, 50));
    return { bytes: connection.bytes, end: connection.ended ?? (met ? 'open' : 'limit'), seconds: seconds() };
  } finally {
    connection.socket.destroy();
  }
}

async function open(target: Target): Promise<Connection> {
  const { port, tls } = target;
  const socket = tls
    ? connectTls({
        host: '127.0.0.1',
        port,
        servername: tls.servername,
        ca: readFileSync(tls.authority),
        ALPNProtocols: ['http/1.1'],
      })
    : connect({ host: '127.0.0.1', port, noDelay: true, allowHalfOpen: true });
  const connection: Connection = { socket, bytes: Buffer.alloc(0), ended: undefined, changed: () => {} };
  const end = (how: 'closed' | 'reset') => {
    connection.ended ??= how;
    connection.changed();
  };
  socket.on('data', (part) => {
    connection.bytes = Buffer.concat([connection.bytes, part]);
    connection.changed();
  });
  socket.on('end', () => end('closed'));
  socket.on('close', () => end('closed'));
  socket.on('error', () => end('reset'));
  await new Promise<void>((resolve) => {
    socket.once(tls ? 'secureConnect' : 'connect', () => resolve());
    socket.once('close', () => resolve());
  });
  return connection;
}

async function play(connection: Connection, step: Exclude<Step, { leave: true }>, patience: Patience): Promise<void> {
  if ('send' in step) {
    if (!step.unlessAnswered || !isComplete(connection.bytes, 'GET')) connection.socket.write(step.send);
  } else if ('pause' in step) await waitFor(connection, () => false, step.pause);
  else if ('expect' in step) await waitFor(connection, () => connection.bytes.includes(step.expect), step.within);
  else {
    await waitFor(
      connection,
      () => isComplete(connection.bytes, 'GET') || connection.ended !== undefined,
      patience.limit,
    );
    connection.bytes = Buffer.alloc(0);
  }
}

function isComplete(bytes: Buffer, method: string): boolean {
  return isNotHttp(bytes) || readResponse(bytes, method)?.content === 'complete';
}

/** Resolves to false when the time is over first. */
function waitFor(connection: Connection, condition: () => boolean, limit: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (met: boolean) => {
      clearTimeout(timer);
      connection.changed = () => {};
      resolve(met);
    };
    const timer = setTimeout(() => finish(false), limit);
    connection.changed = () => condition() && finish(true);
    connection.changed();
  });
}
