import { expect, it } from 'vitest';
import { type Exchanged, readOutcome } from '../../lab/outcome.ts';

const seen = (text: string, end: Exchanged['end'] = 'open'): Exchanged => ({
  bytes: Buffer.from(text, 'latin1'),
  end,
  seconds: 0,
});
const head = (fields: string) => `HTTP/1.1 200 OK\r\n${fields}\r\n\r\n`;

it.each<[string, Exchanged, unknown]>([
  ['a whole response', seen(`${head('Content-Length: 2')}ok`), { status: 200 }],
  [
    'a phrase that is not the registered one',
    seen('HTTP/1.1 504 Gateway Time-out\r\nContent-Length: 0\r\n\r\n'),
    { status: 504, phrase: 'Gateway Time-out' },
  ],
  [
    'the registered phrase of 413',
    seen('HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n'),
    { status: 413 },
  ],
  ['no phrase', seen('HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n'), { status: 200, phrase: '' }],
  [
    'interim responses before the final one',
    seen(`HTTP/1.1 103 Early Hints\r\n\r\n${head('Content-Length: 0')}`),
    { status: 200, interim: [103] },
  ],
  [
    'an interim response and nothing after it',
    seen('HTTP/1.1 103 Early Hints\r\n\r\n', 'closed'),
    { status: null, end: 'closed', interim: [103] },
  ],
  [
    'a status line in another protocol than HTTP/1',
    seen('HTTP/x 200 OK\r\n\r\nok', 'closed'),
    { status: null, end: 'not-http' },
  ],
  ['the settings of HTTP/2', seen('\0\0\x06\x04\0\0\0\0\0'), { status: null, end: 'not-http', instead: 'http2' }],
  [
    'a TLS alert',
    seen('\x15\x03\x01\0\x02\x02\x46', 'closed'),
    { status: null, end: 'not-http', instead: 'tls-alert' },
  ],
  ['less content than announced', seen(`${head('Content-Length: 5')}ok`, 'closed'), { status: 200, end: 'cut' }],
  ['content that never goes on', seen(`${head('Content-Length: 5')}ok`, 'limit'), { status: 200, end: 'silent' }],
  [
    'chunks without the last one',
    seen(`${head('Transfer-Encoding: chunked')}2\r\nok\r\n`, 'closed'),
    { status: 200, end: 'cut' },
  ],
  ['chunks to the last one', seen(`${head('Transfer-Encoding: chunked')}2\r\nok\r\n0\r\n\r\n`), { status: 200 }],
  [
    'what looks like the last chunk inside a chunk',
    seen(`${head('Transfer-Encoding: chunked')}9\r\n\r\n0\r\n\r\nok\r\n`, 'closed'),
    { status: 200, end: 'cut' },
  ],
  ['content that ends with the connection', seen(`${head('Server: lab')}ok`, 'closed'), { status: 200 }],
  ['content that a reset ends', seen(`${head('Server: lab')}ok`, 'reset'), { status: 200, end: 'cut' }],
  ['nothing, and the connection closed', seen('', 'closed'), { status: null, end: 'closed' }],
  ['nothing, and the connection reset', seen('', 'reset'), { status: null, end: 'reset' }],
  ['nothing at all', seen('', 'limit'), { status: null, end: 'silent' }],
  ['half a header', seen('HTTP/1.1 200 OK\r\nContent-Ty', 'closed'), { status: null, end: 'closed' }],
  ['bytes that are no HTTP', seen('hello\r\n'), { status: null, end: 'not-http' }],
  ['a client that left', seen('', 'left'), { status: null, end: 'gone' }],
  [
    'fields that tell something',
    seen(`HTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\nDate: now\r\nContent-Length: 0\r\n\r\n`),
    { status: 405, header: { allow: 'GET' } },
  ],
])('reads %s', (_, exchanged, outcome) => {
  expect(readOutcome(exchanged)).toEqual(outcome);
});

it('expects no content in a response to HEAD', () => {
  expect(readOutcome(seen(head('Content-Length: 5')), 'HEAD')).toEqual({ status: 200 });
});
