import type { Place, ProxySoftware, Route } from '../software.ts';

const modules =
  'mpm_event authn_core authz_core authz_host proxy proxy_http proxy_balancer lbmethod_byrequests slotmem_shm ssl socache_shmcb proxy_hcheck watchdog';

export const rig: ProxySoftware = {
  id: 'apache',
  software: { name: 'Apache HTTP Server', names: ['apache', 'apache2', 'httpd', 'mod_proxy'], kind: 'both' },
  package: { from: 'debian', name: 'apache2' },
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  notices: 'checks',
  // hcinterval has a resolution of a second, and the first check is late.
  settle: 500,
  readAccessLine: (line) => {
    const status = /" (\d{3}) /.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: apacheErrors,
  lacks: {},
  settings: {
    'upstream.untrusted-certificate': 'verify-upstream',
    'upstream.expired-certificate': 'verify-upstream',
    'upstream.wrong-certificate-name': 'verify-upstream',
    'upstream.all-down': 'health-check',
    'upstream.full': 'connection-limit',
  },
  start: (place, routes) => ({
    files: { 'apache.conf': configuration(place, routes) },
    commands: [{ command: ['apache2', '-f', `${place.folder}/apache.conf`, '-DFOREGROUND'] }],
  }),
};

/** From its AH number on, or the system's error before it. */
export function apacheErrors(gained: string): string[] {
  return gained
    .split('\n')
    .flatMap(
      (line) =>
        /(?:\(\d+\)[^:\]]*: )?AH\d{5}: .*$/.exec(line.replace(/, referer: .*| \((?:GET|POST)\)/, ''))?.[0] ?? [],
    );
}

/** One child process, because it keeps its pools and limits for each of them. */
export function apacheFrame({ folder, port }: Place, more: { modules: string; text: string }): string {
  const load = more.modules.split(/\s+/).filter((name) => name !== 'watchdog');
  return `${load.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerRoot ${folder}
PidFile ${folder}/apache.pid
DefaultRuntimeDir ${folder}
Listen 127.0.0.1:${port}
ServerName lab.test
User www-data
Group www-data
ErrorLog ${folder}/error.log
LogLevel warn
StartServers 1
ServerLimit 1
MaxRequestWorkers 25
MinSpareThreads 1
MaxSpareThreads 25
LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
CustomLog ${folder}/access.log combined
<Location />
Require all granted
</Location>
${more.text}
`;
}

const times = 'connectiontimeout=1 timeout=2';

function configuration(place: Place, routes: Route[]): string {
  return apacheFrame(place, {
    modules,
    text: `SSLProxyEngine on\n${routes.map((route) => section(place, route)).join('\n')}`,
  });
}

function section({ certificates }: Place, { id, kind, upstreams }: Route): string {
  const [first] = upstreams;
  const scheme = kind === 'tls' || kind === 'tls-verified' ? 'https' : 'http';
  const url = `${scheme}://${first?.host}:${first?.port}`;
  const member = ({ port }: { port: number }) =>
    `BalancerMember http://127.0.0.1:${port} ${times}${kind === 'checked' ? ' hcmethod=GET hcuri=/health hcinterval=1 hcfails=1' : ''}`;
  if (kind === 'two' || kind === 'checked') {
    return `<Proxy balancer://${id}>\n${upstreams.map(member).join('\n')}\n</Proxy>\nProxyPass /${id}/ balancer://${id}/${id}/`;
  }
  const pass = `ProxyPass /${id}/ ${url}/${id}/ ${times}${kind === 'limited' ? ' max=1 acquire=500' : ''}`;
  if (kind !== 'tls-verified') return pass;
  return `<Proxy ${url}/${id}/>\nSSLProxyVerify require\nSSLProxyCACertificateFile ${certificates.authority}\n</Proxy>\n${pass}`;
}
