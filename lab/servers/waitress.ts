import { join } from 'node:path';
import type { ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  id: 'waitress',
  software: { name: 'Waitress', names: ['waitress'], kind: 'server' },
  package: { from: 'debian', name: 'python3-waitress' },
  accessLog: 'access.log',
  errorLogs: ['output.log'],
  readAccessLine: () => ({}),
  pickErrors: (gained) => gained.split('\n').filter((line) => /^(?:ERROR|WARNING|CRITICAL):/.test(line)),
  settle: 800,
  offers: ['body-limit', 'time-outs', 'application', 'script'],
  lacks: {},
  settings: {},
  start: (place) => ({
    unprivileged: true,
    commands: [
      {
        command: [
          ...['/usr/bin/python3', '-m', 'waitress', `--listen=127.0.0.1:${place.port}`, '--threads=4'],
          ...['--channel-timeout=1', '--cleanup-interval=1', '--max-request-body-size=1000', '--connection-limit=64'],
          'wsgi_application:application',
        ],
        env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: join(import.meta.dirname, '../programs') },
      },
    ],
  }),
};
