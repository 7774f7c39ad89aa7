// A route and an upstream of its own for each run, so that no run meets what an earlier one left behind (a peer
// marked dead, a pool of connections).
import { response } from './conditions/replies.ts';
import type { OpenUpstream, Origin, Reply } from './origin.ts';
import type { Outcome } from './outcome.ts';
import type { ProxySoftware, Route, RouteKind } from './software.ts';
import { runs } from './three-runs.ts';
import type { UpstreamCondition } from './upstream-condition.ts';

/** The runs of one condition with one method; `asDefault`: without the setting that the condition needs. */
export type Group = { condition: UpstreamCondition; method: string; asDefault: boolean; runs: Run[] };
export type Run = { route: Route; upstreams: OpenUpstream[]; outcome: Outcome; askedBefore: number };

type Variant = { condition: UpstreamCondition; at: number; method: string; kind: RouteKind; asDefault: boolean };

export async function openGroups(
  proxy: ProxySoftware,
  origin: Origin,
  conditions: UpstreamCondition[],
): Promise<Group[]> {
  const wanted = conditions.filter((condition) => proxy.lacks[condition.id] === undefined);
  const variants = wanted.flatMap((condition, at) => variantsOf(proxy, suited(proxy, condition), at));
  return await Promise.all(
    variants.map(async (variant) => {
      const { condition, method, asDefault } = variant;
      const opened = await Promise.all(Array.from({ length: runs }, (_, run) => openRun(origin, variant, run)));
      if (proxy.asksLastFirst) for (const { route } of opened) route.upstreams.reverse();
      return { condition, method, asDefault, runs: opened };
    }),
  );
}

/**
 * Where nothing asks for health, upstreams are down because requests to them have failed:
 * Squid wants ten failures before it believes them.
 */
function suited(proxy: ProxySoftware, condition: UpstreamCondition): UpstreamCondition {
  if (condition.kind !== 'checked' || proxy.notices === 'checks') return condition;
  return { ...condition, kind: 'two', upstreams: ['refuses', 'refuses'], failedBefore: 12 };
}

function variantsOf(proxy: ProxySoftware, condition: UpstreamCondition, at: number): Variant[] {
  const wanted = condition.kind ?? 'plain';
  const hasSetting = proxy.settings[condition.id] !== undefined;
  const kind = wanted === 'tls-verified' && !hasSetting ? 'tls' : wanted;
  const byDefault = { 'tls-verified': 'tls', kept: 'plain' } as Partial<Record<RouteKind, RouteKind>>;
  const without = hasSetting ? byDefault[kind] : undefined;
  return (condition.methods ?? ['GET', 'POST']).flatMap((method) => [
    { condition, at, method, kind, asDefault: false },
    ...(without ? [{ condition, at, method, kind: without, asDefault: true }] : []),
  ]);
}

async function openRun(origin: Origin, { condition, at, method, kind, asDefault }: Variant, run: number): Promise<Run> {
  const upstreams = await Promise.all(condition.upstreams.map((upstream) => origin.open(upstream)));
  const letter = method === 'GET' ? (asDefault ? 'x' : 'g') : asDefault ? 'y' : 'p';
  const addresses = upstreams.map(({ port }) => ({ host: '127.0.0.1', port }));
  const route: Route = {
    id: `u${at + 1}${letter}${run}`,
    condition: condition.id,
    kind,
    upstreams: kind === 'name' ? [{ host: 'no-such-host.invalid', port: 80 }] : addresses,
  };
  return { route, upstreams, outcome: { status: null }, askedBefore: 0 };
}

/** Plain, and over TLS with a certificate that is in order: what fails here fails because of the rig. */
export async function controlRoutes(proxy: ProxySoftware, origin: Origin): Promise<Route[]> {
  const reply: Reply = (socket) => socket.end(response('200 OK'));
  const plain = await origin.open({ reply });
  const secure = await origin.open({ reply, tls: 'good' });
  const kinds: RouteKind[] = ['plain'];
  if (proxy.lacks['upstream.tls-to-plain'] === undefined) kinds.push('tls');
  if (proxy.settings['upstream.untrusted-certificate'] !== undefined) kinds.push('tls-verified');
  return kinds.map((kind, at) => ({
    id: `u0g${at}`,
    condition: '',
    kind,
    upstreams: [{ host: '127.0.0.1', port: kind === 'plain' ? plain.port : secure.port }],
  }));
}
