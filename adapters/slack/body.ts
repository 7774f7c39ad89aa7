// The content of requests, in memory that is bounded whatever pieces it comes in, and however many come at once.
import type { IncomingMessage } from 'node:http';

/** Undefined for one of more than `max` bytes. @throws where the connection ends before it */
export type ReadBody = (request: IncomingMessage) => Promise<Buffer | undefined>;

interface Bounds {
  /** Bytes of one. */
  max: number;
  /** Bytes of all that are on their way. Beyond it the one that has been longest is broken off: nothing signed takes long. */
  maxTotal: number;
}

/** What is set aside before anything has come, however much is announced. */
const FIRST_BYTES = 16_384;

export function createBodyReader({ max, maxTotal }: Bounds): ReadBody {
  /** Bytes set aside, oldest first. */
  const held = new Map<IncomingMessage, number>();
  let total = 0;
  const hold = (request: IncomingMessage, bytes: number): void => {
    total += bytes - (held.get(request) ?? 0);
    held.set(request, bytes);
    const [oldest = request] = held.keys();
    if (total <= maxTotal) return;
    release(oldest);
    oldest.destroy();
  };
  const release = (request: IncomingMessage): void => {
    total -= held.get(request) ?? 0;
    held.delete(request);
  };
  return async (request) => {
    const announced = Number(request.headers['content-length'] ?? FIRST_BYTES);
    if (announced > max) return undefined;
    const room = { max, first: Math.min(announced, FIRST_BYTES), hold };
    return read(request, room).finally(() => release(request));
  };
}

interface Room {
  max: number;
  first: number;
  hold: (request: IncomingMessage, bytes: number) => void;
}

function read(request: IncomingMessage, { max, first, hold }: Room): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    // Copied together: a million pieces of one byte would each hold on to far more.
    let bytes: Buffer = Buffer.allocUnsafe(first);
    let length = 0;
    hold(request, bytes.length);
    request.on('data', (chunk: Buffer) => {
      if (length + chunk.length > max) {
        // Nor does anything count that follows.
        length = max;
        return resolve(undefined);
      }
      if (length + chunk.length > bytes.length) {
        bytes = grown(bytes, length + chunk.length);
        hold(request, bytes.length);
      }
      length += chunk.copy(bytes, length);
    });
    request.on('end', () => resolve(bytes.subarray(0, length)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('broken off')));
  });
}

function grown(bytes: Buffer, least: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.max(least, 2 * bytes.length));
  bytes.copy(larger);
  return larger;
}
