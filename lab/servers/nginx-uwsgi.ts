import { behindNginx, wsgiApplication } from '../application.ts';
import type { ServerSoftware } from '../software.ts';

/** Over a Unix socket. The worker time-out is harakiri, off by default. */
export const rig: ServerSoftware = {
  software: { name: 'uWSGI behind nginx', names: ['nginx uwsgi', 'nginx with uwsgi'], kind: 'server' },
  package: { from: 'debian', name: 'uwsgi-plugin-python3', also: ['nginx', 'uwsgi-core'] },
  lacks: {},
  settings: { 'app.worker-timeout': 'harakiri' },
  ...behindNginx({
    id: 'nginx-uwsgi',
    pass: ({ folder }) => `include /etc/nginx/uwsgi_params; uwsgi_pass unix:${folder}/uwsgi.sock;`,
    protocol: 'uwsgi',
    files: { 'lab_app.py': wsgiApplication },
    command: ({ folder }, { worker, workers, queue }) => ({
      command: [
        ...`uwsgi_python3 --socket ${folder}/uwsgi.sock --chmod-socket=666 --listen ${queue} --wsgi-file ${folder}/lab_app.py --callable app`.split(
          ' ',
        ),
        ...`--master -p ${workers} --die-on-term --logto ${folder}/app.log`.split(' '),
        ...(worker > 0 ? ['--harakiri', String(worker)] : []),
      ],
    }),
    appErrors: (gained) =>
      gained
        .split('\n')
        .flatMap((line) => (/DAMN|HARAKIRI ON|^RuntimeError/.test(line) ? line.replace(/^\w{3} \w{3}.*?- /, '') : [])),
  }),
};
