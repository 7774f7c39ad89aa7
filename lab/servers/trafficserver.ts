import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rig as proxy } from '../proxies/trafficserver.ts';
import { backend, names, shared } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'log/squid.log',
  errorLogs: [],
  settle: 3000,
  lag: 2500,
  offers: ['connection-limit', 'ranges', 'time-outs', 'tls'],
  apart: ['connections'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    files: files(place, setup),
    folders: ['log', 'run', 'cache', 'etc'],
    unprivileged: true,
    awaits: place.spare.slice(0, 1),
    commands: [
      { command: ['traffic_server', `--run-root=${place.folder}/runroot.yaml`], output: 'output.log' },
      backend(place),
    ],
  }),
};

const installed = '/etc/trafficserver';

function files(place: Place, setup: string): Record<string, string> {
  const { folder } = place;
  const own = readdirSync(installed, { withFileTypes: true }).filter((entry) => entry.isFile());
  const bodies = readdirSync(join(installed, 'body_factory/default'));
  return {
    ...Object.fromEntries(own.map(({ name }) => [`etc/${name}`, readFileSync(join(installed, name), 'utf8')])),
    ...Object.fromEntries(
      bodies.map((name) => [
        `etc/body_factory/default/${name}`,
        readFileSync(join(installed, 'body_factory/default', name), 'utf8'),
      ]),
    ),
    'etc/records.config': records(place, setup),
    'etc/storage.config': `${folder}/cache 32M\n`,
    'etc/remap.config': names
      .flatMap(({ name }) =>
        ['http', 'https'].map((scheme) => `map ${scheme}://${name}/ http://127.0.0.1:${place.spare[0]}/\n`),
      )
      .join(''),
    'etc/ssl_multicert.config': names
      .map(
        ({ kind }) => `ssl_cert_name=${place.certificates.file(kind)} ssl_key_name=${place.certificates.key(kind)}\n`,
      )
      .join(''),
    'etc/logging.yaml': logging,
    'runroot.yaml': runRoot(folder),
  };
}

const records = (place: Place, setup: string) => `
CONFIG proxy.config.http.server_ports STRING ${place.port}:ip-in=127.0.0.1 ${place.tlsPort}:ssl:ip-in=127.0.0.1
CONFIG proxy.config.http.connect_attempts_timeout INT 1
CONFIG proxy.config.http.transaction_no_activity_timeout_in INT ${setup === 'connections' ? 6 : 2}
CONFIG proxy.config.http.transaction_no_activity_timeout_out INT ${setup === 'connections' ? 6 : 2}
${setup === 'connections' ? 'CONFIG proxy.config.net.max_connections_in INT 4' : ''}
CONFIG proxy.config.http.keep_alive_no_activity_timeout_in INT 1
CONFIG proxy.config.http.accept_no_activity_timeout INT 1
CONFIG proxy.config.log.logfile_dir STRING ${place.folder}/log
CONFIG proxy.config.log.max_secs_per_buffer INT 1
CONFIG proxy.config.log.periodic_tasks_interval INT 1
CONFIG proxy.config.body_factory.template_sets_dir STRING ${place.folder}/etc/body_factory
CONFIG proxy.config.admin.user_id STRING #-1
CONFIG proxy.config.exec_thread.autoconfig.enabled INT 0
CONFIG proxy.config.exec_thread.limit INT 2
`;

const logging = `logging:
  formats:
    - name: squid
      format: '%<cqtq> %<ttms> %<chi> %<crc>/%<pssc> %<psql> %<cqhm> %<cquc> %<caun> %<phr>/%<shn> %<psct>'
  logs:
    - filename: squid
      format: squid
      mode: ascii
`;

const runRoot = (folder: string) => `prefix: /usr
exec_prefix: /usr
bindir: /usr/bin
sbindir: /usr/bin
sysconfdir: ${folder}/etc
datadir: ${folder}/cache
includedir: /usr/include
libdir: /usr/lib/trafficserver
libexecdir: /usr/lib/trafficserver/modules
localstatedir: ${folder}/run
runtimedir: ${folder}/run
logdir: ${folder}/log
cachedir: ${folder}/cache
`;
