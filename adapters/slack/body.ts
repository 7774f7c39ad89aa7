// The content of a request, in memory that is bounded whatever pieces it comes in.
import type { IncomingMessage } from 'node:http';

/** What is set aside before anything has come, however much is announced. */
const FIRST_BYTES = 16_384;

/** Undefined for one of more than `max` bytes. @throws where the connection ends before it */
export function readBody(request: IncomingMessage, max: number): Promise<Buffer | undefined> {
  const announced = Number(request.headers['content-length'] ?? FIRST_BYTES);
  if (announced > max) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    // Copied together: a million pieces of one byte would each hold on to far more.
    let bytes: Buffer = Buffer.allocUnsafe(Math.min(announced, FIRST_BYTES));
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      if (length + chunk.length > max) return resolve(undefined);
      if (length + chunk.length > bytes.length) bytes = grown(bytes, length + chunk.length);
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
