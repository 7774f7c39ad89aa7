import type { UpstreamCondition } from '../upstream-condition.ts';
import { ends, ok, response } from './replies.ts';

/** Whole responses with an unusual status, or with one that concerns the proxy. */
export const conditions: UpstreamCondition[] = [
  { id: 'upstream.status-099', upstreams: [ends(response('099 Odd'))] },
  { id: 'upstream.status-600', upstreams: [ends(response('600 Odd'))] },
  { id: 'upstream.status-999', upstreams: [ends(response('999 Odd'))] },
  { id: 'upstream.no-phrase', upstreams: [ends(response('200'))] },
  {
    id: 'upstream.unasked-101',
    upstreams: [ends('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: lab\r\n\r\n')],
  },
  {
    id: 'upstream.early-hints',
    upstreams: [
      {
        reply: (socket) => {
          socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n');
          setTimeout(() => socket.end(ok), 300);
        },
      },
    ],
  },
  {
    id: 'upstream.unasked-304',
    upstreams: [ends('HTTP/1.1 304 Not Modified\r\nETag: "x"\r\nConnection: close\r\n\r\n')],
  },
  { id: 'upstream.content-with-204', upstreams: [ends(response('204 No Content'))] },
  {
    // The rest of the content stays unread; after a second the connection is reset.
    id: 'upstream.answers-early',
    methods: ['POST'],
    // How fast the content goes depends on the machine.
    waits: 4,
    content: 'x'.repeat(12_000_000),
    upstreams: [
      {
        early: true,
        reply: (socket, { nth }) => {
          if (nth > 1) return;
          socket.pause();
          socket.end(response('413 Content Too Large'));
          setTimeout(() => socket.resetAndDestroy(), 1000);
        },
      },
    ],
  },
  { id: 'upstream.retry-after', upstreams: [ends(response('503 Service Unavailable', ['Retry-After: 17']))] },
  {
    id: 'upstream.asks-authentication',
    upstreams: [ends(response('401 Unauthorized', ['WWW-Authenticate: Basic realm="lab"']))],
  },
];
