import { upstreamName } from '../certificates.ts';
import type { Place, ProxySoftware, Route } from '../software.ts';

export const rig: ProxySoftware = {
  id: 'caddy',
  software: { name: 'Caddy', names: ['caddy'], kind: 'both' },
  package: { from: 'debian', name: 'caddy' },
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  notices: 'checks',
  settle: 800,
  readAccessLine: (line) => {
    const status = /"status":(\d+)/.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: caddyErrors,
  lacks: {},
  settings: {
    'upstream.all-down': 'health-check',
    'upstream.full': 'connection-limit',
    // Its default policy is random, so the order of two upstreams would not be known.
    'upstream.one-of-two-refused': 'policy-first',
    'upstream.one-of-two-silent': 'policy-first',
    'upstream.one-of-two-503': 'policy-first',
  },
  start: (place, routes) => ({
    files: { Caddyfile: caddyFrame(place, routes.map((route) => handle(place, route)).join('\n')) },
    commands: [
      {
        command: ['caddy', 'run', '--adapter', 'caddyfile', '--config', `${place.folder}/Caddyfile`],
        env: { HOME: place.folder, XDG_DATA_HOME: place.folder, XDG_CONFIG_HOME: place.folder },
      },
    ],
  }),
};

export function caddyErrors(gained: string): string[] {
  return gained.split('\n').flatMap((line) => {
    const message = /"msg":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1];
    return message !== undefined && /"level":"(?:error|warn)"/.test(line) ? [message] : [];
  });
}

export function caddyFrame({ folder, port }: Place, site: string): string {
  return `{
  admin off
  auto_https off
  log {
    output file ${folder}/error.log
    exclude http.log.access
  }
}
http://:${port} {
  bind 127.0.0.1
  log {
    output file ${folder}/access.log
  }
${site}
}
`;
}

function handle({ certificates }: Place, { id, kind, upstreams }: Route): string {
  const secure = kind === 'tls' || kind === 'tls-verified';
  const addresses = upstreams.map(({ host, port }) => `${secure ? 'https://' : ''}${host}:${port}`);
  const tls = secure ? `tls_trusted_ca_certs ${certificates.authority}\n tls_server_name ${upstreamName}` : '';
  const more = {
    checked: 'health_uri /health\n health_interval 300ms',
    limited: 'unhealthy_request_count 1',
    two: 'lb_policy first',
  } as Partial<Record<Route['kind'], string>>;
  return `handle /${id}/* {
 reverse_proxy ${addresses.join(' ')} {
 ${more[kind] ?? ''}
 transport http {
 dial_timeout 1s
 response_header_timeout 2s
 ${tls}
 }
 }
}`;
}
