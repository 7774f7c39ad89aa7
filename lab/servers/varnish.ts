import { rig as proxy } from '../proxies/varnish.ts';
import { backend, sent, shared } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'access.log',
  errorLogs: [],
  settle: 1000,
  lag: 1500,
  offers: ['overload', 'ranges', 'time-outs', 'application'],
  apart: ['overload'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    files: { 'default.vcl': configuration(place) },
    awaits: place.spare.slice(0, 1),
    commands: [
      {
        command: [
          ...['varnishd', '-F', '-n', `${place.folder}/varnish`, '-a', `127.0.0.1:${place.port}`],
          ...['-f', `${place.folder}/default.vcl`, '-s', 'malloc,16m', '-p', 'timeout_idle=1', '-p', 'pipe_timeout=1'],
          ...['-p', `first_byte_timeout=${setup === 'overload' ? 6 : 2}`, ...(setup === 'overload' ? few : [])],
        ],
        output: 'output.log',
      },
      { command: ['varnishncsa', '-n', `${place.folder}/varnish`, '-t', '20', '-w', `${place.folder}/access.log`] },
      backend(place),
    ],
  }),
};

/** So few threads that a handful of requests takes them all. */
const few = ['-p', 'thread_pools=1', '-p', 'thread_pool_min=10', '-p', 'thread_pool_max=10'];

const configuration = (place: Place) => `vcl 4.1;
backend origin { .host = "127.0.0.1"; .port = "${place.spare[0]}"; }
sub vcl_recv {
${sent.map((status) => `  if (req.url == "/sends/${status}") { return (synth(${Number(status)})); }`).join('\n')}
}
`;
