import type { UpstreamCondition } from '../upstream-condition.ts';
import { ends, endsLater, head, response } from './replies.ts';

/** Bytes come, but not a whole or not a proper response. */
export const conditions: UpstreamCondition[] = [
  { id: 'upstream.not-http', upstreams: [ends('hello, this is no HTTP\r\n\r\n')] },
  { id: 'upstream.http09', upstreams: [ends('<html><body>no status line</body></html>\n')] },
  { id: 'upstream.closed-in-header', upstreams: [ends('HTTP/1.1 200 OK\r\nContent-Type: text/pl')] },
  // Closed a little later, so that the header has been passed on: at once, some proxies send it and some do not.
  { id: 'upstream.closed-in-body', upstreams: [endsLater(`${head(['Content-Length: 100'])}0123456789`)] },
  {
    id: 'upstream.closed-in-chunk',
    upstreams: [endsLater(`${head(['Transfer-Encoding: chunked'])}5\r\nhello\r\nA\r\nhal`)],
  },
  {
    id: 'upstream.stalled-in-body',
    upstreams: [{ reply: (socket) => socket.write(`${head(['Content-Length: 100'])}0123456789`) }],
    waits: 2,
  },
  { id: 'upstream.header-10k', upstreams: [ends(response('200 OK', [`X-Large: ${'a'.repeat(10_000)}`]))] },
  { id: 'upstream.header-70k', upstreams: [ends(response('200 OK', [`X-Large: ${'a'.repeat(70_000)}`]))] },
  { id: 'upstream.two-lengths', upstreams: [ends(`${head(['Content-Length: 5', 'Content-Length: 7'])}body!`)] },
  { id: 'upstream.bad-length', upstreams: [ends(`${head(['Content-Length: five'])}body!`)] },
  { id: 'upstream.bad-chunk', upstreams: [ends(`${head(['Transfer-Encoding: chunked'])}5\r\nhello\r\nxyz\r\nhal`)] },
];
