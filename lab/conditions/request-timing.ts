import { request, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

const slow = { needs: 'time-outs', waits: 9 } as const;

/** Clients that begin and do not go on; the servers' time-outs are 1 to 2 s. */
export const requests: RequestCondition[] = [
  sends('silent', '', slow),
  sends('slow-header', 'GET /a.txt HTTP/1.1\r\nHost: lab', slow),
  sends(
    'slow-body',
    request('POST /app HTTP/1.1', ['Host: lab.test', 'Content-Type: text/plain', 'Content-Length: 100'], 'abc'),
    slow,
  ),
];
