// Whose log a line is, by its shape: most never name themselves.
import { TRAFFIC_SERVER_LINE } from '../passed-on.ts';
import { HAPROXY_LINE } from './haproxy-states.ts';

const SHAPES: readonly (readonly [vendor: string, shape: RegExp])[] = [
  ['nginx', /\[(?:emerg|alert|crit|error|warn|notice|info)\] \d{1,8}#\d{1,8}:/],
  ['apache', /\[[a-z_0-9]{1,30}:(?:emerg|alert|crit|error|warn|notice|info)\]|\bAH\d{5}\b/],
  ['haproxy', HAPROXY_LINE],
  ['envoy', /response_(?:code_)?(?:flags?|details)|istio-proxy|upstream_reset_|via_upstream/],
  ['trafficserver', TRAFFIC_SERVER_LINE],
  ['squid', /\bTCP_[A-Z_]{3,30}\/\d{3}|\bHIER_[A-Z]|\bNONE_NONE\//],
  ['varnish', /FetchError|SessClose|VCL_(?:call|return)|BogoHeader|boot\.default/],
  ['caddy', /"logger":\s?"http\.|reverseproxy/],
  ['heroku', /heroku\[router\]|at=error code=/],
  ['cloudfront', /^\d{4}-\d\d-\d\d[\t ]{1,4}\d\d:\d\d:\d\d[\t ]{1,4}[A-Z]{3}\d{1,3}-[A-Z]\d/m],
  ['aws-alb', /(?:\s(?:-1|\d{1,6}\.\d{1,9})){3}\s\d{3} (?:\d{3}|-) \d{1,20} \d{1,20} "/],
  ['iis', /#Fields:|\bHTTPERR\b/],
  ['php-fpm', /\[pool [\w.-]{1,40}\] (?:child|server)/],
  ['gunicorn', /\[(?:CRITICAL|ERROR|INFO|WARNING)\] .{0,40}(?:WORKER|Worker)/],
];

export function logProducts(text: string): string[] {
  const shaped = SHAPES.flatMap(([vendor, shape]) => (shape.test(text) ? [vendor] : []));
  // Both write `TCP_MISS/200`.
  return shaped.includes('trafficserver') ? shaped.filter((vendor) => vendor !== 'squid') : shaped;
}
