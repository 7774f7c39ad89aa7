import { exchange, type Step } from '../exchange.ts';
import type { RequestCondition } from '../request-condition.ts';

/**
 * What an application server does behind nginx. Setups: `app` has a worker time-out that ends before nginx's,
 * `slow` one worker without a time-out and an nginx that waits 2 s, `full` the same with the shortest listen queue
 * and an nginx that waits longer than a request takes, `down` no application server.
 */
export const requests: RequestCondition[] = [
  { id: 'app.pool-full', setup: 'full', play: whileFull, waits: 1 },
  { id: 'app.worker-killed', setup: 'app', steps: get('killed') },
  { id: 'app.worker-timeout', setup: 'app', steps: get('hangs'), waits: 2 },
  { id: 'app.script-error', setup: 'app', steps: get('raises') },
  { id: 'app.script-too-slow', setup: 'slow', steps: get('slow'), waits: 2 },
  { id: 'app.not-running', setup: 'down', steps: get('fine') },
].map((condition) => ({ steps: () => [], ...condition, behindNginx: true as const }));

function get(path: string): (asked: { run: string }) => Step[] {
  return ({ run }) => [{ send: `GET /${path}?${run} HTTP/1.1\r\nHost: lab.test\r\nUser-Agent: lab\r\n\r\n` }];
}

/**
 * One request is worked on, two fit into the listen queue, the others find it full. One after the other: of SYNs
 * that arrive together, the kernel lets more in than there is room for.
 */
async function whileFull(target: { port: number }, { run, limit }: { run: string; limit: number }) {
  const busy: Promise<unknown>[] = [];
  for (let i = 0; i < 6; i += 1) {
    busy.push(exchange(target, get('busy')({ run }), { limit: 20_000 }));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const seen = await exchange(target, get('fine')({ run }), { limit });
  await Promise.all(busy);
  return seen;
}
