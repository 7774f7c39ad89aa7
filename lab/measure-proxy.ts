// Puts every upstream condition to one proxy, a condition and a method at a time.
import type { Observation } from './behaviour-file.ts';
import { launch, type Running } from './launch.ts';
import { errorsOf, lineOf } from './log-text.ts';
import { createOrigin } from './origin.ts';
import { readOutcome } from './outcome.ts';
import { createPlace } from './place.ts';
import { addLog, observationsOf } from './proxy-observations.ts';
import { ask } from './proxy-request.ts';
import { controlRoutes, type Group, openGroups, type Run } from './proxy-runs.ts';
import type { Place, ProxySoftware, Route } from './software.ts';
import { tellingSeconds } from './three-runs.ts';
import type { UpstreamCondition } from './upstream-condition.ts';

type Bench = { proxy: ProxySoftware; place: Place; port: number; running: Running; restart: () => Promise<void> };

export async function measureProxy(
  proxy: ProxySoftware,
  conditions: UpstreamCondition[],
): Promise<Record<string, Observation>> {
  const { place, close } = await createPlace(proxy);
  const origin = createOrigin(place.certificates);
  try {
    const groups = await openGroups(proxy, origin, conditions);
    const control = await controlRoutes(proxy, origin);
    const routes = [...control, ...groups.flatMap((group) => group.runs.map((run) => run.route))];
    const bench = await createBench(proxy, place, routes);
    try {
      for (const route of control) await untilFine(bench, route);
      for (const group of groups) await measureGroup(bench, group);
      await pause(proxy.flush ?? 300);
    } finally {
      await bench.running.stop();
    }
    proxy.finish?.(place);
    const log = bench.running.since(new Map([[`${place.folder}/${proxy.accessLog}`, 0]]));
    for (const { runs } of groups) for (const run of runs) addLog(proxy, run, lineOf(log, `${run.route.id}/ask`));
    return observationsOf(proxy, groups);
  } finally {
    await origin.close();
    await close();
  }
}

async function createBench(proxy: ProxySoftware, place: Place, routes: Route[]): Promise<Bench> {
  const start = proxy.start(place, routes);
  const running = await launch(proxy, place, start);
  const bench: Bench = {
    proxy,
    place,
    port: place.port,
    running,
    restart: async () => {
      await bench.running.stop();
      bench.running = await launch(proxy, place, start);
    },
  };
  return bench;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function untilFine(bench: Bench, route: Route): Promise<void> {
  const over = performance.now() + 30_000;
  for (;;) {
    const condition = { id: 'control', upstreams: [] };
    const seen = await ask({ ...bench, route, condition, method: 'GET', upstreams: [] });
    if (readOutcome(seen).status === 200) return;
    if (performance.now() > over) {
      throw new Error(`${bench.proxy.id} passes no good answer on (${route.kind}): ${seen.bytes.toString('latin1')}`);
    }
    await pause(200);
  }
}

/** The runs go at the same time; where they end the software, one after the other. */
async function measureGroup(bench: Bench, group: Group): Promise<void> {
  await Promise.all(group.runs.flatMap((run) => run.upstreams.map((upstream) => upstream.begin())));
  await measureRuns(bench, group, group.runs);
  if (!bench.running.ended()) return;
  process.stderr.write(`${bench.proxy.id} ended under ${group.condition.id} ${group.method}\n`);
  for (const run of group.runs) {
    await bench.restart();
    await measureRuns(bench, group, [run]);
    // What ends a software is recorded as that: what its client saw.
    delete run.outcome.log;
  }
  if (bench.running.ended()) await bench.restart();
}

async function measureRuns(bench: Bench, { condition, method }: Group, runs: Run[]): Promise<void> {
  const { proxy } = bench;
  const mark = bench.running.mark(proxy.errorLogs);
  for (const run of runs) run.askedBefore = askedOf(run);
  const seen = await Promise.all(runs.map((run) => ask({ ...bench, condition, method, ...run })));
  // The upstream of a client that left has yet to answer.
  await pause((proxy.lag ?? 80) + (condition.leavesAfter === undefined ? 0 : 2000));
  const ids = runs.map((run) => run.route.id);
  const error = errorsOf(proxy, bench.running.since(mark), ids);
  for (const [at, exchanged] of seen.entries()) {
    const run = runs[at];
    if (!run) continue;
    run.outcome = readOutcome(exchanged, method);
    const seconds = tellingSeconds(exchanged, (condition.waits ?? 0) + (proxy.slack ?? 0));
    if (seconds !== undefined && run.outcome.end !== 'silent') run.outcome.seconds = seconds;
    if (error !== '') run.outcome.log = { error };
  }
}

function askedOf(run: Run): number {
  return run.upstreams.reduce((sum, upstream) => sum + upstream.asked(), 0);
}
