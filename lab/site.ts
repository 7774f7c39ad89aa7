// The files that every measured server is given, and the plain backend behind those that pass requests on.
import { join } from 'node:path';
import type { Command, Place, ProxySoftware, ServerSoftware } from './software.ts';

/** What a software says about itself in both roles. */
export function shared({ id, software, package: wanted, readAccessLine, pickErrors }: ProxySoftware) {
  return {
    id,
    software,
    package: wanted,
    readAccessLine,
    ...(pickErrors ? { pickErrors } : {}),
  } satisfies Partial<ServerSoftware>;
}

/** `/a.txt` and what stands beside it: 1,000 bytes each. */
const file = 'a'.repeat(1000);

export const siteFiles: Record<string, string> = {
  'www/a.txt': file,
  'www/sub/a.txt': file,
  'www/indexed/index.html': file,
  'www/private/a.txt': file,
  'www/unreadable.txt': file,
};

/** Nobody may read it; a server that ran as root would do so all the same. */
export const siteModes: Record<string, number> = { 'www/unreadable.txt': 0 };

/** The only user is ann, her password is secret. */
export const passwords = 'ann:$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/\n';

/** What the application or the configuration is told to send, at `/sends/<status>`. */
export const sent = ['099', '600', '999', '204', '103', '101'];

/** The names of the TLS port, each with the certificate that stands for it. */
export const names = [
  { name: 'lab.test', kind: 'good' },
  { name: 'other.test', kind: 'wrong-name' },
] as const;

/** Certificate and key in one file, as some want them. */
export const pairs = (place: Place): Record<string, string> =>
  Object.fromEntries(
    names.map(({ kind }) => {
      const { cert, key } = place.certificates.pem(kind);
      return [`${kind}.pem`, `${cert}${key}`];
    }),
  );

/** Answers everything with 200; on the first spare port. */
export const backend = (place: Place): Command => ({
  command: [process.execPath, join(import.meta.dirname, 'programs/plain-origin.js'), String(place.spare[0])],
});

/** Where the software takes content of any length by default. */
export const bodyLimitSet = {
  'request.body-too-large': 'body-limit',
  'request.body-too-large-chunked': 'body-limit',
  'request.body-too-large-expect': 'body-limit',
};
