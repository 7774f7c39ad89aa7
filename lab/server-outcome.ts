// What of a server's answer and of its logs is worth recording, without what differs from run to run.
import { telling } from './log-text.ts';
import type { Outcome } from './outcome.ts';
import type { ServerSoftware } from './software.ts';

/** A silent server and a switched protocol last as long as the client likes. */
export const isOver = ({ end, status, instead }: Outcome) => end !== 'silent' && status !== 101 && instead !== 'http2';

/** Fields that explain the status they come with; anywhere else they say nothing. */
const explained: Record<string, (status: number) => boolean> = {
  allow: () => true,
  'retry-after': (status) => status >= 300,
  location: (status) => status >= 300 && status < 400,
  'content-range': (status) => status === 416,
  'www-authenticate': (status) => status === 401,
  upgrade: (status) => status === 426,
};

export function tellingOutcome(outcome: Outcome, port: number): Outcome {
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
export const steady = (error: string) =>
  error
    .replace(/(excess|block size): ?[\d.]+/g, '$1')
    .replace(/\bconn\d+/g, 'conn')
    .replace(/:? ?0x[0-9a-f]+(\*\d+)?/g, '');

/** Some write a second line when the connection ends: the line with the status that the client saw counts, else the last. */
export function fromAccessLog(server: ServerSoftware, gained: string[], outcome: Outcome): NonNullable<Outcome['log']> {
  const written = gained.map((line) => server.readAccessLine(line)).filter(({ status }) => status !== undefined);
  const agrees = ({ status }: { status?: string }) => Number(status) === outcome.status;
  const { status, marker } = written.find(agrees) ?? written.at(-1) ?? {};
  if (written.length === 0 && !server.keepsNoLog) return { missing: true };
  return {
    ...(status === undefined || agrees({ status }) ? {} : { status }),
    ...(marker === undefined || outcome.status === 200 ? {} : { marker }),
  };
}
