import { join } from 'node:path';
import { bodyLimitSet, names } from '../site.ts';
import type { ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  id: 'uwsgi',
  software: { name: 'uWSGI', names: ['uwsgi'], kind: 'server' },
  package: { from: 'debian', name: 'uwsgi-core', also: ['uwsgi-plugin-python3'] },
  accessLog: 'output.log',
  errorLogs: ['output.log'],
  readAccessLine: (line) => {
    const status = /\(HTTP\/\S+ (\d+)\)/.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: (gained) =>
    gained
      .split('\n')
      .flatMap(
        (line) => /(invalid request.*|Invalid .*|.*too big.*|.*timeout.*|[A-Z]\w+Error: .*)/.exec(line)?.[1] ?? [],
      ),
  settle: 800,
  offers: ['overload', 'body-limit', 'time-outs', 'tls', 'application', 'script'],
  apart: ['overload'],
  lacks: {},
  settings: bodyLimitSet,
  start: (place, setup) => ({
    unprivileged: true,
    commands: [
      {
        command: [
          ...['uwsgi', '--plugins=http,python3', `--http=127.0.0.1:${place.port}`, '--master', '--processes=1'],
          `--https=127.0.0.1:${place.tlsPort},${place.certificates.file(names[0].kind)},${place.certificates.key(names[0].kind)}`,
          ...[
            `--http-timeout=${setup === 'overload' ? 60 : 2}`,
            '--http-headers-timeout=1',
            `--http-connect-timeout=${setup === 'overload' ? 60 : 1}`,
            '--socket-timeout=1',
          ],
          ...['--limit-post=1000', `--wsgi-file=${join(import.meta.dirname, '../programs/wsgi_application.py')}`],
        ],
        env: { PYTHONDONTWRITEBYTECODE: '1' },
      },
    ],
  }),
};
