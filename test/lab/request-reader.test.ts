import { expect, it } from 'vitest';
import { requestReader } from '../../lab/request-reader.ts';

function read(parts: string[], early = false): string[] {
  const found: string[] = [];
  const reader = requestReader({ early, onRequest: (path) => found.push(path), onTlsHello: () => found.push('TLS') });
  for (const part of parts) reader(Buffer.from(part, 'latin1'));
  return found;
}

const post = 'POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\n';

it.each<[string, string[], string[]]>([
  ['a request in two parts', ['GET /a HTTP/1.1\r\nHo', 'st: b\r\n\r\n'], ['/a']],
  ['a request only when its content is there', [post, 'x=1'], ['/a']],
  ['nothing while content is missing', [post, 'x'], []],
  ['two requests in one part', ['GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n'], ['/a', '/b']],
  ['a request in chunks', ['POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nx=1\r\n', '0\r\n\r\n'], ['/a']],
  ['the path of a whole URI', ['GET http://lab.test:80/a HTTP/1.1\r\n\r\n'], ['/a']],
  ['a TLS hello on a plain port', ['\x16\x03\x01'], ['TLS']],
])('sees %s', (_, parts, found) => {
  expect(read(parts)).toEqual(found);
});

it('sees the header of a request at once where the upstream answers early', () => {
  expect(read([post], true)).toEqual(['/a']);
});
