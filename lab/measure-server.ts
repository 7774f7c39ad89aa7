// Puts every request condition to one server, one run after the other.
import type { Observation } from './behaviour-file.ts';
import { exchange } from './exchange.ts';
import { launch, type Running } from './launch.ts';
import { errorsOf, telling } from './log-text.ts';
import { type Outcome, readOutcome } from './outcome.ts';
import { createPlace } from './place.ts';
import type { RequestCondition } from './request-condition.ts';
import type { Place, ServerSoftware } from './software.ts';
import { agreed, runs } from './three-runs.ts';

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
  const start = () => launch(server, place, server.start(place, setup));
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
  if (condition.warm !== undefined) await exchange(targetOf(condition, place), [{ send: condition.warm }], { limit });
  const logs = running.mark([server.accessLog]);
  const errors = running.mark(server.errorLogs);
  const target = targetOf(condition, place);
  const asked = { run: `${condition.id}-${run}`, port: target.port, limit };
  const patience = { limit, method: condition.method ?? 'GET', toTheEnd: condition.toTheEnd === true };
  const seen = condition.play
    ? await condition.play(target, asked)
    : await exchange(target, condition.steps(asked), patience);
  await new Promise((resolve) => setTimeout(resolve, server.lag ?? 80));
  const outcome = tellingOutcome(readOutcome(seen, condition.method), target.port);
  const waited = Math.round(seen.seconds);
  if (waited > (condition.waits ?? 0) + 1 && isOver(outcome)) outcome.seconds = waited;
  const gained = running.since(logs).split('\n');
  const { logged } = condition;
  const lines = logged === undefined ? gained : gained.filter((line) => line.includes(logged));
  const log = fromAccessLog(server, lines, outcome);
  const error = steady(errorsOf(server, running.since(errors), []));
  if (error !== '') log.error = error;
  if (Object.keys(log).length > 0) outcome.log = log;
  return outcome;
}

/** A silent server and a switched protocol last as long as the client likes. */
const isOver = ({ end, status, instead }: Outcome) => end !== 'silent' && status !== 101 && instead !== 'http2';

function targetOf(condition: RequestCondition, { port, tlsPort, certificates }: Place) {
  if (condition.port === 'tls') return { port: tlsPort };
  if (!condition.overTls) return { port };
  return { port: tlsPort, tls: { authority: certificates.authority, servername: 'lab.test' } };
}

/** Fields that explain the status they come with; anywhere else they say nothing. */
const explained: Record<string, (status: number) => boolean> = {
  allow: () => true,
  'retry-after': (status) => status >= 300,
  location: (status) => status >= 300 && status < 400,
  'content-range': (status) => status === 416,
  'www-authenticate': (status) => status === 401,
  upgrade: (status) => status === 426,
};

function tellingOutcome(outcome: Outcome, port: number): Outcome {
  const { header, ...rest } = outcome;
  if (rest.interim) rest.interim = [...new Set(rest.interim)];
  const kept = Object.entries(header ?? {}).filter(([name]) => explained[name]?.(outcome.status ?? 0));
  if (kept.length === 0) return rest;
  const fields = kept.map(([name, value]) => [name, telling(steadyField(name, value, port))]);
  return { ...rest, header: Object.fromEntries(fields) };
}

/** Apache lists the methods in another order each time; a redirect may name the port. */
function steadyField(name: string, value: string, port: number): string {
  if (name === 'allow') return value.split(/, */).sort().join(', ');
  return value.replace(`:${port}`, ':PORT');
}

/** Measures that depend on the time or on the length of a port number. */
const steady = (error: string) =>
  error
    .replace(/(excess|block size): ?[\d.]+/g, '$1')
    .replace(/\bconn\d+/g, 'conn')
    .replace(/:? ?0x[0-9a-f]+(\*\d+)?/g, '');

/** Some write a second line when the connection ends: the line with the status that the client saw counts, else the last. */
function fromAccessLog(server: ServerSoftware, gained: string[], outcome: Outcome): NonNullable<Outcome['log']> {
  const written = gained.map((line) => server.readAccessLine(line)).filter(({ status }) => status !== undefined);
  const agrees = ({ status }: { status?: string }) => Number(status) === outcome.status;
  const { status, marker } = written.find(agrees) ?? written.at(-1) ?? {};
  return {
    ...(status === undefined || agrees({ status }) ? {} : { status }),
    ...(marker === undefined || outcome.status === 200 ? {} : { marker }),
  };
}
