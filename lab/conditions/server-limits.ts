import { exchange, type Target } from '../exchange.ts';
import { get } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

/** Limits of the server itself, set to four (one request a minute) so that they are met. */
export const requests: RequestCondition[] = [
  { id: 'server.rate-limit', needs: 'rate-limit', fresh: true, logged: '/rate-limited', steps: () => [], play: twice },
  {
    id: 'server.connection-limit',
    needs: 'connection-limit',
    fresh: true,
    logged: '/sleep/not',
    apart: 'connections',
    steps: () => [],
    play: whileOthersWait,
    waits: 4,
  },
  {
    id: 'server.overload',
    needs: 'overload',
    fresh: true,
    logged: '/sleep/not',
    apart: 'overload',
    steps: () => [],
    play: whileOthersWait,
    waits: 4,
  },
];

async function twice(target: Target, { limit }: { limit: number }) {
  await exchange(target, [{ send: get('/rate-limited') }], { limit });
  return exchange(target, [{ send: get('/rate-limited') }], { limit });
}

/**
 * A quick request while eight slow ones are under way; silent means that it waits its turn.
 * Each slow one differs, because Varnish asks its backend only once for the same URI.
 */
async function whileOthersWait(target: Target) {
  const slow = Array.from({ length: 8 }, (_, at) => exchange(target, [{ send: get(`/sleep?${at}`) }], { limit: 5000 }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  // What is refused is refused by then; content sent into it would make a reset of some closings.
  const seen = await exchange(target, [{ pause: 200 }, { send: get('/sleep/not') }], { limit: 3000 });
  await Promise.all(slow);
  return seen;
}
