import { behindNginx, wsgiApplication } from '../application.ts';
import type { ServerSoftware } from '../software.ts';

/** The worker time-out is harakiri, off by default. */
export const rig: ServerSoftware = {
  software: { name: 'uWSGI behind nginx', names: ['nginx uwsgi', 'nginx with uwsgi'], kind: 'server' },
  package: { from: 'debian', name: 'uwsgi-plugin-python3', also: ['nginx', 'uwsgi-core'] },
  lacks: { 'app.time-limit': 'Python has none' },
  settings: { 'app.worker-timeout': 'harakiri' },
  ...behindNginx({
    id: 'nginx-uwsgi',
    pass: ({ spare }) => `include /etc/nginx/uwsgi_params; uwsgi_pass 127.0.0.1:${spare[0]};`,
    timeout: 'uwsgi_read_timeout',
    files: { 'lab_app.py': wsgiApplication },
    command: ({ folder, spare }, { worker, workers }) => ({
      command: [
        ...`uwsgi_python3 --socket 127.0.0.1:${spare[0]} --wsgi-file ${folder}/lab_app.py --callable app`.split(' '),
        ...`--master -p ${workers} --die-on-term --logto ${folder}/app.log`.split(' '),
        ...(worker > 0 ? ['--harakiri', String(worker)] : []),
      ],
    }),
    appErrors: (gained) =>
      gained
        .split('\n')
        .flatMap((line) => (/DAMN|HARAKIRI ON|RuntimeError/.test(line) ? line.replace(/^\w{3} \w{3}.*?- /, '') : [])),
  }),
};
