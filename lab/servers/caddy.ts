import { rig as proxy } from '../proxies/caddy.ts';
import { backend, bodyLimitSet, names, sent, shared, siteFiles, siteModes } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'access.log',
  errorLogs: [],
  offers: ['files', 'ranges', 'body-limit', 'credentials', 'time-outs', 'tls', 'application'],
  lacks: {},
  settings: bodyLimitSet,
  start: (place) => ({
    files: { ...siteFiles, 'www/sends/103': 'hello', Caddyfile: configuration(place) },
    modes: siteModes,
    unprivileged: true,
    awaits: place.spare.slice(0, 1),
    commands: [
      {
        command: ['caddy', 'run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
        env: { HOME: place.folder, XDG_CONFIG_HOME: place.folder, XDG_DATA_HOME: place.folder },
        output: 'output.log',
      },
      backend(place),
    ],
  }),
};

const log = 'log {\n    output file access.log\n  }';

const configuration = (place: Place) => `{
  admin off
  auto_https off
  default_bind 127.0.0.1
  servers {
    timeouts {
      read_header 1s
      read_body 1s
    }
  }
}
http://:${place.port} {
  ${log}
  root * www
  basicauth /private/* {
    ann $2y$04$aHpqCjxVFJzm.TTp3YlxB.t0g5sGqTyqKwLUJEVXIDuff64khuVZa
  }
  request_body /app {
    max_size 1KB
  }
  reverse_proxy /app 127.0.0.1:${place.spare[0]}
${sent.map((status) => `  respond /sends/${status} "hello" ${status}`).join('\n')}
  file_server
}
${names
  .map(
    ({ name, kind }) => `https://${name}:${place.tlsPort} {
  ${log}
  tls ${place.certificates.file(kind)} ${place.certificates.key(kind)}
  root * www
  file_server
}`,
  )
  .join('\n')}
`;
