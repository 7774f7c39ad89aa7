// nginx in front of an application server; every path of the application is a way to fail.
import { nginxErrors, nginxFrame } from './proxies/nginx.ts';
import type { Command, Place, ServerSoftware } from './software.ts';

/** The worker's time-out (0: none) and nginx's in seconds, and the length of the listen queue. */
export type Times = { worker: number; nginx: number; workers: number; queue: number };

const times: Record<string, Times> = {
  app: { worker: 2, nginx: 6, workers: 2, queue: 100 },
  slow: { worker: 0, nginx: 2, workers: 1, queue: 100 },
  full: { worker: 0, nginx: 20, workers: 1, queue: 1 },
  down: { worker: 0, nginx: 2, workers: 0, queue: 0 },
};

type Application = {
  id: string;
  /** What nginx does with every request, and how its directives for time-outs begin. */
  pass: (place: Place) => string;
  protocol: 'fastcgi' | 'proxy' | 'uwsgi';
  files: Record<string, string>;
  command: (place: Place, times: Times) => Command;
  appErrors: (gained: string) => string[];
};

export function behindNginx(
  application: Application,
): Omit<ServerSoftware, 'software' | 'package' | 'lacks' | 'settings'> {
  const { id, pass, protocol, files, command, appErrors } = application;
  return {
    id,
    behindNginx: true,
    accessLog: 'access.log',
    errorLogs: ['error.log', 'app.log'],
    settle: 2000,
    lag: 1200,
    limit: 10_000,
    readAccessLine: (line) => {
      const status = /" (\d{3}) /.exec(line)?.[1];
      return status === undefined ? {} : { status };
    },
    pickErrors: (gained) => [...nginxErrors(gained), ...appErrors(gained)],
    start: (place, setup) => {
      const set = times[setup] ?? { worker: 0, nginx: 2, workers: 1, queue: 100 };
      const all = `${pass(place)} ${protocol}_connect_timeout 1s; ${protocol}_read_timeout ${set.nginx}s;`;
      // What only keeps the workers busy leaves no line.
      const locations = `location / { ${all} } location = /busy { ${all} access_log off; }`;
      const server = `server { listen 127.0.0.1:${place.port}; ${locations} }`;
      const nginx = { command: ['nginx', '-c', `${place.folder}/nginx.conf`] };
      return {
        files: { ...files, 'nginx.conf': nginxFrame(place, server) },
        commands: [nginx, ...(set.workers > 0 ? [command(place, set)] : [])],
      };
    },
  };
}

/** For gunicorn and uWSGI. */
export const wsgiApplication = `import os, signal, time

def app(environ, start):
    path = environ['PATH_INFO']
    if path == '/raises': raise RuntimeError('lab')
    if path == '/killed': os.kill(os.getpid(), signal.SIGKILL)
    if path == '/hangs': time.sleep(20)
    if path == '/slow': time.sleep(3)
    if path == '/busy': time.sleep(5)
    start('200 OK', [('Content-Length', '2')])
    return [b'ok']
`;
