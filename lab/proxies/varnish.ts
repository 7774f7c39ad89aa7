import type { Place, ProxySoftware, Route } from '../software.ts';

const noTls = 'Varnish 7.1 speaks no TLS to backends';

export const rig: ProxySoftware = {
  id: 'varnish',
  software: { name: 'Varnish', names: ['varnish', 'varnishd', 'varnish cache'], kind: 'both' },
  package: { from: 'debian', name: 'varnish' },
  accessLog: 'access.log',
  errorLogs: ['fetch.log'],
  notices: 'checks',
  settle: 2000,
  lag: 700,
  flush: 1500,
  readAccessLine: (line) => {
    const status = /" (\d{3}) /.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  // The text of FetchError in varnishlog.
  pickErrors: (gained) =>
    gained.split('\n').flatMap((line) => /(?:FetchError|Error) +[bc-] (.*)$/.exec(line)?.[1] ?? []),
  lacks: {
    'upstream.name-unknown': 'the name is resolved when the VCL is compiled, which then fails',
    'upstream.tls-to-plain': noTls,
    'upstream.untrusted-certificate': noTls,
    'upstream.expired-certificate': noTls,
    'upstream.wrong-certificate-name': noTls,
  },
  settings: {
    'upstream.all-down': 'health-check',
    'upstream.full': 'connection-limit',
    'upstream.one-of-two-refused': 'round-robin',
    'upstream.one-of-two-silent': 'round-robin',
    'upstream.one-of-two-503': 'round-robin',
  },
  start: (place, routes) => {
    const instance = `${place.folder}/instance`;
    const untilThere = `until varnishadm -n ${instance} status >/dev/null 2>&1; do sleep 0.1; done`;
    return {
      files: { 'lab.vcl': vcl(routes) },
      commands: [
        { command: varnishd(place, instance, 'lab.vcl') },
        { command: ['sh', '-c', `${untilThere}; exec varnishncsa -n ${instance} -w ${place.folder}/access.log`] },
        {
          command: ['sh', '-c', `${untilThere}; exec stdbuf -oL varnishlog -n ${instance} -g raw -i FetchError,Error`],
          output: 'fetch.log',
        },
      ],
    };
  },
};

export function varnishd({ folder, port }: Place, instance: string, vclFile: string): string[] {
  const more = ['-s', 'malloc,32m', '-j', 'none', '-T', '127.0.0.1:0'];
  return ['varnishd', '-F', '-n', instance, '-a', `127.0.0.1:${port}`, '-f', `${folder}/${vclFile}`, ...more];
}

const times = '.connect_timeout = 1s; .first_byte_timeout = 2s; .between_bytes_timeout = 2s;';

/** The built-in VCL decides the rest, so a GET is looked up in the cache. */
function vcl(routes: Route[]): string {
  const backends = routes.flatMap(({ id, kind, upstreams }) =>
    upstreams.map(({ host, port }, at) => {
      const more = {
        checked: '.probe = { .url = "/health"; .interval = 0.3s; .window = 2; .threshold = 2; .timeout = 0.3s; }',
        limited: '.max_connections = 1;',
      } as Partial<Record<Route['kind'], string>>;
      return `backend ${id}${'ab'[at]} { .host = "${host}"; .port = "${port}"; ${times} ${more[kind] ?? ''} }`;
    }),
  );
  const directors = routes
    .filter((route) => route.kind === 'two')
    .map(({ id }) => `new ${id} = directors.round_robin(); ${id}.add_backend(${id}a); ${id}.add_backend(${id}b);`);
  const choices = routes.map(({ id, kind }) => {
    const backend = kind === 'two' ? `${id}.backend()` : `${id}a`;
    return `if (req.url ~ "^/${id}/") { set req.backend_hint = ${backend}; }`;
  });
  return `vcl 4.1;
import directors;
${backends.join('\n')}
sub vcl_init {
${directors.join('\n')}
}
sub vcl_recv {
${choices.join('\n')}
}
`;
}
