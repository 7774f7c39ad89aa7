// What the client of a proxy does under a condition.
import { exchange, type Step } from './exchange.ts';
import type { OpenUpstream } from './origin.ts';
import type { Exchanged } from './outcome.ts';
import type { ProxySoftware, Route } from './software.ts';
import type { UpstreamCondition } from './upstream-condition.ts';

type Asking = {
  proxy: ProxySoftware;
  port: number;
  route: Route;
  condition: UpstreamCondition;
  method: string;
  upstreams: OpenUpstream[];
};

export async function ask(asking: Asking): Promise<Exchanged> {
  const { proxy, port, condition, method } = asking;
  const limit = proxy.limit ?? 8000;
  const before = (): Step[] => [{ send: request(asking, 'GET', 'first') }, { until: 'response' }];
  for (let i = 0; i < (condition.failedBefore ?? 0); i += 1) {
    await exchange({ port }, [{ send: request(asking, method, 'first') }], { limit });
  }
  if (asking.route.kind === 'checked') await untilChecked(asking.upstreams);
  const occupying = condition.occupied
    ? exchange({ port }, [{ send: request(asking, 'GET', 'first') }], { limit })
    : undefined;
  if (occupying) await exchangePause(300);
  const steps: Step[] = condition.primed ? [...before(), { pause: 200 }] : [];
  steps.push({ send: request(asking, method, 'ask') });
  if (condition.leavesAfter !== undefined) steps.push({ pause: condition.leavesAfter }, { leave: true });
  const seen = await exchange({ port }, steps, { limit, method });
  await occupying;
  return seen;
}

const exchangePause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Until every upstream has failed enough checks for any sensible threshold. */
async function untilChecked(upstreams: OpenUpstream[]): Promise<void> {
  const over = performance.now() + 20_000;
  while (upstreams.some((upstream) => upstream.checked() < 4) && performance.now() < over) await exchangePause(50);
  await exchangePause(300);
}

function request({ proxy, route, condition }: Asking, method: string, name: string): string {
  const path = `/${route.id}/${name}`;
  const { host, target } = proxy.target?.(route, path) ?? { host: 'lab.test', target: path };
  const content = method === 'POST' ? ((name === 'ask' ? condition.content : undefined) ?? 'x=1') : '';
  const fields = [`Host: ${host}`, 'User-Agent: lab', 'Accept: */*'];
  if (method === 'POST')
    fields.push('Content-Type: application/x-www-form-urlencoded', `Content-Length: ${content.length}`);
  return `${method} ${target} HTTP/1.1\r\n${fields.join('\r\n')}\r\n\r\n${content}`;
}
