import { rig as proxy } from '../proxies/haproxy.ts';
import { backend, pairs, sent, shared } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'output.log',
  errorLogs: ['output.log'],
  pickErrors: (gained) => gained.split('\n').flatMap((line) => /\/\d+: (.*)/.exec(line)?.[1] ?? []),
  lag: 800,
  offers: ['rate-limit', 'connection-limit', 'overload', 'credentials', 'time-outs', 'tls', 'application'],
  lacks: {},
  settings: {},
  apart: [...sent.map((status) => `sends-${status}`), 'connections', 'overload'],
  start: (place, setup) => ({
    files: { 'haproxy.cfg': configuration(place, setup), ...pairs(place) },
    awaits: place.spare.slice(0, 1),
    commands: [{ command: ['haproxy', '-f', 'haproxy.cfg', '-db'], output: 'output.log' }, backend(place)],
  }),
};

/** Each in a setup of its own, because HAProxy refuses the whole configuration for one status. */
const sends = (setup: string) =>
  !setup.startsWith('sends-')
    ? ''
    : `  http-request return status ${setup.replace('sends-', '')} content-type text/plain string hello\n`;

const configuration = (place: Place, setup: string) => `
global
  log stdout format raw local0
  maxconn 64
defaults
  mode http
  log global
  option httplog
  timeout connect 1s
  timeout client 1s
  timeout server 2s
  timeout http-request 1s
userlist users
  user ann insecure-password secret
frontend plain
  bind 127.0.0.1:${place.port}
  ${setup === 'connections' ? 'maxconn 4' : ''}
  stick-table type ip size 1k expire 1m store http_req_rate(1m)
  http-request auth if { path_beg /private } !{ http_auth(users) }
  http-request track-sc0 src if { path_beg /rate-limited }
  http-request deny if { path_beg /rate-limited } { sc_http_req_rate(0) gt 1 }
${sends(setup)}  use_backend limited if { path_beg /sleep }
  default_backend origin
frontend secure
  bind 127.0.0.1:${place.tlsPort} ssl crt good.pem crt wrong-name.pem
  default_backend origin
backend limited
  timeout queue 1s
  timeout server 6s
  server origin 127.0.0.1:${place.spare[0]} ${setup === 'overload' ? 'maxconn 4' : ''}
backend origin
  server origin 127.0.0.1:${place.spare[0]}
`;
