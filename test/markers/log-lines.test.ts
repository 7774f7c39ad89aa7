// Lines of access logs as servers and proxies wrote them in a lab: their status, and who sent it as far as the line tells.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { explain } from '../core-under-test.ts';

const haproxy = (rest: string): string =>
  `Nov 27 22:22:18 haproxy[1]: 127.0.0.1:5 [27/Nov/2026:22:22:18.470] f ${rest} 1/1/0/0/0 0/0 "GET /x HTTP/1.1"`;
const squid = (rest: string): string => `1795818132.092      1 127.0.0.1 ${rest} text/html`;
const trafficServer = (rest: string): string => `1795818273.336 1 127.0.0.1 ${rest} text/html`;
const combined = (status: string): string =>
  `127.0.0.1 - - [27/Nov/2026:22:22:10 +0000] "GET /F4/c0-16217-9 HTTP/1.1" ${status} 24 "-" "lab"`;
const pino = (error: string): string =>
  `{"level":50,"reqId":"req-7","err":{"type":"Error","message":"${error}"},"res":{"statusCode":500},"msg":"${error}"}`;

function subtitle({ card }: Answer): string | undefined {
  const [head] = card.blocks;
  return head?.type === 'heading' ? head.subtitle : undefined;
}

const LINES: [text: string, id: string, en: string, zh: string][] = [
  [
    haproxy('F1/a 0/0/-1/-1/3003 503 217 - - SC--'),
    'standard:503',
    'HAProxy itself: no connection',
    'HAProxy 自己返回：连不上',
  ],
  [
    haproxy('F2/a 0/0/0/-1/4 502 209 - - SH--'),
    'standard:502',
    'HAProxy itself: the server closed',
    'HAProxy 自己返回：响应头还没发完',
  ],
  [
    haproxy('F4/a 0/0/0/-1/1 502 209 - - PH--'),
    'standard:502',
    "HAProxy itself: the server's response",
    'HAProxy 自己返回：服务器的响应不是',
  ],
  [haproxy('F5/a 0/0/0/-1/2002 504 194 - - sH--'), 'standard:504', 'HAProxy itself', 'HAProxy 自己返回'],
  [
    haproxy('F9/a 0/0/0/1/2 503 120 - - ----'),
    'standard:503',
    'The upstream; HAProxy passed it on',
    '上游返回，HAProxy 只是转发',
  ],
  [
    haproxy('F8/<NOSRV> 0/-1/-1/-1/0 503 217 - - SC--'),
    'standard:503',
    'HAProxy itself: no connection',
    'HAProxy 自己返回',
  ],
  [
    squid('TCP_MISS/200 214 GET http://a.example/ok - FIRSTUP_PARENT/127.0.0.1'),
    'standard:200',
    'The upstream; Squid passed it on',
    '上游返回，Squid 只是转发',
  ],
  [
    squid('TCP_MISS/502 3342 GET http://a.example/F2 - FIRSTUP_PARENT/127.0.0.1'),
    'standard:502',
    'Squid or the upstream',
    'Squid 或上游返回',
  ],
  [
    squid('TCP_MISS/502 3420 GET http://a.example/F1 - HIER_NONE/-'),
    'standard:502',
    'Squid itself: it asked no server',
    'Squid 自己返回：没有询问',
  ],
  [
    trafficServer('ERR_CONNECT_FAIL/502 455 GET http://127.0.0.1:1/F1 - DIRECT/127.0.0.1'),
    'standard:502',
    'Apache Traffic Server itself: no usable',
    'Apache Traffic Server 自己返回',
  ],
  [
    trafficServer('ERR_READ_TIMEOUT/504 475 GET http://127.0.0.1:1/F5 - TIMEOUT_DIRECT/127.0.0.1'),
    'standard:504',
    'Apache Traffic Server itself',
    'Apache Traffic Server 自己返回',
  ],
  [
    trafficServer('ERR_READ_ERROR/200 475 GET http://127.0.0.1:1/F7 - DIRECT/127.0.0.1'),
    'standard:200',
    'The upstream; Apache Traffic Server',
    '上游返回，Apache Traffic Server',
  ],
  [
    trafficServer('TCP_MISS/503 154 GET http://127.0.0.1:1/F20 - DIRECT/127.0.0.1'),
    'standard:503',
    'The upstream; Apache Traffic Server',
    '上游返回，Apache Traffic Server',
  ],
  [pino('read ECONNRESET'), 'standard:500', 'Whoever wrote this line; behind it', '写这行日志的程序返回'],
  [
    pino('connect ECONNREFUSED 127.0.0.1:23102'),
    'standard:500',
    'Whoever wrote this line; behind it',
    '写这行日志的程序返回',
  ],
];

describe.each([
  ['en', 2],
  ['zh-CN', 3],
] as const)('in %s', (locale, column) => {
  it.each(LINES)('%s', (...line) => {
    const answer = explain(line[0], locale);
    expect(answer.ids[0]).toBe(line[1]);
    expect(subtitle(answer)).toContain(line[column]);
  });

  it.each([
    [combined('009'), 'nginx:log-009'],
    [
      '{"level":"info","logger":"http.log.access.log0","msg":"handled request","duration":0.5,"size":0,"status":0}',
      'caddy:log-status-0',
    ],
    [
      '1795818130.523      0 127.0.0.1 NONE_NONE/000 0 - error:transaction-end-before-headers - HIER_NONE/- -',
      'squid:NONE_NONE',
    ],
  ])('%s has no status', (text, id) => {
    expect(explain(text, locale)).toMatchObject({ kind: 'marker', ids: expect.arrayContaining([id]) });
  });
});

it.each(['502', '503', '504', '200'])(
  'a line that tells only the status %s claims nothing about who sent it',
  (status) => {
    const answer = explain(combined(status));
    expect(answer.ids).toEqual([`standard:${status}`]);
    expect(subtitle(answer)).toBeUndefined();
  },
);

it.each(['999', '600'])('%s is nobody’s for sure', (status) => {
  const { card } = explain(combined(status));
  expect(JSON.stringify(card.blocks)).toContain('Nothing in the message says whose it is');
});

it('a number that a health check got is no answer to a client', () => {
  const text =
    'haproxy[1]: Server F20/a is DOWN, reason: Layer7 wrong status, code: 500, info: "Sick", check duration: 2ms.';
  expect(explain(text).ids).toContain('haproxy:L7STS');
  expect(explain(text).ids).not.toContain('standard:500');
});

it.each([
  [
    '10.1.1.1:4000 [05/Jan/2025:10:11:02.111] fe be/<NOSRV> 0/5000/-1/-1/5001 503 213 - - sQ-- 2000/2000/0/0/0 0/300 "GET / HTTP/1.1"',
    'connection limit',
  ],
  [
    'WARNING: [pool www] child 123, script \'/var/www/index.php\' (request: "GET /index.php") execution timed out (31.2 sec), terminating',
    'The gateway, not PHP-FPM',
  ],
  ['net::ERR_CERT_DATE_INVALID', 'No HTTP response arrived'],
  [
    'HttpRequestException: No connection could be made because the target machine actively refused it.',
    'No HTTP response arrived',
  ],
])('%s says why', (text, why) => {
  expect(subtitle(explain(text))).toContain(why);
});

it('a container that was asked to stop settles no status', () => {
  expect(explain('Last State: Terminated Reason: Error Exit Code: 143').kind).toBe('marker');
});

it('a header field H25 is not Heroku’s', () => {
  const text = '{"logger":"http.log.access","status":200,"resp_headers":{"H20":["x"],"H25":["x"]}}';
  expect(explain(text).ids).toEqual(['standard:200']);
  expect(explain('at=error code=H25 status=502').ids).toContain('heroku:H25');
});
