import { upstreamName } from '../certificates.ts';
import type { Place, ProxySoftware, Route } from '../software.ts';

export const rig: ProxySoftware = {
  id: 'nginx',
  software: { name: 'nginx', names: ['nginx'], kind: 'both' },
  package: { from: 'debian', name: 'nginx' },
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  readAccessLine: (line) => {
    const status = /" (\d{3}) /.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: nginxErrors,
  notices: 'failures',
  lacks: {},
  settings: {
    'upstream.stale-closed': 'keep-alive',
    'upstream.stale-reset': 'keep-alive',
    'upstream.untrusted-certificate': 'verify-upstream',
    'upstream.expired-certificate': 'verify-upstream',
    'upstream.wrong-certificate-name': 'verify-upstream',
    'upstream.full': 'connection-limit',
  },
  start: (place, routes) => ({
    files: { 'nginx.conf': configuration(place, routes) },
    commands: [{ command: ['nginx', '-c', `${place.folder}/nginx.conf`] }],
  }),
};

/** The message of each line, without its head and the request that follows it. */
export function nginxErrors(gained: string): string[] {
  return gained
    .split('\n')
    .flatMap((line) => /\[(?:error|crit|alert|warn)\] [^ ]+ (?:\*\d+ )?(.*?)(?:, client: .*)?$/.exec(line)?.[1] ?? []);
}

export function nginxFrame({ folder }: Place, http: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  return `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; worker_processes 1; user root;
events {}
http {
access_log ${folder}/access.log combined;
${temporary.join('\n')}
${http}
}
`;
}

function configuration(place: Place, routes: Route[]): string {
  const pools = routes.map((route) => {
    const servers = route.upstreams.map(
      ({ host, port }) => `server ${host}:${port}${route.kind === 'limited' ? ' max_conns=1' : ''};`,
    );
    return route.kind === 'name'
      ? ''
      : `upstream ${route.id} { ${servers.join(' ')} ${route.kind === 'kept' ? 'keepalive 4;' : ''} }`;
  });
  return nginxFrame(
    place,
    `resolver 127.0.0.1:${place.nameserver} ipv6=off; resolver_timeout 2s;
proxy_connect_timeout 1s; proxy_read_timeout 2s; client_max_body_size 20m;
${pools.join('\n')}
server { listen 127.0.0.1:${place.port};
${routes.map((route) => location(place, route)).join('\n')}
}`,
  );
}

function location({ certificates }: Place, route: Route): string {
  const [first] = route.upstreams;
  const to = {
    name: `set $name ${first?.host}; proxy_pass http://$name;`,
    tls: `proxy_pass https://${route.id};`,
    'tls-verified': `proxy_pass https://${route.id}; proxy_ssl_verify on; proxy_ssl_trusted_certificate ${certificates.authority}; proxy_ssl_name ${upstreamName};`,
    kept: `proxy_pass http://${route.id}; proxy_http_version 1.1; proxy_set_header Connection "";`,
    plain: `proxy_pass http://${route.id};`,
    checked: `proxy_pass http://${route.id};`,
    limited: `proxy_pass http://${route.id};`,
    two: `proxy_pass http://${route.id};`,
  }[route.kind];
  return `location /${route.id}/ { ${to} }`;
}
