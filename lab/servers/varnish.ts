import { rig as proxy } from '../proxies/varnish.ts';
import { backend, sent, shared } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

export const rig: ServerSoftware = {
  ...shared(proxy),
  accessLog: 'access.log',
  errorLogs: [],
  offers: ['ranges', 'time-outs', 'application'],
  lacks: {},
  settings: {},
  start: (place) => ({
    files: { 'default.vcl': configuration(place) },
    commands: [
      {
        command: [
          ...['varnishd', '-F', '-n', `${place.folder}/varnish`, '-a', `127.0.0.1:${place.port}`],
          ...[
            '-f',
            `${place.folder}/default.vcl`,
            '-s',
            'malloc,16m',
            '-p',
            'timeout_idle=1',
            '-p',
            'first_byte_timeout=2',
          ],
        ],
        output: 'output.log',
      },
      { command: ['varnishncsa', '-n', `${place.folder}/varnish`, '-t', '20', '-w', `${place.folder}/access.log`] },
      backend(place),
    ],
  }),
};

const configuration = (place: Place) => `vcl 4.1;
backend origin { .host = "127.0.0.1"; .port = "${place.spare[0]}"; }
sub vcl_recv {
${sent.map((status) => `  if (req.url == "/sends/${status}") { return (synth(${Number(status)})); }`).join('\n')}
}
`;
