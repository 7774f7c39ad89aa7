import { rig as proxy } from '../proxies/nginx.ts';
import { backend, names, passwords, sent, shared, siteFiles, siteModes } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  offers: [
    'rate-limit',
    'connection-limit',
    'overload',
    'files',
    'ranges',
    'body-limit',
    'credentials',
    'time-outs',
    'tls',
    'application',
  ],
  apart: ['overload'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    files: { ...siteFiles, passwords, 'nginx.conf': configuration(place, setup) },
    modes: siteModes,
    folders: ['temporary'],
    unprivileged: true,
    awaits: place.spare.slice(0, 1),
    commands: [{ command: ['nginx', '-p', place.folder, '-c', 'nginx.conf', '-e', 'error.log'] }, backend(place)],
  }),
};

const configuration = (place: Place, setup: string) => `
daemon off;
pid nginx.pid;
worker_processes 1;
events { worker_connections ${setup === 'overload' ? 10 : 64}; }
http {
  access_log access.log;
  error_log error.log;
  client_body_temp_path temporary/body;
  proxy_temp_path temporary/proxy;
  fastcgi_temp_path temporary/fastcgi;
  uwsgi_temp_path temporary/uwsgi;
  scgi_temp_path temporary/scgi;
  client_header_timeout 1s;
  client_body_timeout 1s;
  client_max_body_size 1k;
  limit_req_zone $binary_remote_addr zone=requests:1m rate=1r/m;
  limit_conn_zone $binary_remote_addr zone=connections:1m;
  server {
    listen 127.0.0.1:${place.port};
    root www;
    location /private/ { auth_basic "lab"; auth_basic_user_file passwords; }
    location /app { proxy_pass http://127.0.0.1:${place.spare[0]}; }
    location /rate-limited { limit_req zone=requests; proxy_pass http://127.0.0.1:${place.spare[0]}; }
    location /sleep { ${setup === 'overload' ? '' : 'limit_conn connections 4;'} proxy_pass http://127.0.0.1:${place.spare[0]}; }
${sent.map((status) => `    location = /sends/${status} { return ${status} "hello"; }`).join('\n')}
  }
${names
  .map(
    ({ name, kind }) => `  server {
    listen 127.0.0.1:${place.tlsPort} ssl;
    server_name ${name};
    ssl_certificate ${place.certificates.file(kind)};
    ssl_certificate_key ${place.certificates.key(kind)};
    root www;
  }`,
  )
  .join('\n')}
}
`;
