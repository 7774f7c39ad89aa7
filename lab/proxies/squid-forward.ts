import type { ProxySoftware } from '../software.ts';
import { squidAccessLine, squidErrors, squidFrame } from './squid.ts';

const oneTarget = 'the client names the one server that it wants';

export const rig: ProxySoftware = {
  id: 'squid-forward',
  software: {
    name: 'Squid (forward proxy)',
    names: ['squid forward proxy', 'squid forward', 'squid proxy', 'squid 正向代理'],
    kind: 'proxy',
  },
  package: { from: 'debian', name: 'squid-openssl' },
  accessLog: 'access.log',
  errorLogs: ['cache.log'],
  notices: 'failures',
  settle: 1500,
  slack: 2,
  limit: 12_000,
  readAccessLine: squidAccessLine,
  pickErrors: squidErrors,
  lacks: {
    'upstream.all-down': oneTarget,
    'upstream.full': oneTarget,
    'upstream.one-of-two-refused': oneTarget,
    'upstream.one-of-two-silent': oneTarget,
    'upstream.one-of-two-503': oneTarget,
  },
  settings: {},
  target: ({ kind, upstreams }, path) => {
    const [upstream] = upstreams;
    const host = `${upstream?.host}:${upstream?.port}`;
    return { host, target: `${kind === 'tls' ? 'https' : 'http'}://${host}${path}` };
  },
  start: (place) => ({
    files: {
      'squid.conf': `http_port 127.0.0.1:${place.port}
http_access allow all
tls_outgoing_options cafile=${place.certificates.authority}
${squidFrame(place)}`,
    },
    commands: [{ command: ['squid', '-N', '-f', `${place.folder}/squid.conf`] }],
  }),
};
