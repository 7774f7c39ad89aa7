// Faults on demand: what Slack answers when it is busy, broken, silent, talks nonsense, or simply says no.
import type { ServerResponse } from 'node:http';

export interface Answered {
  status: number;
  /** As it stands in the header: seconds, a date, or anything else. */
  retryAfter?: number | string;
  /** Empty unless told. */
  body?: string;
  type?: string;
  /** Where a redirect leads. */
  location?: string;
}

/** `hang`: no answer at all. `reset`: the connection breaks. `endless`: an answer that never ends. */
export type Fault = Answered | { error: string } | 'hang' | 'reset' | 'endless';

export interface Faults {
  /** The next calls of a Web API method, or of `response_url`, end like this, one after the other; undefined is none. */
  next: (method: string, ...faults: (Fault | undefined)[]) => void;
  /** Every call of it from now on; undefined ends that. */
  always: (method: string, fault: Fault | undefined) => void;
  take: (method: string) => Fault | undefined;
}

export function createFaults(): Faults {
  const queues = new Map<string, (Fault | undefined)[]>();
  const lasting = new Map<string, Fault>();
  return {
    next: (method, ...faults) => queues.set(method, [...(queues.get(method) ?? []), ...faults]),
    always: (method, fault) => {
      if (fault) lasting.set(method, fault);
      else lasting.delete(method);
    },
    take: (method) => queues.get(method)?.shift() ?? lasting.get(method),
  };
}

export function breakAnswer(response: ServerResponse, fault: Fault): void {
  if (fault === 'reset') response.socket?.resetAndDestroy();
  else if (fault === 'endless') drip(response);
  else if (fault !== 'hang') answer(response, fault);
}

function answer(response: ServerResponse, fault: Answered | { error: string }): void {
  const { status, body, type, location, retryAfter } = answered(fault);
  response.writeHead(status, {
    'content-type': type ?? 'application/json; charset=utf-8',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(location ? { location } : {}),
  });
  response.end(body);
}

function answered(fault: Answered | { error: string }): Answered {
  return 'error' in fault ? { status: 200, body: JSON.stringify({ ok: false, error: fault.error }) } : fault;
}

/** As much as is taken, without end. */
function drip(response: ServerResponse): void {
  const piece = ' '.repeat(65_536);
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.on('drain', more);
  more();
}
