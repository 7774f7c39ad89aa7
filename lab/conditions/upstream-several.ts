import type { UpstreamCondition } from '../upstream-condition.ts';
import { ends, response } from './replies.ts';

const fine = ends(response('200 OK'));

/** Every upstream is down or full, or the first of two fails; and the client that leaves. */
export const conditions: UpstreamCondition[] = [
  { id: 'upstream.all-down', kind: 'checked', upstreams: [fine] },
  {
    id: 'upstream.full',
    kind: 'limited',
    occupied: true,
    upstreams: [
      {
        reply: (socket, { path }) => setTimeout(() => socket.end(response('200 OK')), path.endsWith('/ask') ? 0 : 1800),
      },
    ],
  },
  { id: 'upstream.one-of-two-refused', kind: 'two', upstreams: ['refuses', fine] },
  { id: 'upstream.one-of-two-silent', kind: 'two', upstreams: [{ reply: () => {} }, fine], waits: 2 },
  { id: 'upstream.one-of-two-503', kind: 'two', upstreams: [ends(response('503 Service Unavailable')), fine] },
  {
    id: 'client.gone',
    leavesAfter: 500,
    upstreams: [{ reply: (socket) => setTimeout(() => socket.end(response('200 OK')), 1500) }],
  },
];
