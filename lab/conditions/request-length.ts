import { request, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

const post = (id: string, fields: string[], body = '') =>
  sends(id, request('POST /app HTTP/1.1', ['Host: lab.test', 'Content-Type: text/plain', ...fields], body));

/** Content whose length or coding is wrong. */
export const requests: RequestCondition[] = [
  post('bad-chunk', ['Transfer-Encoding: chunked'], 'zz\r\nabc\r\n0\r\n\r\n'),
  post('unknown-coding', ['Transfer-Encoding: x-none'], 'abc'),
  post('length-negative', ['Content-Length: -1']),
  post('length-not-a-number', ['Content-Length: abc']),
  post('two-lengths', ['Content-Length: 3', 'Content-Length: 4'], 'abc'),
  post('post-without-length', []),
];
