// Puts every request condition to one server, one run after the other.
import type { Observation } from './behaviour-file.ts';
import { exchange } from './exchange.ts';
import { launch, type Running } from './launch.ts';
import { errorsOf } from './log-text.ts';
import { type Outcome, readOutcome } from './outcome.ts';
import { createPlace } from './place.ts';
import type { RequestCondition } from './request-condition.ts';
import { fromAccessLog, isOver, steady, tellingOutcome } from './server-outcome.ts';
import type { Place, ServerSoftware } from './software.ts';
import { agreed, runs, tellingSeconds } from './three-runs.ts';

export async function measureServer(
  server: ServerSoftware,
  conditions: RequestCondition[],
): Promise<Record<string, Observation>> {
  const wanted = conditions.filter((condition) => isFor(server, condition));
  const setupOf = ({ setup, apart }: RequestCondition) =>
    setup ?? (apart !== undefined && server.apart?.includes(apart) ? apart : 'plain');
  const observations: Record<string, Observation> = {};
  for (const setup of new Set(wanted.map(setupOf))) {
    const group = wanted.filter((condition) => setupOf(condition) === setup);
    Object.assign(observations, await measureSetup(server, setup, group));
  }
  return observations;
}

function isFor(server: ServerSoftware, { id, needs, behindNginx }: RequestCondition): boolean {
  if (behindNginx !== server.behindNginx || server.lacks[id] !== undefined) return false;
  return needs === undefined || server.offers?.includes(needs) === true;
}

/** A software that refuses a configuration of a setup of its own says that about the conditions of this setup. */
async function measureSetup(
  server: ServerSoftware,
  setup: string,
  conditions: RequestCondition[],
): Promise<Record<string, Observation>> {
  const observations: Record<string, Observation> = {};
  const { place, close } = await createPlace(server);
  const ports = server.offers?.includes('tls') ? [place.tlsPort] : [];
  const start = () => {
    const { awaits = [], ...rest } = server.start(place, setup);
    return launch(server, place, { ...rest, awaits: [...awaits, ...ports] });
  };
  let running: Running | undefined;
  try {
    for (const condition of conditions) {
      const outcomes: Outcome[] = [];
      for (let run = 0; run < runs; run += 1) {
        if (running && (condition.fresh || running.ended())) {
          await running.stop();
          running = undefined;
        }
        running ??= await start();
        const outcome = await measureRun({ server, place, running, condition, run });
        outcomes.push(running.ended() ? { ...outcome, exited: true } : outcome);
      }
      const setting = server.settings[condition.id];
      observations[condition.id] = { ...agreed(outcomes), ...(setting === undefined ? {} : { setting }) };
    }
  } catch (error) {
    if (running || setup === 'plain') throw error;
    for (const { id } of conditions) observations[id] = { status: null, end: 'not-loaded' };
  } finally {
    await running?.stop();
    await close();
  }
  return observations;
}

type Measuring = { server: ServerSoftware; place: Place; running: Running; condition: RequestCondition; run: number };

async function measureRun({ server, place, running, condition, run }: Measuring): Promise<Outcome> {
  const limit = server.limit ?? 6000;
  if (condition.warm !== undefined) {
    await exchange(targetOf(condition, place), [{ send: condition.warm }], { limit });
    await pause(server.lag ?? 80);
  }
  const logs = running.mark([server.accessLog]);
  const errors = running.mark(server.errorLogs);
  const target = targetOf(condition, place);
  const asked = { run: `${condition.id}-${run}`, port: target.port, limit };
  const patience = { limit, method: condition.method ?? 'GET', toTheEnd: condition.toTheEnd === true };
  const seen = condition.play
    ? await condition.play(target, asked)
    : await exchange(target, condition.steps(asked), patience);
  await pause(server.lag ?? 80);
  if (server.writesOutOn) {
    running.signal(server.writesOutOn);
    await pause(150);
  }
  const outcome = tellingOutcome(readOutcome(seen, condition.method), target.port);
  const seconds = tellingSeconds(seen, (condition.waits ?? 0) + (server.slack ?? 0));
  if (seconds !== undefined && isOver(outcome)) outcome.seconds = seconds;
  const gained = running.since(logs).split('\n');
  const { logged } = condition;
  const lines = logged === undefined ? gained : gained.filter((line) => line.includes(logged));
  // Who waits its turn has no line yet; it comes at some time after the client has given up.
  const waits = logged !== undefined && outcome.end === 'silent';
  const log = waits ? {} : fromAccessLog(server, lines, outcome);
  const error = steady(errorsOf(server, running.since(errors), []));
  if (error !== '') log.error = error;
  if (Object.keys(log).length > 0) outcome.log = log;
  return outcome;
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

function targetOf(condition: RequestCondition, { port, tlsPort, certificates }: Place) {
  if (condition.port === 'tls') return { port: tlsPort };
  if (!condition.overTls) return { port };
  return { port: tlsPort, tls: { authority: certificates.authority, servername: 'lab.test' } };
}
