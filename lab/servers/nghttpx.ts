import { rig as proxy } from '../proxies/nghttpx.ts';
import { backend, names, shared } from '../site.ts';
import type { ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  offers: ['connection-limit', 'time-outs', 'tls'],
  apart: ['connections'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    awaits: place.spare.slice(0, 1),
    commands: [
      {
        command: [
          ...['nghttpx', '--conf=/dev/null', '--no-ocsp', `--frontend=127.0.0.1,${place.port};no-tls`],
          ...[`--frontend=127.0.0.1,${place.tlsPort}`, `--backend=127.0.0.1,${place.spare[0]}`],
          ...[`--accesslog-file=${place.folder}/access.log`, `--errorlog-file=${place.folder}/error.log`],
          ...[
            ...(setup === 'connections' ? ['--worker-frontend-connections=4'] : []),
            '--frontend-read-timeout=1s',
            '--frontend-write-timeout=1s',
            '--backend-read-timeout=2s',
            '--workers=1',
          ],
          ...[
            '--stream-read-timeout=1s',
            `--subcert=${place.certificates.key('wrong-name')}:${place.certificates.file('wrong-name')}`,
          ],
          ...[place.certificates.key(names[0].kind), place.certificates.file(names[0].kind)],
        ],
      },
      backend(place),
    ],
  }),
};
