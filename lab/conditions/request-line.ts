import { request, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

const line = (id: string, text: string) => sends(id, request(text, ['Host: lab.test']));

/** First lines that are unusual or wrong. */
export const requests: RequestCondition[] = [
  line('unknown-method', 'FOO /a.txt HTTP/1.1'),
  line('lowercase-method', 'get /a.txt HTTP/1.1'),
  sends('http09', 'GET /a.txt\r\n\r\n', { waits: 9 }),
  line('version-unknown', 'GET /a.txt HTTP/3.7'),
  line('version-malformed', 'GET /a.txt HTTP/x'),
  line('trace', 'TRACE /a.txt HTTP/1.1'),
  sends('connect', request('CONNECT other.test:443 HTTP/1.1', ['Host: other.test:443']), { waits: 2 }),
  line('options-asterisk', 'OPTIONS * HTTP/1.1'),
  line('bad-percent', 'GET /a%zz.txt HTTP/1.1'),
  line('absolute-uri', 'GET http://other.test/a.txt HTTP/1.1'),
  line('space-in-uri', 'GET /a b.txt HTTP/1.1'),
  line('not-http', 'HELLO'),
];
