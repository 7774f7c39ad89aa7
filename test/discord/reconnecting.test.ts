// A gateway that does not hold: an app may begin only so many sessions a day.
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createReconnecting, type Opening } from '../../adapters/discord/reconnecting.ts';
import { PATIENT, startConversation } from './conversation.ts';

const MINUTE = 60_000;

/** The pauses before so many openings of a gateway that holds for `heldMs` each time. */
function pauses(times: number, { heldMs, last = 'begun' }: { heldMs: number; last?: Opening }): number[] {
  let now = 0;
  const reconnecting = createReconnecting(() => now);
  return Array.from({ length: times }, () => {
    const pause = reconnecting.pauseMs(last);
    now += pause + heldMs;
    return pause;
  });
}

describe('a gateway', () => {
  it('that holds is opened again at once', () => {
    expect(pauses(5, { heldMs: 2 * MINUTE })).toEqual([0, 0, 0, 0, 0]);
  });

  it('that never holds is opened again more and more slowly', () => {
    expect(pauses(6, { heldMs: 10 })).toEqual([0, 0, 500, 1_000, 2_000, 4_000]);
    expect(pauses(20, { heldMs: 10 }).at(-1)).toBe(2 * MINUTE);
  });

  it('that is away is looked for every half a minute', () => {
    expect(pauses(20, { heldMs: 10, last: 'unanswered' }).at(-1)).toBe(30_000);
  });

  it('that goes on with its session is not away for long', () => {
    expect(pauses(20, { heldMs: 10, last: 'resumed' }).at(-1)).toBe(15_000);
    expect(pauses(5, { heldMs: 10_000, last: 'resumed' })).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([0, 10, MINUTE, 2 * MINUTE - 1, 2 * MINUTE, 3 * MINUTE])(
    'that holds for %i ms each time begins fewer than 1,000 sessions a day',
    (heldMs) => {
      const day = 24 * 60 * MINUTE;
      const begun = pauses(1_000, { heldMs });
      expect(begun.reduce((sum, pause) => sum + pause + heldMs, 0)).toBeGreaterThan(day);
    },
  );
});

describe('the adapter', () => {
  it('waits before it comes back to a gateway that drops every session', async () => {
    const waited: number[] = [];
    const clock = { now: () => 0, pause: async (ms: number) => void waited.push(ms) };
    const { discord, adapter, close } = await startConversation({ requests: { ...PATIENT, clock } });
    for (let times = 0; times < 4; times += 1) {
      discord.gateway.drop();
      await once(discord.gateway, 'resumed');
    }
    expect(waited).toEqual([500, 1_000, 2_000]);
    await vi.waitFor(() => expect(adapter.isReady()).toBe(true));
    await close();
  });

  it('that is stopped while it waits does not come back', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = vi.fn(() => promise);
    const requests = { ...PATIENT, clock: { now: () => 0, pause: waiting } };
    const { discord, adapter, close } = await startConversation({ requests });
    discord.gateway.drop();
    await once(discord.gateway, 'resumed');
    discord.gateway.drop();
    await vi.waitFor(() => expect(waiting).toHaveBeenCalled(), { timeout: 5_000 });
    await adapter.stop();
    const resumed = vi.fn();
    discord.gateway.on('resumed', resumed);
    resolve();
    // Longer than connecting takes.
    for (let times = 0; times < 50; times += 1) await fetch(discord.apiUrl);
    await close();
    expect(resumed).not.toHaveBeenCalled();
  });
});
