import { rig as proxy } from '../proxies/squid.ts';
import { backend, bodyLimitSet, names, passwords, shared } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'access.log',
  errorLogs: ['cache.log'],
  settle: 1500,
  limit: 12_000,
  offers: ['connection-limit', 'ranges', 'body-limit', 'credentials', 'time-outs', 'tls'],
  apart: ['connections'],
  lacks: {},
  settings: bodyLimitSet,
  start: (place, setup) => ({
    files: { passwords, 'squid.conf': configuration(place, setup) },
    awaits: place.spare.slice(0, 1),
    commands: [
      {
        // A backend that is not there yet counts as dead for a while.
        command: ['sh', '-c', 'sleep 1; exec squid -N -f squid.conf'],
        output: 'output.log',
      },
      backend(place),
    ],
  }),
};

const configuration = (place: Place, setup: string) => `
visible_hostname lab.test
http_port 127.0.0.1:${place.port} accel defaultsite=lab.test no-vhost
https_port 127.0.0.1:${place.tlsPort} accel defaultsite=lab.test no-vhost tls-cert=${place.certificates.file(names[0].kind)} tls-key=${place.certificates.key(names[0].kind)}
cache_peer 127.0.0.1 parent ${place.spare[0]} 0 no-query originserver no-digest name=origin
pid_filename ${place.folder}/squid.pid
access_log stdio:${place.folder}/access.log squid
cache_log ${place.folder}/cache.log
coredump_dir ${place.folder}
cache_mem 16 MB
pinger_enable off
netdb_filename none
workers 1
shutdown_lifetime 0 seconds
request_timeout 1 second
request_start_timeout 1 second
read_timeout ${setup === 'connections' ? 6 : 2} seconds
${setup === 'connections' ? 'client_ip_max_connections 4' : ''}
client_idle_pconn_timeout 1 second
request_body_max_size 1 KB
auth_param basic program /usr/lib/squid/basic_ncsa_auth ${place.folder}/passwords
auth_param basic realm lab
acl private urlpath_regex ^/private
acl known proxy_auth REQUIRED
http_access deny private !known
http_access allow all
`;
