// The module of a server that Node runs from lab/programs/.
import { join } from 'node:path';
import { names, siteFiles, siteModes } from './site.ts';
import type { Feature, Package, Place, ServerSoftware } from './software.ts';

type NodeServer = {
  id: string;
  name: string;
  names: string[];
  package: Package;
  /** The file in lab/programs/. */
  program: string;
  offers: Feature[];
  settings?: Record<string, string>;
  accessLog?: string;
  /** What runs it; left out: the Node of this project. */
  node?: (place: Place) => string;
};

export function nodeServer(server: NodeServer): ServerSoftware {
  return {
    id: server.id,
    software: { name: server.name, names: server.names, kind: 'server' },
    package: server.package,
    accessLog: server.accessLog ?? 'access.log',
    ...(server.accessLog === undefined ? { keepsNoLog: true } : {}),
    errorLogs: [],
    // Longer than Node keeps an idle connection.
    limit: 10_000,
    readAccessLine: (line) => {
      const status = /"statusCode":(\d+)/.exec(line)?.[1];
      return status === undefined ? {} : { status };
    },
    offers: ['time-outs', 'application', 'script', ...server.offers],
    apart: ['connections'],
    lacks: {},
    settings: server.settings ?? {},
    start: (place, setup) => ({
      files: server.offers.includes('files') ? siteFiles : {},
      modes: server.offers.includes('files') ? siteModes : {},
      unprivileged: true,
      commands: [
        {
          command: [
            server.node?.(place) ?? process.execPath,
            ...parameters(server.program, place),
            ...(setup === 'connections' ? ['4'] : []),
          ],
        },
      ],
    }),
  };
}

function parameters(program: string, place: Place): string[] {
  const { certificates } = place;
  const [{ kind }] = names;
  return [
    join(import.meta.dirname, 'programs', program),
    ...[String(place.port), String(place.tlsPort), certificates.file(kind), certificates.key(kind)],
    place.modules,
  ];
}
