import type { Place, ProxySoftware, Route } from '../software.ts';

const noTls = 'mod_proxy speaks no TLS to upstreams';

export const rig: ProxySoftware = {
  id: 'lighttpd',
  software: { name: 'lighttpd', names: ['lighttpd', 'lighty'], kind: 'both' },
  package: { from: 'debian', name: 'lighttpd' },
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  notices: 'failures',
  // It looks at its time-outs once a second, twice for each.
  slack: 2,
  readAccessLine: (line) => {
    const status = /" (\d{1,3}) /.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: lighttpdErrors,
  lacks: {
    'upstream.name-unknown': 'it resolves the name when it starts, and does not start',
    'upstream.tls-to-plain': noTls,
    'upstream.untrusted-certificate': noTls,
    'upstream.expired-certificate': noTls,
    'upstream.wrong-certificate-name': noTls,
    'upstream.full': 'mod_proxy limits no connections',
  },
  settings: {},
  start: (place, routes) => ({
    files: { 'lighttpd.conf': configuration(place, routes) },
    commands: [{ command: ['lighttpd', '-D', '-f', `${place.folder}/lighttpd.conf`] }],
  }),
};

/** Without the time and the line of its source; of what it says about other upstreams nothing. */
export function lighttpdErrors(gained: string): string[] {
  return gained
    .split('\n')
    .filter((line) => !line.includes('gw-server re-enabled'))
    .map((line) =>
      line
        .replace(/^[\d-]+ [\d:]+: \(?[\w.-]+\.\d+\) ?/, '')
        .replace(/^(\w+\(\)) \d+ \d+/, '$1')
        .replace(/request sent: \d+/, 'request sent')
        .replace(/\\r.*/, ''),
    );
}

function configuration({ folder, port }: Place, routes: Route[]): string {
  const sections = routes.map(({ id, upstreams }) => {
    const hosts = upstreams.map(
      (one) => `( "host" => "${one.host}", "port" => ${one.port}, "connect-timeout" => 1, "read-timeout" => 2 )`,
    );
    return `$HTTP["url"] =~ "^/${id}/" { proxy.server = ( "" => (${hosts.join(', ')})) }`;
  });
  return `server.modules = ("mod_accesslog", "mod_proxy")
server.document-root = "${folder}"
server.port = ${port}
server.bind = "127.0.0.1"
server.errorlog = "${folder}/error.log"
accesslog.filename = "${folder}/access.log"
${sections.join('\n')}
`;
}
