import { join } from 'node:path';
import type { ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  id: 'waitress',
  software: { name: 'Waitress', names: ['waitress'], kind: 'server' },
  package: { from: 'debian', name: 'python3-waitress' },
  accessLog: 'access.log',
  errorLogs: ['output.log'],
  keepsNoLog: true,
  readAccessLine: () => ({}),
  pickErrors: (gained) => gained.split('\n').filter((line) => /^(?:ERROR|WARNING|CRITICAL):/.test(line)),
  settle: 800,
  offers: ['connection-limit', 'overload', 'body-limit', 'time-outs', 'application', 'script'],
  apart: ['connections', 'overload'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    unprivileged: true,
    commands: [
      {
        command: [
          ...[
            '/usr/bin/python3',
            '-m',
            'waitress',
            `--listen=127.0.0.1:${place.port}`,
            `--threads=${setup === 'overload' ? 4 : 16}`,
          ],
          ...[
            `--channel-timeout=${setup === 'plain' ? 1 : 60}`,
            '--cleanup-interval=1',
            '--max-request-body-size=1000',
            `--connection-limit=${setup === 'connections' ? 8 : 64}`,
          ],
          'wsgi_application:application',
        ],
        env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: join(import.meta.dirname, '../programs') },
      },
    ],
  }),
};
