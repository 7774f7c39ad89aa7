import type { UpstreamCondition } from '../upstream-condition.ts';
import { ok } from './replies.ts';

/** Connecting fails, or the connection ends before a response. */
export const conditions: UpstreamCondition[] = [
  { id: 'upstream.refused', upstreams: ['refuses'] },
  { id: 'upstream.connect-timeout', upstreams: ['swallows'], waits: 1 },
  { id: 'upstream.name-unknown', kind: 'name', upstreams: [] },
  { id: 'upstream.closed-before-response', upstreams: [{ reply: (socket) => socket.end() }] },
  { id: 'upstream.reset-before-response', upstreams: [{ reply: (socket) => socket.resetAndDestroy() }] },
  {
    id: 'upstream.stale-closed',
    kind: 'kept',
    primed: true,
    upstreams: [{ reply: (socket, { nth }) => (nth === 1 ? socket.write(ok) : socket.end()) }],
  },
  {
    id: 'upstream.stale-reset',
    kind: 'kept',
    primed: true,
    upstreams: [{ reply: (socket, { nth }) => (nth === 1 ? socket.write(ok) : socket.resetAndDestroy()) }],
  },
  { id: 'upstream.no-response', upstreams: [{ reply: () => {} }], waits: 2 },
];
