// Puts every request condition to one server, one run after the other.
import type { Observation } from './behaviour-file.ts';
import { exchange } from './exchange.ts';
import { launch, type Running } from './launch.ts';
import { errorsOf } from './log-text.ts';
import { type Outcome, readOutcome } from './outcome.ts';
import { createPlace } from './place.ts';
import type { RequestCondition } from './request-condition.ts';
import type { Place, ServerSoftware } from './software.ts';
import { agreed, runs, tellingSeconds } from './three-runs.ts';

export async function measureServer(
  server: ServerSoftware,
  conditions: RequestCondition[],
): Promise<Record<string, Observation>> {
  const wanted = conditions.filter(
    (condition) => condition.behindNginx === server.behindNginx && server.lacks[condition.id] === undefined,
  );
  const observations: Record<string, Observation> = {};
  for (const setup of new Set(wanted.map((condition) => condition.setup ?? 'plain'))) {
    const { place, close } = await createPlace(server);
    const running = await launch(server, place, server.start(place, setup));
    try {
      for (const condition of wanted.filter((one) => (one.setup ?? 'plain') === setup)) {
        const outcomes: Outcome[] = [];
        for (let run = 0; run < runs; run += 1)
          outcomes.push(await measureRun({ server, place, running, condition, run }));
        const setting = server.settings[condition.id];
        observations[condition.id] = { ...agreed(outcomes), ...(setting === undefined ? {} : { setting }) };
      }
    } finally {
      await running.stop();
      await close();
    }
  }
  return observations;
}

type Measuring = { server: ServerSoftware; place: Place; running: Running; condition: RequestCondition; run: number };

async function measureRun({ server, place, running, condition, run }: Measuring): Promise<Outcome> {
  const { certificates } = place;
  const limit = server.limit ?? 8000;
  const logs = running.mark([server.accessLog]);
  const errors = running.mark(server.errorLogs);
  const target = condition.overTls
    ? { port: place.tlsPort, tls: { authority: certificates.authority, servername: 'lab.test' } }
    : { port: place.port };
  const asked = { run: `${condition.id}-${run}`, port: target.port, limit };
  const patience = { limit, method: condition.method ?? 'GET', toTheEnd: condition.toTheEnd === true };
  const seen = condition.play
    ? await condition.play(target, asked)
    : await exchange(target, condition.steps(asked), patience);
  await new Promise((resolve) => setTimeout(resolve, server.lag ?? 80));
  const outcome = readOutcome(seen, condition.method);
  const seconds = tellingSeconds(seen, (condition.waits ?? 0) + (server.slack ?? 0));
  if (seconds !== undefined && outcome.end !== 'silent') outcome.seconds = seconds;
  const line = running.since(logs).trim().split('\n').at(-1);
  const log: NonNullable<Outcome['log']> = line ? fromAccessLog(server, line, outcome) : {};
  const error = errorsOf(server, running.since(errors), []);
  if (error !== '') log.error = error;
  if (Object.keys(log).length > 0) outcome.log = log;
  return outcome;
}

function fromAccessLog(server: ServerSoftware, line: string, outcome: Outcome): NonNullable<Outcome['log']> {
  const { status, marker } = server.readAccessLine(line);
  return {
    ...(status !== undefined && status !== String(outcome.status) ? { status } : {}),
    ...(marker === undefined ? {} : { marker }),
  };
}
