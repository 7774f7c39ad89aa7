// Puts every upstream condition to one proxy: a route and an upstream of its own for each run, so that no run
// meets what an earlier one left behind (a peer marked dead, a pool of connections).
import type { Observation } from './behaviour-file.ts';
import { response } from './conditions/replies.ts';
import { launch, type Running } from './launch.ts';
import { errorsOf, lineOf } from './log-text.ts';
import { createOrigin, type OpenUpstream, type Origin, type Reply } from './origin.ts';
import { type Outcome, readOutcome } from './outcome.ts';
import { createPlace } from './place.ts';
import { ask } from './proxy-request.ts';
import type { ProxySoftware, Route, RouteKind } from './software.ts';
import { agreed, runs, tellingSeconds, withPost } from './three-runs.ts';
import type { UpstreamCondition } from './upstream-condition.ts';

/** The runs of one condition with one method; they go at the same time, each on connections of its own. */
type Group = { condition: UpstreamCondition; method: string; asDefault: boolean; runs: Run[] };
type Run = { route: Route; upstreams: OpenUpstream[]; outcome: Outcome };

type Bench = { proxy: ProxySoftware; running: Running; port: number; groups: Group[] };

export async function measureProxy(
  proxy: ProxySoftware,
  conditions: UpstreamCondition[],
): Promise<Record<string, Observation>> {
  const { place, close } = await createPlace(proxy);
  const origin = createOrigin(place.certificates);
  try {
    const wanted = conditions
      .filter((condition) => proxy.lacks[condition.id] === undefined)
      .map((one) => suited(proxy, one));
    const groups = (
      await Promise.all(wanted.map((condition, at) => groupsOf({ proxy, origin, condition, at })))
    ).flat();
    const control = await controlRoutes(proxy, origin);
    const routes = [...control, ...groups.flatMap((group) => group.runs.map((run) => run.route))];
    const start = proxy.start(place, routes);
    const running = await launch(proxy, place, start);
    const bench: Bench = { proxy, running, port: place.port, groups };
    try {
      for (const route of control) await untilFine(bench, route);
      for (const group of groups) {
        await measureGroup(bench, group);
        if (bench.running.ended()) {
          process.stderr.write(`${proxy.id} ended under ${group.condition.id} ${group.method}\n`);
          await bench.running.stop();
          bench.running = await launch(proxy, place, start);
        }
      }
      await pause(proxy.flush ?? 300);
    } finally {
      await bench.running.stop();
    }
    proxy.finish?.(place);
    const log = bench.running.since(new Map([[`${place.folder}/${proxy.accessLog}`, 0]]));
    for (const group of groups) for (const run of group.runs) addLog(proxy, run, lineOf(log, `${run.route.id}/ask`));
    return observationsOf(proxy, groups);
  } finally {
    await origin.close();
    await close();
  }
}

/** Where nothing asks for health, upstreams are down because requests to them have failed. */
function suited(proxy: ProxySoftware, condition: UpstreamCondition): UpstreamCondition {
  if (condition.kind !== 'checked' || proxy.notices === 'checks') return condition;
  return { ...condition, kind: 'two', upstreams: ['refuses', 'refuses'], failedBefore: 3 };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Plain, and over TLS with a certificate that is in order: what fails here fails because of the rig. */
async function controlRoutes(proxy: ProxySoftware, origin: Origin): Promise<Route[]> {
  const reply: Reply = (socket) => socket.end(response('200 OK'));
  const plain = await origin.open({ reply });
  const secure = await origin.open({ reply, tls: 'good' });
  const hasTls = proxy.lacks['upstream.tls-to-plain'] === undefined;
  const verifies = proxy.settings['upstream.untrusted-certificate'] !== undefined;
  const kinds: RouteKind[] = [
    'plain',
    ...(hasTls ? (['tls'] as const) : []),
    ...(verifies ? (['tls-verified'] as const) : []),
  ];
  return kinds.map((kind, at) => ({
    id: `u0g${at}`,
    condition: '',
    kind,
    upstreams: [{ host: '127.0.0.1', port: kind === 'plain' ? plain.port : secure.port }],
  }));
}

async function untilFine(bench: Bench, route: Route): Promise<void> {
  const over = performance.now() + 30_000;
  for (;;) {
    const seen = await ask({
      ...bench,
      route,
      condition: { id: 'control', upstreams: [] },
      method: 'GET',
      upstreams: [],
    });
    if (readOutcome(seen).status === 200) return;
    if (performance.now() > over)
      throw new Error(
        `${bench.proxy.id} does not pass a good answer on (${route.kind}): ${seen.bytes.toString('latin1')}`,
      );
    await pause(200);
  }
}

async function groupsOf(what: {
  proxy: ProxySoftware;
  origin: Origin;
  condition: UpstreamCondition;
  at: number;
}): Promise<Group[]> {
  const { proxy, condition } = what;
  const kind = condition.kind ?? 'plain';
  const hasSetting = proxy.settings[condition.id] !== undefined;
  const variants: { kind: RouteKind; asDefault: boolean }[] = [
    { kind: kind === 'tls-verified' && !hasSetting ? 'tls' : kind, asDefault: false },
  ];
  if (hasSetting && kind === 'tls-verified') variants.push({ kind: 'tls', asDefault: true });
  if (hasSetting && kind === 'kept') variants.push({ kind: 'plain', asDefault: true });
  const methods = condition.methods ?? ['GET', 'POST'];
  const pairs = methods.flatMap((method) => variants.map((variant) => ({ method, ...variant })));
  return await Promise.all(
    pairs.map(async ({ method, kind, asDefault }) => ({
      condition,
      method,
      asDefault,
      runs: await Promise.all(
        Array.from({ length: runs }, (_, run) => openRun({ ...what, method, kind, asDefault, run })),
      ),
    })),
  );
}

type Wanted = {
  origin: Origin;
  condition: UpstreamCondition;
  at: number;
  method: string;
  kind: RouteKind;
  asDefault: boolean;
  run: number;
};

async function openRun({ origin, condition, at, method, kind, asDefault, run }: Wanted): Promise<Run> {
  const upstreams = await Promise.all(condition.upstreams.map((upstream) => origin.open(upstream)));
  const letter = method === 'GET' ? (asDefault ? 'x' : 'g') : asDefault ? 'y' : 'p';
  const addresses = upstreams.map(({ port }) => ({ host: '127.0.0.1', port }));
  const route: Route = {
    id: `u${at + 1}${letter}${run}`,
    condition: condition.id,
    kind,
    upstreams: kind === 'name' ? [{ host: 'no-such-host.invalid', port: 80 }] : addresses,
  };
  return { route, upstreams, outcome: { status: null } };
}

async function measureGroup(bench: Bench, group: Group): Promise<void> {
  const { condition, method } = group;
  const mark = bench.running.mark(bench.proxy.errorLogs);
  await Promise.all(group.runs.flatMap((run) => run.upstreams.map((upstream) => upstream.begin())));
  const seen = await Promise.all(group.runs.map((run) => ask({ ...bench, condition, method, ...run })));
  // The upstream of a client that left has yet to answer.
  await pause((bench.proxy.lag ?? 80) + (condition.leavesAfter === undefined ? 0 : 2000));
  const error = errorsOf(
    bench.proxy,
    bench.running.since(mark),
    group.runs.map((run) => run.route.id),
  );
  for (const [at, run] of group.runs.entries()) {
    const exchanged = seen[at];
    if (!exchanged) continue;
    run.outcome = readOutcome(exchanged, method);
    const seconds = tellingSeconds(exchanged, (condition.waits ?? 0) + (bench.proxy.slack ?? 0));
    if (seconds !== undefined && run.outcome.end !== 'silent') run.outcome.seconds = seconds;
    if (error !== '') run.outcome.log = { error };
  }
}

function addLog(proxy: ProxySoftware, run: Run, line: string | undefined): void {
  const asked = run.upstreams.reduce((sum, upstream) => sum + upstream.asked(), 0);
  if (asked !== 1) run.outcome.asked = asked;
  if (line === undefined) return;
  const { status, marker } = proxy.readAccessLine(line);
  const log: Outcome['log'] = {};
  if (status !== undefined && Number(status) !== run.outcome.status) log.status = status;
  if (marker !== undefined) log.marker = marker;
  if (Object.keys(log).length > 0) run.outcome.log = { ...log, ...run.outcome.log };
}

function observationsOf(proxy: ProxySoftware, groups: Group[]): Record<string, Observation> {
  const outcomes = (condition: UpstreamCondition, method: string, asDefault: boolean) =>
    groups
      .filter((group) => group.condition === condition && group.method === method && group.asDefault === asDefault)
      .flatMap((group) => group.runs.map((run) => run.outcome));
  const observation = (condition: UpstreamCondition, asDefault: boolean): Observation | undefined => {
    const get = outcomes(condition, 'GET', asDefault);
    const post = outcomes(condition, 'POST', asDefault);
    if (get.length > 0) return withPost(get, post);
    return post.length > 0 ? agreed(post) : undefined;
  };
  const rows = [...new Set(groups.map((group) => group.condition))].flatMap((condition) => {
    const found = observation(condition, false);
    if (!found) return [];
    const setting = proxy.settings[condition.id];
    const byDefault = observation(condition, true);
    return [
      [
        condition.id,
        { ...found, ...(setting === undefined ? {} : { setting }), ...(byDefault ? { default: byDefault } : {}) },
      ] as const,
    ];
  });
  return Object.fromEntries(rows);
}
