import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createInFlight } from '../adapters/in-flight.ts';

describe('what is in flight', () => {
  const log = pino({ level: 'silent' });

  it('is waited for with everything that joins meanwhile, whether it succeeds or fails', async () => {
    const inFlight = createInFlight(60_000, log);
    const order: string[] = [];
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    void inFlight
      .track(first.promise)
      .then(() => inFlight.track(second.promise))
      .catch(() => undefined);
    const closed = inFlight.close().then(() => order.push('closed'));
    first.resolve();
    await new Promise(setImmediate);
    order.push('first');
    second.reject(new Error('failed'));
    await closed;
    expect(order).toEqual(['first', 'closed']);
    expect([inFlight.isOpen(), inFlight.isClosed()]).toEqual([false, true]);
  });
});
