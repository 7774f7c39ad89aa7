import { upstreamName } from '../certificates.ts';
import type { Place, ProxySoftware, Route } from '../software.ts';

export const rig: ProxySoftware = {
  id: 'nghttpx',
  software: { name: 'nghttpx', names: ['nghttpx', 'nghttp2'], kind: 'both' },
  package: { from: 'debian', name: 'nghttp2-proxy' },
  accessLog: 'access.log',
  errorLogs: ['error.log'],
  notices: 'failures',
  readAccessLine: (line) => {
    const status = /" (\d{1,3}) /.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: nghttpxErrors,
  lacks: { 'upstream.full': 'it limits no connections to HTTP/1.1 backends' },
  settings: {},
  start: (place, routes) => ({ commands: [{ command: [...nghttpxFrame(place), ...routes.flatMap(backend)] }] }),
};

/** Without the time, the line of its source and the object; how long it pauses is chosen at random. */
export function nghttpxErrors(gained: string): string[] {
  return gained
    .split('\n')
    .filter((line) => / (?:WARN|ERROR|FATAL) /.test(line) && !/times in a row/.test(line))
    .map((line) => line.replace(/^.*?\.cc:\d+\)? */, '').replace(/^\[\w+:0x[0-9a-f]+\] /, ''));
}

export function nghttpxFrame({ folder, port, certificates }: Place): string[] {
  return [
    'nghttpx',
    '--conf=/dev/null',
    '--workers=1',
    `--frontend=127.0.0.1,${port};no-tls`,
    `--accesslog-file=${folder}/access.log`,
    `--errorlog-file=${folder}/error.log`,
    '--backend-connect-timeout=1s',
    '--backend-read-timeout=2s',
    `--cacert=${certificates.authority}`,
  ];
}

/** The first backend also answers what no pattern matches: nghttpx wants one that does. */
function backend({ id, kind, upstreams }: Route, at: number): string[] {
  const option = { tls: `;tls;sni=${upstreamName}`, name: ';dns' } as Partial<Record<Route['kind'], string>>;
  const backends = upstreams.map(({ host, port }) => `--backend=${host},${port};/${id}/${option[kind] ?? ''}`);
  return at === 0 ? [`--backend=127.0.0.1,${upstreams[0]?.port}`, ...backends] : backends;
}
