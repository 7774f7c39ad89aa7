import type { UpstreamCondition } from '../upstream-condition.ts';
import { response } from './replies.ts';

const fine = { reply: (socket: { end: (text: string) => unknown }) => socket.end(response('200 OK')) };

/** One side speaks TLS and the other does not, or the certificate does not convince. */
export const conditions: UpstreamCondition[] = [
  { id: 'upstream.tls-to-plain', kind: 'tls', upstreams: [fine] },
  { id: 'upstream.plain-to-tls', upstreams: [{ ...fine, tls: 'good' }] },
  { id: 'upstream.untrusted-certificate', kind: 'tls-verified', upstreams: [{ ...fine, tls: 'untrusted' }] },
  { id: 'upstream.expired-certificate', kind: 'tls-verified', upstreams: [{ ...fine, tls: 'expired' }] },
  { id: 'upstream.wrong-certificate-name', kind: 'tls-verified', upstreams: [{ ...fine, tls: 'wrong-name' }] },
];
