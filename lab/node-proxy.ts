import type { Place, ProxySoftware, Route } from './software.ts';

const oneTarget = 'one target for a path';

/** What the proxies for Node share: a program in programs/, routes as JSON, a log file. */
export function nodeProxy(
  id: string,
): Pick<ProxySoftware, 'id' | 'accessLog' | 'errorLogs' | 'notices' | 'lacks' | 'settings' | 'start'> {
  return {
    id,
    accessLog: 'access.log',
    errorLogs: ['output.log'],
    notices: 'failures',
    lacks: {
      'upstream.all-down': oneTarget,
      'upstream.full': oneTarget,
      'upstream.one-of-two-refused': oneTarget,
      'upstream.one-of-two-silent': oneTarget,
      'upstream.one-of-two-503': oneTarget,
    },
    settings: {},
    start: (place, routes) => ({
      files: { 'routes.json': JSON.stringify(routes.map(target)) },
      commands: [{ command: program(place, id), env: { NODE_EXTRA_CA_CERTS: place.certificates.authority } }],
    }),
  };
}

function program({ modules, port, folder }: Place, id: string): string[] {
  const file = `${import.meta.dirname}/programs/${id}.js`;
  return [process.execPath, file, modules, String(port), `${folder}/routes.json`, `${folder}/access.log`];
}

function target({ id, kind, upstreams }: Route): { id: string; target: string; verified: boolean } {
  const scheme = kind === 'tls' || kind === 'tls-verified' ? 'https' : 'http';
  return { id, target: `${scheme}://${upstreams[0]?.host}:${upstreams[0]?.port}`, verified: kind === 'tls-verified' };
}
