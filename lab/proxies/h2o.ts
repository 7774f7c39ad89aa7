import type { Place, ProxySoftware, Route } from '../software.ts';

const oneUpstream = 'h2o 2.2 passes a path to one upstream';

export const rig: ProxySoftware = {
  id: 'h2o',
  software: { name: 'H2O', names: ['h2o'], kind: 'both' },
  package: { from: 'debian', name: 'h2o' },
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  notices: 'failures',
  readAccessLine: (line) => {
    const status = /" (\d{1,3}) /.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  lacks: {
    'upstream.all-down': oneUpstream,
    'upstream.full': 'it limits no connections to an upstream',
    'upstream.one-of-two-refused': oneUpstream,
    'upstream.one-of-two-silent': oneUpstream,
    'upstream.one-of-two-503': oneUpstream,
  },
  settings: {},
  start: (place, routes) => ({
    files: { 'h2o.yaml': configuration(place, routes) },
    commands: [{ command: ['h2o', '-c', `${place.folder}/h2o.yaml`] }],
  }),
};

function configuration({ folder, port, certificates }: Place, routes: Route[]): string {
  const paths = routes.map(({ id, kind, upstreams }) => {
    // By name: h2o compares the certificate with that and not with an address.
    const url = `${kind === 'tls' ? 'https://localhost' : `http://${upstreams[0]?.host}`}:${upstreams[0]?.port}/${id}/`;
    return `      "/${id}/":
        proxy.reverse.url: "${url}"${kind === 'tls' ? `\n        proxy.ssl.cafile: "${certificates.authority}"` : ''}`;
  });
  return `listen:
  host: 127.0.0.1
  port: ${port}
user: root
num-threads: 1
proxy.timeout.io: 2000
access-log: ${folder}/access.log
error-log: ${folder}/error.log
hosts:
  default:
    paths:
${paths.join('\n')}
`;
}
