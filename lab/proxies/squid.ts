import type { Place, ProxySoftware, Route } from '../software.ts';

export const rig: ProxySoftware = {
  id: 'squid',
  software: { name: 'Squid (accelerator)', names: ['squid', 'squid accelerator', 'squid reverse proxy'], kind: 'both' },
  package: { from: 'debian', name: 'squid-openssl' },
  accessLog: 'access.log',
  errorLogs: ['cache.log'],
  notices: 'failures',
  asksLastFirst: true,
  settle: 1500,
  slack: 2,
  limit: 12_000,
  readAccessLine: squidAccessLine,
  pickErrors: squidErrors,
  lacks: {},
  settings: {
    'upstream.full': 'connection-limit',
    'upstream.one-of-two-refused': 'round-robin',
    'upstream.one-of-two-silent': 'round-robin',
    'upstream.one-of-two-503': 'round-robin',
  },
  start: (place, routes) => ({
    files: { 'squid.conf': configuration(place, routes) },
    commands: [{ command: ['squid', '-N', '-f', `${place.folder}/squid.conf`] }],
  }),
};

/** The result code is the marker: TCP_MISS/503. */
export function squidAccessLine(line: string): { status?: string; marker?: string } {
  const found = / ([A-Z_]+)\/(\d{3}) /.exec(line);
  return found?.[2] ? { status: found[2], marker: `${found[1]}/${found[2]}` } : {};
}

export function squidErrors(gained: string): string[] {
  return gained
    .split('\n')
    .flatMap((line) => (/\| +(?:WARNING|ERROR|TCP connection)/.test(line) ? line.replace(/^.*?\| +/, '') : []));
}

export function squidFrame({ folder }: Place): string {
  return `access_log stdio:${folder}/access.log squid
logfile_rotate 0
cache_log ${folder}/cache.log
pid_filename ${folder}/squid.pid
connect_timeout 1 second
peer_connect_timeout 1 second
read_timeout 2 seconds
shutdown_lifetime 1 second
coredump_dir ${folder}
visible_hostname lab
pinger_enable off
`;
}

function configuration(place: Place, routes: Route[]): string {
  const peers = routes.flatMap((route) =>
    route.upstreams.map((upstream, at) => peer(place, route, { ...upstream, name: `${route.id}${'ab'[at]}` })),
  );
  return `http_port 127.0.0.1:${place.port} accel defaultsite=lab.test no-vhost
${peers.join('\n')}
http_access allow all
never_direct allow all
${squidFrame(place)}`;
}

function peer(
  { certificates }: Place,
  { id, kind }: Route,
  { host, port, name }: { host: string; port: number; name: string },
): string {
  const secure = `tls tls-cafile=${certificates.authority}`;
  const option = { tls: secure, 'tls-verified': secure, limited: 'max-conn=1', two: 'round-robin' } as Partial<
    Record<Route['kind'], string>
  >;
  return `cache_peer ${host} parent ${port} 0 no-query no-digest originserver name=${name} ${option[kind] ?? ''}
acl a${name} urlpath_regex ^/${id}/
cache_peer_access ${name} allow a${name}
cache_peer_access ${name} deny all`;
}
