import { rig as proxy } from '../proxies/apache.ts';
import { backend, names, passwords, shared, siteFiles, siteModes } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  readAccessLine: (line) => {
    const status = /" (\d{1,3}) /.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  lag: 300,
  offers: ['overload', 'files', 'ranges', 'body-limit', 'credentials', 'time-outs', 'tls', 'application'],
  apart: ['overload'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    files: { ...siteFiles, passwords, 'httpd.conf': configuration(place, setup), sends: script },
    modes: { ...siteModes, sends: 0o755 },
    unprivileged: true,
    awaits: place.spare.slice(0, 1),
    commands: [{ command: ['apache2', '-d', place.folder, '-f', 'httpd.conf', '-D', 'FOREGROUND'] }, backend(place)],
  }),
};

const script = `#!/bin/sh
cat > /dev/null
[ -z "\${REQUEST_URI##/app*}" ] && REQUEST_URI=/200
printf 'Status: %s\\r\\nContent-Type: text/plain\\r\\n\\r\\n' "\${REQUEST_URI##*/}"
sleep 0.2
printf hello
`;

const modules = [
  'mpm_event authn_core authn_file authz_core authz_user auth_basic mime dir',
  'autoindex alias cgid proxy proxy_http reqtimeout ssl',
].flatMap((names) => names.split(' '));

const configuration = (place: Place, setup: string) => `
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerRoot ${place.folder}
ServerName lab.test
TypesConfig /dev/null
AddType text/plain .txt
PidFile httpd.pid
DefaultRuntimeDir ${place.folder}
ScriptSock ${place.folder}/cgid.sock
Mutex file:${place.folder} default
Listen 127.0.0.1:${place.port}
Listen 127.0.0.1:${place.tlsPort}
ErrorLog error.log
LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
CustomLog access.log combined
Timeout ${setup === 'overload' ? 6 : 1}
RequestReadTimeout header=1 body=1
KeepAliveTimeout 1
ServerLimit 1
MinSpareThreads 1
ThreadsPerChild ${setup === 'overload' ? 4 : 64}
MaxRequestWorkers ${setup === 'overload' ? 4 : 64}
DocumentRoot ${place.folder}/www
<Directory />
  Require all granted
</Directory>
<Location /private>
  AuthType Basic
  AuthName lab
  AuthUserFile passwords
  Require valid-user
</Location>
<Location /app>
  LimitRequestBody 1000
</Location>
ProxyPass /sleep http://127.0.0.1:${place.spare[0]}/sleep
ScriptAliasMatch ^/(app|sends/) ${place.folder}/sends
${names
  .map(
    ({ name, kind }) => `<VirtualHost 127.0.0.1:${place.tlsPort}>
  ServerName ${name}
  SSLEngine on
  SSLCertificateFile ${place.certificates.file(kind)}
  SSLCertificateKeyFile ${place.certificates.key(kind)}
</VirtualHost>`,
  )
  .join('\n')}
`;
