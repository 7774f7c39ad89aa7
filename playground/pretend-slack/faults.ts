// Faults on demand: what Slack answers when it is busy, broken, silent, or simply says no.

/** `hang`: no answer at all. */
export type Fault = { status: number; retryAfter?: number } | { error: string } | 'hang';

export interface Faults {
  /** The next calls of a Web API method, or of `response_url`, end like this, one after the other. */
  next: (method: string, ...faults: Fault[]) => void;
  take: (method: string) => Fault | undefined;
}

export function createFaults(): Faults {
  const queues = new Map<string, Fault[]>();
  return {
    next: (method, ...faults) => queues.set(method, [...(queues.get(method) ?? []), ...faults]),
    take: (method) => queues.get(method)?.shift(),
  };
}
