import { rig as proxy } from '../proxies/h2o.ts';
import { backend, names, passwords, sent, shared, siteFiles, siteModes } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  offers: ['connection-limit', 'files', 'ranges', 'body-limit', 'credentials', 'time-outs', 'tls', 'application'],
  apart: ['connections'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    files: { ...siteFiles, passwords, 'h2o.conf': configuration(place, setup) },
    modes: siteModes,
    unprivileged: true,
    awaits: place.spare.slice(0, 1),
    commands: [{ command: ['h2o', '-m', 'worker', '-c', 'h2o.conf'], output: 'output.log' }, backend(place)],
  }),
};

const paths = (place: Place) => `      /:
        file.dir: www
      /private:
        mruby.handler: |
          require "htpasswd.rb"
          Htpasswd.new("${place.folder}/passwords", "lab")
        file.dir: www/private
      /app:
        proxy.reverse.url: http://127.0.0.1:${place.spare[0]}/app
      /sleep:
        proxy.reverse.url: http://127.0.0.1:${place.spare[0]}/sleep
${sent
  .map(
    (status) => `      /sends/${status}:
        mruby.handler: |
          Proc.new { |env| [${Number(status)}, {"content-type" => "text/plain"}, ["hello"]] }`,
  )
  .join('\n')}`;

const configuration = (place: Place, setup: string) => `
error-log: error.log
access-log: access.log
pid-file: h2o.pid
num-threads: 1
max-connections: ${setup === 'connections' ? 4 : 64}
http1-request-timeout: 1
limit-request-body: 1000
hosts:
  "*:${place.port}":
    listen: {host: 127.0.0.1, port: ${place.port}}
    paths:
${paths(place)}
${names
  .map(
    ({ name, kind }) => `  "${name}:${place.tlsPort}":
    listen:
      host: 127.0.0.1
      port: ${place.tlsPort}
      ssl: {certificate-file: ${place.certificates.file(kind)}, key-file: ${place.certificates.key(kind)}, ocsp-update-interval: 0}
    paths:
      /:
        file.dir: www`,
  )
  .join('\n')}
`;
