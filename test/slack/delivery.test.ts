import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDelivery } from '../../adapters/slack/delivery.ts';
import { isResponseUrl } from '../../adapters/slack/response-url.ts';
import { retryAfterMs } from '../../adapters/slack/retry-after.ts';
import { TIMING } from '../../adapters/slack/timing.ts';
import { SlackTrouble } from '../../adapters/slack/trouble.ts';

/** A clock that only moves where something waits or takes time. */
function clockAt(start: number) {
  const clock = { now: start, pauses: [] as number[] };
  const wait = async (ms: number): Promise<void> => {
    clock.pauses.push(ms);
    clock.now += ms;
  };
  return { clock, timing: { ...TIMING, now: () => clock.now, wait } };
}

const busy = (retryAfter?: number) =>
  new SlackTrouble('busy', 'busy', {
    isRepeatable: true,
    ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }),
  });

describe('a request to Slack', () => {
  const step = fc.record({
    takes: fc.integer({ min: 0, max: TIMING.requestMs }),
    error: fc.oneof(
      fc
        .option(fc.oneof(fc.nat(20_000), fc.constantFrom(0, 1e12, Number.MAX_SAFE_INTEGER)), { nil: undefined })
        .map(busy),
      fc.constant(new SlackTrouble('unavailable', 'broken', { isRepeatable: true })),
      fc.constant(new SlackTrouble('unavailable', 'silent')),
      fc.constant(new Error('a mistake of ours')),
    ),
  });

  it('is sent three times at most, within ten seconds, with a pause before each repeat, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 3 }), async (steps) => {
        const { clock, timing } = clockAt(1_000_000);
        const sentAt: number[] = [];
        const outcome = await createDelivery(timing)
          .call(async () => {
            const { takes, error } = steps[sentAt.length] ?? { takes: 0, error: new Error('sent too often') };
            sentAt.push(clock.now);
            clock.now += takes;
            throw error;
          })
          .catch((error: unknown) => error);
        expect(sentAt.length).toBeLessThanOrEqual(3);
        expect(clock.now - 1_000_000).toBeLessThanOrEqual(10_000);
        expect(clock.pauses).toHaveLength(sentAt.length - 1);
        expect(Math.min(...clock.pauses, 500)).toBe(500);
        expect(outcome).toBe(steps[sentAt.length - 1]?.error);
      }),
    );
  });

  it.each([
    ['nobody says for how long', undefined, [500, 1_000]],
    ['it is at once', 0, [500, 1_000]],
    ['it is short', 1_500, [1_500, 1_500]],
    ['it is long', 60_000, []],
  ])('waits as Slack asks where %s', async (_, retryAfter, pauses) => {
    const { clock, timing } = clockAt(0);
    await createDelivery(timing)
      .call(() => Promise.reject(busy(retryAfter)))
      .catch(() => undefined);
    expect(clock.pauses).toEqual(pauses);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-06T08:49:37Z');

  it.each([
    ['7', 7_000],
    [' 0.5 ', 500],
    ['0', 0],
    ['Fri, 06 Nov 2026 08:49:40 GMT', 3_000],
    ['Friday, 06-Nov-26 08:49:40 GMT', 3_000],
    ['Fri Nov  6 08:49:40 2026', 3_000],
    ['Fri, 06 Nov 2026 08:00:00 GMT', 0],
  ])('of "%s" is understood', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([
    null,
    '',
    'soon',
    '-5',
    'NaN',
    'Infinity',
    '5 apples',
    '0x10',
    '9'.repeat(400),
    'Fri, 99 Foo 2026 08:00:00 GMT',
  ])('of "%s" says nothing', (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });
});

describe('an address for an answer', () => {
  const here = 'http://127.0.0.1:8080/api/';

  it.each([
    ['https://hooks.slack.com/commands/T1/2/x', undefined],
    ['https://hooks.slack.com/commands/T1/2/x', here],
    ['http://127.0.0.1:8080/response/R1', here],
    ['https://slack.example/response/R1', 'https://slack.example/api/'],
    ['http://[::1]:8080/response/R1', 'http://[::1]:8080/api/'],
  ])('is %s where SLACK_API_URL is %s', (url, api) => {
    expect(isResponseUrl(url, api)).toBe(true);
  });

  it.each([
    ['http://hooks.slack.com/commands/T1/2/x', undefined],
    ['https://hooks.slack.com.evil.example/x', undefined],
    ['https://hooks.slack.com:444/x', undefined],
    ['https://user:secret@hooks.slack.com/x', undefined],
    ['https://hooks.slack.com@evil.example/x', undefined],
    ['https://evil.example/?hooks.slack.com', undefined],
    ['https://evil.example#@hooks.slack.com', undefined],
    ['https://slack.com/x', undefined],
    ['http://127.0.0.1:8080/x', undefined],
    ['http://127.0.0.1:8081/x', here],
    ['http://localhost:8080/x', here],
    ['http://169.254.169.254/latest', here],
    ['http://slack.example/x', 'https://slack.example/api/'],
    ['http://slack.example/x', 'http://slack.example/api/'],
    ['file:///etc/passwd', here],
    ['/response/R1', here],
    ['', here],
    [undefined, here],
    [{ href: here }, here],
    [['https://hooks.slack.com/x'], undefined],
  ])('is not %s where SLACK_API_URL is %s', (url, api) => {
    expect(isResponseUrl(url, api)).toBe(false);
  });
});
