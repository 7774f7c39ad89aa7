import { get, request, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

/** Header fields that are missing, twice, malformed or not understood. */
export const requests: RequestCondition[] = [
  sends('no-host', request('GET /a.txt HTTP/1.1')),
  sends('no-host-http10', request('GET /a.txt HTTP/1.0')),
  sends('two-hosts', get('/a.txt', ['Host: other.test'])),
  sends('unknown-expect', get('/a.txt', ['Expect: something-else'])),
  sends('not-acceptable', get('/a.txt', ['Accept: application/x-none'])),
  sends(
    'unsupported-content-coding',
    request(
      'POST /app HTTP/1.1',
      ['Host: lab.test', 'Content-Encoding: x-none', 'Content-Type: text/plain', 'Content-Length: 3'],
      'abc',
    ),
  ),
];
