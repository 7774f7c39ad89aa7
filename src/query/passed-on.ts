// Whether a status came from behind a proxy, where the fields of its line say so.

export interface Origin {
  /** `passed-on`: the upstream sent the same status. `itself`: no upstream answered. */
  who: 'passed-on' | 'itself';
  /** The field that says so, as it is written. */
  field: string;
  /** The proxy, where the shape of the line tells. */
  vendor?: string;
}

const UPSTREAM_FIELD =
  /["']?\b(upstream_status|upstream_response_status|target_status_code|OriginStatus|OriginResponseStatus|origin_status|backend_status|backend_status_code)["']?\s?[:=]\s?["']?(\d{1,3}|-)(?!\d)/;
/** AWS load balancers: three times, their status, the target's. */
const BALANCER = /(?:\s(?:-1|\d{1,6}\.\d{1,9})){3}\s(\d{3}) (\d{3}|-) \d{1,20} \d{1,20} "/;

export function originOf(line: string, code: string): Origin | undefined {
  const [, field = '', status] = UPSTREAM_FIELD.exec(line) ?? [];
  if (status !== undefined) return verdict(status, code, `${field} ${status}`);
  const [, sent, target] = BALANCER.exec(line) ?? [];
  const origin = sent === code && target ? verdict(target, code, `target_status_code ${target}`) : undefined;
  return origin && { ...origin, vendor: 'aws-alb' };
}

function verdict(upstream: string, code: string, field: string): Origin | undefined {
  if (upstream === code) return { who: 'passed-on', field };
  return upstream === '-' || Number(upstream) === 0 ? { who: 'itself', field } : undefined;
}
