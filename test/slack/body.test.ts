// What is set aside for requests on their way.
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createBodyReader } from '../../adapters/slack/body.ts';

function requestOf(headers: Record<string, string> = {}): PassThrough & IncomingMessage {
  return Object.assign(new PassThrough(), { headers }) as unknown as PassThrough & IncomingMessage;
}

const bounds = { max: 50_000, maxTotal: 100_000 };

describe('content on its way', () => {
  it('is read whole, whatever pieces it comes in', async () => {
    const request = requestOf();
    const body = createBodyReader(bounds)(request);
    for (let piece = 0; piece < 40_000; piece += 1) request.write('x');
    request.end('y');
    expect(String(await body)).toBe(`${'x'.repeat(40_000)}y`);
  });

  it('is nothing where it is too long, and what follows counts for nothing', async () => {
    const request = requestOf();
    const body = createBodyReader(bounds)(request);
    request.write('x'.repeat(40_000));
    request.write('x'.repeat(20_000));
    request.write('x');
    expect(await body).toBeUndefined();
    expect(await createBodyReader(bounds)(requestOf({ 'content-length': '50001' }))).toBeUndefined();
  });

  it('is broken off where it has been on its way for longest and all together is too much', async () => {
    const readBody = createBodyReader(bounds);
    const [first, second, third] = [requestOf(), requestOf(), requestOf()];
    const bodies = [first, second, third].map((request) => readBody(request));
    const ends = Promise.allSettled(bodies);
    for (const request of [first, second, third]) request.write('x'.repeat(40_000));
    second.end();
    third.end();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(first.destroyed).toBe(true);
  });

  it('gives its room back', async () => {
    const readBody = createBodyReader(bounds);
    for (let times = 0; times < 20; times += 1) {
      const request = requestOf();
      const body = readBody(request);
      request.end('x'.repeat(40_000));
      expect(await body).toHaveLength(40_000);
    }
    const broken = requestOf();
    const body = readBody(broken);
    broken.write('x');
    broken.destroy();
    await expect(body).rejects.toThrow('broken off');
  });
});
