import { get, request, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

/** Each with its type, its length and one value. */
const extensions = [
  '000a00040002001d',
  '000d000400020403',
  '002b0003020304',
  '0033000a0008001d00040102030'.concat('4'),
];

/** A ClientHello, as a browser sends it first when https:// leads to the wrong port; it has line feeds in it. */
const clientHello = (() => {
  const withLength = (head: string, bytes: number, body: string) =>
    `${head}${(body.length / 2).toString(16).padStart(bytes * 2, '0')}${body}`;
  const offer = `0303${'11'.repeat(32)}00${'0004130100ff'}0100${withLength('', 2, extensions.join(''))}`;
  return Buffer.from(withLength('160301', 2, withLength('01', 3, offer)), 'hex');
})();

const preface = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  // An empty SETTINGS frame.
  Buffer.from('000000040000000000', 'hex'),
]);

/** The wrong protocol for the port, the wrong name for the host. */
export const requests: RequestCondition[] = [
  sends('plain-on-tls-port', get('/a.txt'), { needs: 'tls', port: 'tls' }),
  sends('tls-on-plain-port', clientHello, { waits: 9 }),
  sends('http2-on-plain-port', preface, { waits: 9 }),
  {
    id: 'request.sni-differs-from-host',
    needs: 'tls',
    overTls: true,
    steps: ({ port }) => [{ send: request('GET /a.txt HTTP/1.1', [`Host: other.test:${port}`]) }],
  },
];
