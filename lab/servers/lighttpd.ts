import { rig as proxy } from '../proxies/lighttpd.ts';
import { backend, bodyLimitSet, names, pairs, passwords, shared, siteFiles, siteModes } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  package: { from: 'debian', name: 'lighttpd', also: ['lighttpd-mod-openssl'] },
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  writesOutOn: 'SIGHUP',
  lag: 250,
  pickErrors: (gained) => (proxy.pickErrors?.(gained) ?? []).filter((line) => !line.includes('logfiles cycled')),
  offers: [
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
  settings: bodyLimitSet,
  start: (place, setup) => ({
    files: {
      ...siteFiles,
      ...pairs(place),
      passwords,
      'lighttpd.conf': configuration(place, setup),
      'www/sends.cgi': script,
    },
    modes: siteModes,
    folders: ['temporary'],
    unprivileged: true,
    awaits: place.spare.slice(0, 1),
    commands: [{ command: ['lighttpd', '-D', '-f', 'lighttpd.conf'] }, backend(place)],
  }),
};

const script = `printf 'Status: %s\\r\\nContent-Type: text/plain\\r\\n\\r\\n' "\${REQUEST_URI##*/}"
sleep 0.2
printf hello
`;

const configuration = (place: Place, setup: string) => `
server.modules = ("mod_access", "mod_alias", "mod_auth", "mod_authn_file", "mod_proxy", "mod_cgi", "mod_accesslog", "mod_openssl")
server.bind = "127.0.0.1"
server.port = ${place.port}
server.document-root = "${place.folder}/www"
server.errorlog = "${place.folder}/error.log"
server.upload-dirs = ("${place.folder}/temporary")
accesslog.filename = "${place.folder}/access.log"
server.max-read-idle = 1
server.max-keep-alive-idle = 1
server.max-request-size = 1
server.max-connections = ${setup === 'overload' ? 4 : 64}
mimetype.assign = (".txt" => "text/plain")
auth.backend = "htpasswd"
auth.backend.htpasswd.userfile = "${place.folder}/passwords"
auth.require = ("/private" => ("method" => "basic", "realm" => "lab", "require" => "valid-user"))
$HTTP["url"] =~ "^/(app|sleep)" {
  proxy.server = ("" => (("host" => "127.0.0.1", "port" => ${place.spare[0]})))
}
$HTTP["url"] =~ "^/sends" {
  alias.url = ("/sends" => "${place.folder}/www/sends.cgi")
  cgi.assign = (".cgi" => "/bin/sh")
}
$SERVER["socket"] == "127.0.0.1:${place.tlsPort}" {
  ssl.engine = "enable"
  ssl.pemfile = "${place.folder}/${names[0].kind}.pem"
}
$HTTP["host"] == "${names[1].name}" {
  ssl.pemfile = "${place.folder}/${names[1].kind}.pem"
}
`;
