// Whether a status came from behind a proxy, where the fields of its line say so.

export interface Origin {
  /** `passed-on`: the upstream sent the same status. `itself`: no upstream answered. `either`: the line does not tell. */
  who: 'passed-on' | 'itself' | 'either';
  /** The field that says so, as it is written. */
  field: string;
  /** The proxy, where the shape of the line tells. */
  vendor?: string;
}

const UPSTREAM_FIELD =
  /["']?\b(upstream_status|upstream_response_status|target_status_code|OriginStatus|OriginResponseStatus|origin_status|backend_status|backend_status_code)["']?\s?[:=]\s?["']?(\d{1,3}|-)(?!\d)/;
/** AWS load balancers: three times, their status, the target's. */
const BALANCER = /\s((?:(?:-1|\d{1,6}\.\d{1,9})\s){3}(\d{3})) (\d{3}|-) \d{1,20} \d{1,20} "/;
/** Squid and Traffic Server: what the cache did, and whom it asked behind the address. */
const CACHE =
  /\b(TCP_[A-Z_]{0,30}MISS|TCP_REFRESH_MODIFIED)\/(\d{3}) \d{1,20} [A-Z]{3,12} \S{1,2048} \S{1,255} (?:TIMEOUT_)?((?:HIER_)?DIRECT|[A-Z_]{3,30}_(?:PARENT|HIT))\//;
/**
 * Errors of its own in the place of `TCP_MISS`, and no `HIER_` before whom it asked: so Squid writes neither, but that
 * Squid up to 3.1 wrote a refusal so, too.
 */
export const TRAFFIC_SERVER_LINE =
  /^\d{10}\.\d{3} \d{1,9} \S{1,45} (?:ERR_|TCP_(?!DENIED)(?=[^\n]{0,4000} (?:TIMEOUT_)?(?:DIRECT|PARENT_HIT|NONE)\/))[A-Z_]{3,30}\/\d{3} /m;

export function originOf(line: string, code: string): Origin | undefined {
  const [, field = '', status] = UPSTREAM_FIELD.exec(line) ?? [];
  if (status !== undefined) return verdict(status, code, `${field} ${status}`);
  return balancerOrigin(line, code) ?? cacheOrigin(line, code);
}

function balancerOrigin(line: string, code: string): Origin | undefined {
  const [, fields = '', sent, target = ''] = BALANCER.exec(line) ?? [];
  if (sent !== code) return undefined;
  // Of a target that never took the request, the times say more than its missing status.
  const origin = verdict(
    target,
    code,
    fields.startsWith('-1') ? `${fields} ${target}` : `target_status_code ${target}`,
  );
  return origin && { ...origin, vendor: 'aws-alb' };
}

function verdict(upstream: string, code: string, field: string): Origin | undefined {
  if (upstream === code) return { who: 'passed-on', field };
  return upstream === '-' || Number(upstream) === 0 ? { who: 'itself', field } : undefined;
}

/** Squid logs an error of its own like one of its peer; Traffic Server has words for those. */
function cacheOrigin(line: string, code: string): Origin | undefined {
  const [, did, sent, peer] = CACHE.exec(line) ?? [];
  if (sent !== code) return undefined;
  const field = `${did} … ${peer}`;
  if (TRAFFIC_SERVER_LINE.test(line)) return { who: 'passed-on', field, vendor: 'trafficserver' };
  return { who: Number(code) < 500 ? 'passed-on' : 'either', field, vendor: 'squid' };
}
