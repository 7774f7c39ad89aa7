import { behindNginx, type Times } from '../application.ts';
import type { ServerSoftware } from '../software.ts';

/** Over a Unix socket, as Debian has it. The worker time-out is request_terminate_timeout, off by default. */
export const rig: ServerSoftware = {
  software: { name: 'PHP-FPM behind nginx', names: ['php-fpm', 'php fpm', 'php8.2-fpm', 'fpm'], kind: 'server' },
  package: { from: 'debian', name: 'php8.2-fpm', also: ['nginx'] },
  lacks: {},
  settings: { 'app.worker-timeout': 'request-terminate-timeout' },
  ...behindNginx({
    id: 'nginx-php-fpm',
    pass: ({ folder }) =>
      `include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_FILENAME ${folder}/app.php; fastcgi_pass unix:${folder}/fpm.sock;`,
    protocol: 'fastcgi',
    files: {
      'app.php': `<?php
$path = strtok($_SERVER['REQUEST_URI'], '?');
if ($path === '/raises') no_such_function();
if ($path === '/killed') posix_kill(getmypid(), 9);
if ($path === '/killed') sleep(5);
if ($path === '/hangs') sleep(20);
if ($path === '/slow') sleep(3);
if ($path === '/busy') sleep(5);
echo 'ok';
`,
    },
    command: ({ folder }, times) => ({
      command: [
        'sh',
        '-c',
        `cat > ${folder}/fpm.conf <<'END'\n${pool(folder, times)}END\nexec php-fpm8.2 -F -y ${folder}/fpm.conf`,
      ],
    }),
    appErrors: (gained) => gained.split('\n').flatMap((line) => /WARNING: (.*)$/.exec(line)?.[1] ?? []),
  }),
};

function pool(folder: string, times: Times): string {
  return `[global]
error_log = ${folder}/app.log
daemonize = no
[www]
user = www-data
group = www-data
listen = ${folder}/fpm.sock
listen.backlog = ${times.queue}
listen.mode = 0666
pm = static
pm.max_children = ${times.workers}
request_terminate_timeout = ${times.worker}s
`;
}
