import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import type { Place, ProxySoftware, Route } from '../software.ts';

const oneOrigin = 'a remap rule names one origin; several need parent selection';

export const rig: ProxySoftware = {
  id: 'trafficserver',
  software: {
    name: 'Apache Traffic Server',
    names: ['traffic server', 'trafficserver', 'apache traffic server', 'ats'],
    kind: 'both',
  },
  package: { from: 'debian', name: 'trafficserver' },
  // Debian's security updates brought newer sources under the old version.
  version: () => / (\d[\d.]+) /.exec(execFileSync('traffic_server', ['-V'], { encoding: 'utf8' }))?.[1] ?? '',
  accessLog: 'access.log',
  errorLogs: [],
  notices: 'failures',
  settle: 2500,
  lag: 300,
  flush: 7000,
  limit: 16_000,
  readAccessLine: (line) => {
    const found = / ([A-Z_]+)\/(\d{3}) /.exec(line);
    return found?.[2] ? { status: found[2], marker: `${found[1]}/${found[2]}` } : {};
  },
  lacks: {
    'upstream.all-down': oneOrigin,
    'upstream.one-of-two-refused': oneOrigin,
    'upstream.one-of-two-silent': oneOrigin,
    'upstream.one-of-two-503': oneOrigin,
  },
  settings: {
    'upstream.untrusted-certificate': 'verify-upstream',
    'upstream.expired-certificate': 'verify-upstream',
    'upstream.wrong-certificate-name': 'verify-upstream',
    'upstream.full': 'connection-limit',
  },
  // Its log is binary by default.
  finish: ({ folder }) => {
    writeFileSync(`${folder}/access.log`, execFileSync('traffic_logcat', [`${folder}/log/squid.blog`]));
  },
  start: (place, routes) => {
    trafficServerFolders(place);
    return {
      folders: ['log', 'run', 'cache'],
      files: {
        'etc/records.config': records(place),
        'etc/storage.config': `${place.folder}/cache 32M\n`,
        'etc/remap.config': routes.map(remap).join(''),
        'runroot.yaml': runRoot(place),
      },
      commands: [{ command: ['traffic_server', `--run-root=${place.folder}/runroot.yaml`] }],
    };
  },
};

/** The other files of its configuration, as the package has them. */
export function trafficServerFolders({ folder }: Place): void {
  cpSync('/etc/trafficserver', `${folder}/etc`, { recursive: true, dereference: true });
  execFileSync('chmod', ['-R', 'a+rwX', folder]);
}

export function records({ folder, port, nameserver, certificates }: Place): string {
  return `CONFIG proxy.config.http.server_ports STRING ${port}:ip-in=127.0.0.1
CONFIG proxy.config.http.connect_attempts_timeout INT 1
CONFIG proxy.config.http.post_connect_attempts_timeout INT 1
CONFIG proxy.config.http.transaction_no_activity_timeout_out INT 2
CONFIG proxy.config.dns.nameservers STRING 127.0.0.1:${nameserver}
CONFIG proxy.config.log.logfile_dir STRING ${folder}/log
CONFIG proxy.config.log.max_secs_per_buffer INT 1
CONFIG proxy.config.body_factory.template_sets_dir STRING ${folder}/etc/body_factory
CONFIG proxy.config.admin.user_id STRING trafficserver
CONFIG proxy.config.ssl.client.CA.cert.filename STRING ${certificates.authority}
CONFIG proxy.config.exec_thread.autoconfig.enabled INT 0
CONFIG proxy.config.exec_thread.limit INT 2
`;
}

export function runRoot({ folder }: Place): string {
  return `prefix: /usr
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
}

function remap({ id, kind, upstreams }: Route): string {
  const scheme = kind === 'tls' || kind === 'tls-verified' ? 'https' : 'http';
  const option = {
    limited: ' @plugin=conf_remap.so @pparam=proxy.config.http.per_server.connection.max=1',
    'tls-verified': ' @plugin=conf_remap.so @pparam=proxy.config.ssl.client.verify.server.policy=ENFORCED',
  } as Partial<Record<Route['kind'], string>>;
  return `map http://lab.test/${id}/ ${scheme}://${upstreams[0]?.host}:${upstreams[0]?.port}/${id}/${option[kind] ?? ''}\n`;
}
