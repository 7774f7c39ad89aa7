import { join } from 'node:path';
import { names } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  id: 'gunicorn',
  software: { name: 'Gunicorn', names: ['gunicorn'], kind: 'server' },
  package: { from: 'debian', name: 'gunicorn' },
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  readAccessLine: (line) => {
    const status = /" (\d+) \S+ "/.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: (gained) =>
    gained
      .split('\n')
      .flatMap((line) => /\] \[(?:ERROR|CRITICAL|WARNING)\] ((?!Worker with pid).*)/.exec(line)?.[1] ?? []),
  settle: 800,
  offers: ['overload', 'time-outs', 'tls', 'application', 'script'],
  apart: ['overload'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    unprivileged: true,
    commands: [
      gunicorn(place, place.port, setup === 'overload' ? ['--timeout=60'] : ['--timeout=2']),
      gunicorn(place, place.tlsPort, [
        '--timeout=2',
        `--certfile=${place.certificates.file(names[0].kind)}`,
        `--keyfile=${place.certificates.key(names[0].kind)}`,
      ]),
    ],
  }),
};

const gunicorn = ({ folder }: Place, port: number, more: string[]) => ({
  command: [
    ...['gunicorn', `--bind=127.0.0.1:${port}`, '--workers=1', '--access-logfile=access.log'],
    ...['--error-logfile=error.log', `--worker-tmp-dir=${folder}`, `--chdir=${folder}`, ...more],
    ...[`--pythonpath=${join(import.meta.dirname, '../programs')}`, 'wsgi_application'],
  ],
  env: { PYTHONDONTWRITEBYTECODE: '1', HOME: folder },
});
