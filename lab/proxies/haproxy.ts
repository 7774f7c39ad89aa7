import { upstreamName } from '../certificates.ts';
import type { Place, ProxySoftware, Route } from '../software.ts';

export const rig: ProxySoftware = {
  id: 'haproxy',
  software: { name: 'HAProxy', names: ['haproxy'], kind: 'both' },
  package: { from: 'debian', name: 'haproxy' },
  accessLog: 'output.log',
  errorLogs: [],
  notices: 'checks',
  // TR/Tw/Tc/Tr/Ta status bytes - - termination state
  readAccessLine: (line) => {
    const found = / -?\d+\/-?\d+\/-?\d+\/-?\d+\/\+?\d+ (-?\d+) \d+ - - (\S{4}) /.exec(line);
    return found ? { ...(found[1] ? { status: found[1] } : {}), ...(found[2] ? { marker: found[2] } : {}) } : {};
  },
  lacks: {},
  settings: { 'upstream.all-down': 'health-check', 'upstream.full': 'connection-limit' },
  start: (place, routes) => ({
    files: { 'haproxy.cfg': haproxyFrame(place, backends(place, routes)) },
    commands: [{ command: ['haproxy', '-db', '-f', `${place.folder}/haproxy.cfg`] }],
  }),
};

export function haproxyFrame({ port, nameserver }: Place, backends: string): string {
  return `global
  log stdout format raw local0
resolvers lab
  nameserver lab 127.0.0.1:${nameserver}
defaults
  mode http
  log global
  option httplog
  timeout connect 1s
  timeout server 2s
  timeout client 10s
frontend lab
  bind 127.0.0.1:${port}
  use_backend %[path,field(2,/)]
${backends}
`;
}

function backends({ certificates }: Place, routes: Route[]): string {
  return routes
    .map(({ id, kind, upstreams }) => {
      const options = {
        plain: '',
        kept: '',
        two: '',
        name: 'init-addr none resolvers lab',
        tls: `ssl verify required ca-file ${certificates.authority} verifyhost ${upstreamName}`,
        'tls-verified': '',
        checked: 'check inter 300 fall 2',
        limited: 'maxconn 1',
      }[kind];
      const servers = upstreams.map(({ host, port }, at) => `  server s${at} ${host}:${port} ${options}`);
      return [`backend ${id}`, ...(kind === 'checked' ? ['  option httpchk GET /health'] : []), ...servers].join('\n');
    })
    .join('\n');
}
