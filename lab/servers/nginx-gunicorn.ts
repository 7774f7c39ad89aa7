import { behindNginx, wsgiApplication } from '../application.ts';
import type { ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  software: { name: 'Gunicorn behind nginx', names: ['nginx gunicorn', 'nginx with gunicorn'], kind: 'server' },
  package: { from: 'debian', name: 'gunicorn', also: ['nginx'] },
  lacks: {},
  settings: {},
  ...behindNginx({
    id: 'nginx-gunicorn',
    pass: ({ spare }) => `proxy_pass http://127.0.0.1:${spare[0]};`,
    protocol: 'proxy',
    files: { 'lab_app.py': wsgiApplication },
    command: ({ folder, spare }, { worker, workers, queue }) => ({
      command:
        `gunicorn -b 127.0.0.1:${spare[0]} -w ${workers} -t ${worker} --backlog ${queue} --chdir ${folder} --error-logfile ${folder}/app.log lab_app:app`.split(
          ' ',
        ),
    }),
    appErrors: (gained) =>
      gained.split('\n').flatMap((line) => /\[(?:CRITICAL|ERROR|WARNING)\] (.*)$/.exec(line)?.[1] ?? []),
  }),
};
