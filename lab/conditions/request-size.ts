import { get, request, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

const content = 'a'.repeat(5000);
const post = (fields: string[], body = '') =>
  request('POST /app HTTP/1.1', ['Host: lab.test', 'Content-Type: text/plain', ...fields], body);

/** Requests that are larger than most servers take; the limit of the content is 1,000 bytes or 1 KB. */
export const requests: RequestCondition[] = [
  sends('uri-10k', get(`/a.txt?q=${'a'.repeat(10_000)}`)),
  sends('uri-100k', get(`/a.txt?q=${'a'.repeat(100_000)}`)),
  sends('header-10k', get('/a.txt', [`X-Large: ${'a'.repeat(10_000)}`])),
  sends('header-100k', get('/a.txt', [`X-Large: ${'a'.repeat(100_000)}`])),
  sends(
    'many-headers',
    get(
      '/a.txt',
      Array.from({ length: 200 }, (_, index) => `X-Field-${index}: 1`),
    ),
  ),
  sends('body-too-large', post(['Content-Length: 5000'], content), { needs: 'body-limit' }),
  sends('body-too-large-chunked', post(['Transfer-Encoding: chunked'], `1388\r\n${content}\r\n0\r\n\r\n`), {
    needs: 'body-limit',
  }),
  {
    id: 'request.body-too-large-expect',
    needs: 'body-limit',
    steps: () => [
      { send: post(['Content-Length: 5000', 'Expect: 100-continue']) },
      { expect: 'HTTP/1.1 ', within: 700 },
      { send: content, unlessAnswered: true },
    ],
  },
];
