// Outcomes of runs become what the file says about a condition.
import type { Observation } from './behaviour-file.ts';
import type { Outcome } from './outcome.ts';
import type { Group, Run } from './proxy-runs.ts';
import type { ProxySoftware } from './software.ts';
import { agreed, withPost } from './three-runs.ts';

/** Adds what the access log says and how often the upstream was asked. */
export function addLog(proxy: ProxySoftware, run: Run, line: string | undefined): void {
  const asked = run.upstreams.reduce((sum, upstream) => sum + upstream.asked(), 0) - run.askedBefore;
  if (asked !== 1) run.outcome.asked = asked;
  const log = line === undefined ? { missing: true as const } : logOf(proxy, line, run.outcome);
  if (Object.keys(log).length > 0) run.outcome.log = { ...log, ...run.outcome.log };
}

function logOf(proxy: ProxySoftware, line: string, outcome: Outcome): NonNullable<Outcome['log']> {
  const { status, marker } = proxy.readAccessLine(line);
  return {
    ...(status !== undefined && Number(status) !== outcome.status ? { status } : {}),
    ...(marker === undefined ? {} : { marker }),
  };
}

export function observationsOf(proxy: ProxySoftware, groups: Group[]): Record<string, Observation> {
  const ids = [...new Set(groups.map((group) => group.condition.id))];
  const rows = ids.flatMap((id) => {
    const own = groups.filter((group) => group.condition.id === id);
    const found = observationOf(own.filter((group) => !group.asDefault));
    if (!found) return [];
    const setting = proxy.settings[id];
    const byDefault = observationOf(own.filter((group) => group.asDefault));
    const more = { ...(setting === undefined ? {} : { setting }), ...(byDefault ? { default: byDefault } : {}) };
    return [[id, { ...found, ...more }] as const];
  });
  return Object.fromEntries(rows);
}

function observationOf(groups: Group[]): Observation | undefined {
  const outcomes = (method: string) =>
    groups.filter((group) => group.method === method).flatMap((group) => group.runs.map((run) => run.outcome));
  const [get, post] = [outcomes('GET'), outcomes('POST')];
  if (get.length > 0) return withPost(get, post);
  return post.length > 0 ? agreed(post) : undefined;
}
