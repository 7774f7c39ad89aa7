// What people have in front of them: lines, flags and names, each with who sent what.
import { describe, expect, it } from 'vitest';
import { ask, cardText, explain } from '../core-under-test.ts';

const NGINX = ', client: 192.0.2.1, server: app.example.com, request: "GET /x HTTP/1.1", host: "app.example.com"';
const nginx = (text: string): string => `2024/02/02 13:44:36 [error] 22#22: *5 ${text}${NGINX}`;

describe.each(['en', 'zh-CN'])('asked in %s', (locale) => {
  it.each([
    ['haproxy SC--', 'haproxy:SC', 'standard:503'],
    ['haproxy sH', 'haproxy:sH', 'standard:504'],
    ['SC--', 'haproxy:SC', 'standard:503'],
    ['haproxy CC', 'haproxy:CC'],
    ['SD', 'haproxy:SD'],
    ['AH01114', 'apache:AH01114', 'standard:503'],
    ['heroku H12', 'heroku:H12', 'standard:503'],
    ['H12', 'heroku:H12', 'standard:503'],
    ['heroku H13', 'heroku:H13', 'standard:503'],
    ['error code H13', 'heroku:H13', 'standard:503'],
    ['heroku H27 client request interrupted', 'heroku:H27', 'nginx:499'],
    ['upstream_reset_before_response_started', 'envoy:upstream_reset_before_response_started', 'standard:503'],
    ['UF,URX', 'envoy:UF', 'standard:503'],
    ['503 UF,URX', 'envoy:UF', 'standard:503'],
    ['envoy NR', 'envoy:NR', 'standard:404'],
    ['envoy nr', 'envoy:NR', 'standard:404'],
    ['503 NR', 'envoy:NR'],
    ['istio 503 UC', 'envoy:UC', 'standard:503'],
    ['max_children', 'php-fpm:max-children', 'standard:502'],
    ['ERR_CONNECT_FAIL', 'squid:ERR_CONNECT_FAIL', 'standard:503'],
    ['squid ERR_CONNECT_FAIL', 'squid:ERR_CONNECT_FAIL', 'standard:503'],
    ['TCP_MISS_ABORTED', 'squid:TCP_MISS_ABORTED'],
    ['stgw 504', 'tencent-stgw:stgw-footer', 'standard:504'],
    ['Unable to find instance for user-service', 'spring-cloud-gateway:unable-to-find-instance', 'standard:503'],
    ['{"message":"failure to get a peer from the ring-balancer"}', 'kong:ring-balancer', 'standard:503'],
    ['FUNCTION_INVOCATION_FAILED', 'vercel:FUNCTION_INVOCATION_FAILED', 'standard:500'],
    ['NO_RESPONSE_FROM_FUNCTION', 'vercel:NO_RESPONSE_FROM_FUNCTION', 'standard:502'],
    ['DNS_HOSTNAME_RESOLVED_PRIVATE', 'vercel:DNS_HOSTNAME_RESOLVED_PRIVATE', 'standard:404'],
    ['DEPLOYMENT_PAUSED', 'vercel:DEPLOYMENT_PAUSED', 'standard:503'],
    ['MIDDLEWARE_INVOCATION_TIMEOUT', 'vercel:MIDDLEWARE_INVOCATION_TIMEOUT', 'standard:504'],
    ['ACCESS_DENIED api gateway', 'aws-api-gateway:ACCESS_DENIED', 'standard:403'],
    ['AUTHORIZER_FAILURE', 'aws-api-gateway:AUTHORIZER_FAILURE', 'standard:500'],
    ['api gateway EXPIRED_TOKEN', 'aws-api-gateway:EXPIRED_TOKEN', 'standard:403'],
    ['api gateway INVALID_API_KEY', 'aws-api-gateway:INVALID_API_KEY', 'standard:403'],
    ['MISSING_AUTHENTICATION_TOKEN', 'aws-api-gateway:MISSING_AUTHENTICATION_TOKEN', 'standard:403'],
    ['insufficient_quota', 'openai:insufficient_quota', 'standard:429'],
    ['openai insufficient_quota', 'openai:insufficient_quota', 'standard:429'],
    ['SIGN_ERROR', 'wechat-pay:SIGN_ERROR', 'standard:401'],
    ['微信支付 SIGN_ERROR', 'wechat-pay:SIGN_ERROR', 'standard:401'],
    ['no Route matched with those values', 'kong:no-route', 'standard:404'],
    ['{"message":"no Route matched with those values"}', 'kong:no-route', 'standard:404'],
    ['fastly first byte timeout', 'fastly:first-byte-timeout', 'standard:503'],
    ['first byte timeout', 'varnish:first-byte-timeout', 'standard:503'],
    ['The request could not be satisfied', 'cloudfront-pages:request-could-not-be-satisfied', 'standard:403'],
    [
      "The request could not be satisfied. CloudFront wasn't able to connect to the origin",
      'cloudfront-pages:not-able-to-connect',
      'standard:502',
    ],
    ['Sentinel blocked', 'sentinel:blocked-by-sentinel', 'standard:429'],
    ['es_rejected_execution_exception', 'elasticsearch:es_rejected_execution_exception', 'standard:429'],
    ['circuit_breaking_exception', 'elasticsearch:circuit_breaking_exception', 'standard:429'],
    ['TooManyRequestsException', 'aws-apis:TooManyRequestsException', 'standard:429'],
    [
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      'github:secondary-rate-limit',
      'standard:403',
    ],
    ['S3 SlowDown', 'amazon-s3:SlowDown', 'standard:503'],
    ['SlowDown', 'amazon-s3:SlowDown', 'standard:503'],
    ['(SlowDown)', 'amazon-s3:SlowDown', 'standard:503'],
    ['code: SlowDown', 'amazon-s3:SlowDown', 'standard:503'],
    ['s3 报 SlowDown', 'amazon-s3:SlowDown', 'standard:503'],
    ['{"code":"NoSuchBucket"}', 'amazon-s3:NoSuchBucket', 'standard:404'],
    ['NoSuchBucket', 'amazon-s3:NoSuchBucket', 'standard:404'],
    ['SignatureDoesNotMatch', 'amazon-s3:SignatureDoesNotMatch', 'standard:403'],
    ['RequestTimeTooSkewed', 'amazon-s3:RequestTimeTooSkewed', 'standard:403'],
    ['ProvisionedThroughputExceededException', 'aws-apis:ProvisionedThroughputExceededException', 'standard:400'],
    ['ThrottlingException', 'aws-apis:ThrottlingException', 'standard:400'],
    ['OriginDnsError', 'cloudfront:OriginDnsError', 'standard:502'],
    ['LambdaExecutionError', 'cloudfront:LambdaExecutionError', 'standard:503'],
    ['response_sent_by_backend', 'google-load-balancing:response_sent_by_backend'],
    ['Guru Meditation Varnish cache server', 'varnish:backend-fetch-failed', 'standard:503'],
    ['Attention Required! Cloudflare', 'cloudflare:attention-required', 'standard:403'],
    ['Application failed to respond', 'railway:application-failed-to-respond', 'standard:502'],
    ['urn:ietf:params:acme:error:rateLimited', 'acme:rateLimited', 'standard:429'],
    ['恭喜，站点创建成功', 'baota:site-created', 'standard:200'],
    ['Cannot GET /', 'express:cannot-get', 'standard:404'],
    ['kubernetes exceeded quota', 'kubernetes-api:exceeded-quota', 'standard:403'],
    ['userRateLimitExceeded', 'google-apis:userRateLimitExceeded', 'standard:403'],
    ['dailyLimitExceeded', 'google-apis:dailyLimitExceeded', 'standard:403'],
    ['slack ratelimited', 'slack-api:ratelimited', 'standard:429'],
    ['HttpRequestMethodNotSupportedException', 'spring:HttpRequestMethodNotSupportedException', 'standard:405'],
    ['HttpMessageNotReadableException', 'spring:HttpMessageNotReadableException', 'standard:400'],
    ['AccessDenied s3', 'amazon-s3:AccessDenied', 'standard:403'],
  ])('%s', (text, id, status?: string) => {
    const { kind, ids } = ask(text, locale);
    expect(kind).toBe('marker');
    expect(ids).toEqual(expect.arrayContaining(status ? [id, status] : [id]));
  });

  it.each([
    ['NXDOMAIN', 'dns:NXDOMAIN'],
    ['ERR_NAME_NOT_RESOLVED', 'chromium:ERR_NAME_NOT_RESOLVED'],
    ['dns resolution failure', 'dns:name-not-known'],
    ['ERR_CONNECTION_REFUSED', 'chromium:ERR_CONNECTION_REFUSED'],
    ['ECONNREFUSED', 'errno:ECONNREFUSED'],
    ['ECONNRESET', 'errno:ECONNRESET'],
    ['cors error', 'cors:no-allow-origin'],
    ['000', 'curl:curl-000'],
    ['http_code 000', 'curl:curl-000'],
    ['curl 52', 'curl:curl-52'],
    ['curl (35)', 'curl:curl-35'],
    ['curl: (7)', 'curl:curl-7'],
    ['websocket 1006', 'websocket:ws-1006'],
    ['ws close 1011', 'websocket:ws-1011'],
    ['certificate has expired', 'tls:has-expired'],
    ['SSL handshake failed', 'tls:handshake-failure'],
    ['socket hang up', 'node:socket-hang-up'],
    ['no route to host', 'errno:EHOSTUNREACH'],
    ['Read timed out', 'java:SocketTimeoutException'],
    ['net::ERR_EMPTY_RESPONSE', 'chromium:ERR_EMPTY_RESPONSE'],
  ])('%s is no status: no response arrived', (text, id) => {
    const answer = ask(text, locale);
    expect(answer.ids[0]).toBe(id);
    expect(cardText(answer)).toContain(locale === 'en' ? 'No HTTP response arrived' : '没有收到 HTTP 响应');
  });

  it.each(['137', 'exit code 137'])('%s is how a container ended', (text) => {
    expect(ask(text, locale).ids).toEqual(['container:exit-137', 'standard:502']);
  });

  it.each(['errcode 99999', '业务码 10001'])('%s is no status code', (text) => {
    expect(ask(text, locale).kind).toBe('invalid');
  });

  it.each([
    ['NR', 'marker'],
    ['slow down', 'marker'],
    ['redirect loop', 'marker'],
    ['not found', 'marker'],
    ['request entity too large', 'marker'],
  ])('%s is not taken for a marker', (text, kind) => {
    expect(ask(text, locale).kind).not.toBe(kind);
  });

  it.each(['no_such_thing', 'worker_quota_reached'])('%s is nobody’s, so a list comes at most', (text) => {
    expect(ask(text, locale).kind).toMatch(/search|none/);
  });

  it('a shorthand of several products shows all of them, unless one is named', () => {
    expect(ask('LR', locale).ids.slice(0, 2).sort()).toEqual(['envoy:LR', 'haproxy:LR']);
    expect(ask('haproxy LR', locale).ids[0]).toBe('haproxy:LR');
  });
});

const LINES: [text: string, status: string, marker: string, who: string][] = [
  [
    nginx('upstream prematurely closed connection while reading response header from upstream'),
    'standard:502',
    'nginx:prematurely-closed-header',
    'nginx itself',
  ],
  [
    nginx('upstream timed out (110: Connection timed out) while reading response header from upstream'),
    'standard:504',
    'nginx:header-timeout',
    'nginx itself',
  ],
  [
    nginx('connect() failed (111: Connection refused) while connecting to upstream'),
    'standard:502',
    'nginx:connect-refused',
    'nginx itself',
  ],
  [
    nginx('client intended to send too large body: 10485761 bytes'),
    'standard:413',
    'nginx:body-too-large',
    'nginx itself',
  ],
  [nginx('limiting requests, excess: 5.600 by zone "one"'), 'standard:503', 'nginx:limiting-requests', 'nginx itself'],
  [nginx('access forbidden by rule'), 'standard:403', 'nginx:access-forbidden', 'nginx itself'],
  [
    nginx('open() "/usr/share/nginx/html/favicon.ico" failed (2: No such file or directory)'),
    'standard:404',
    'nginx:open-not-found',
    'nginx itself',
  ],
  [nginx('no live upstreams while connecting to upstream'), 'standard:502', 'nginx:no-live-upstreams', 'nginx itself'],
  [
    nginx(
      'connect() to unix:/run/php/php8.1-fpm.sock failed (2: No such file or directory) while connecting to upstream',
    ),
    'standard:502',
    'nginx:unix-missing',
    'nginx itself',
  ],
  [
    nginx('upstream sent too big header while reading response header from upstream'),
    'standard:502',
    'nginx:too-big-header',
    'nginx itself',
  ],
  [
    nginx(
      'SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream',
    ),
    'standard:502',
    'nginx:tls-handshake-upstream',
    'nginx itself',
  ],
  [nginx('directory index of "/var/www/html/" is forbidden'), 'standard:403', 'nginx:directory-index', 'nginx itself'],
  [
    '[proxy_http:error] [pid 12:tid 34] (111)Connection refused: AH01114: HTTP: failed to make connection to backend: 127.0.0.1',
    'standard:503',
    'apache:AH01114',
    'Apache HTTP Server itself',
  ],
  [
    '[Wed Jan 10 12:00:00 2024] [proxy:error] [pid 1:tid 2] (111)Connection refused: AH00957: http: attempt to connect to 192.0.2.5:8080 (app) failed',
    'standard:503',
    'apache:AH00957',
    'Apache HTTP Server itself',
  ],
  [
    '[proxy_http:error] [pid 1] [client 192.0.2.1:1] AH01102: error reading status line from remote server app:8080',
    'standard:502',
    'apache:AH01102',
    'Apache HTTP Server itself',
  ],
  [
    'Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit.',
    'standard:429',
    'docker-registry:TOOMANYREQUESTS',
    'itself',
  ],
  [
    'An error occurred (SlowDown) when calling the PutObject operation (reached max retries: 4): Please reduce your request rate.',
    'standard:503',
    'amazon-s3:SlowDown',
    'S3 itself',
  ],
  [
    'Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared',
    'standard:502',
    'cloudflare:unable-to-reach-origin',
    'Cloudflare itself',
  ],
  [
    "openai.error.RateLimitError: {'error': {'message': 'You exceeded your current quota', 'type': 'insufficient_quota', 'code': 'insufficient_quota'}}",
    'standard:429',
    'openai:insufficient_quota',
    'OpenAI API itself',
  ],
  [
    'handle_upstream(): failed to set upstream: missing upstream configuration in Route or Service',
    'standard:503',
    'apisix:missing-upstream',
    'APISIX itself',
  ],
  [
    'Unable to find instance for user-service',
    'standard:503',
    'spring-cloud-gateway:unable-to-find-instance',
    'Spring Cloud Gateway itself',
  ],
  ['{"message":"failure to get a peer from the ring-balancer"}', 'standard:503', 'kong:ring-balancer', 'Kong itself'],
  ['503 UF,URX', 'standard:503', 'envoy:UF', 'Envoy itself'],
  ['503 UH', 'standard:503', 'envoy:UH', 'Envoy itself'],
  ['504 UT', 'standard:504', 'envoy:UT', 'Envoy itself'],
  [
    '`503 UC upstream_reset_before_response_started{connection_termination}`',
    'standard:503',
    'envoy:UC',
    'Envoy itself',
  ],
  ['We upgraded and services were hit by `503 UF,URX`', 'standard:503', 'envoy:UF', 'Envoy itself'],
  [
    '503 upstream_reset_before_response_started{local reset} LR',
    'standard:503',
    'envoy:reset-local-reset',
    'Envoy itself',
  ],
  ['no healthy upstream', 'standard:503', 'envoy:no_healthy_upstream', 'Envoy itself'],
  [
    'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
    'standard:503',
    'envoy:reset-connection-termination',
    'Envoy itself',
  ],
  [
    'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    'standard:504',
    'grpc:DEADLINE_EXCEEDED',
    'gRPC',
  ],
  [
    'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial tcp 10.0.0.1:1: connect: connection refused"',
    'standard:503',
    'grpc:UNAVAILABLE',
    'gRPC',
  ],
  ['[pool www] server reached pm.max_children setting (50)', 'standard:502', 'php-fpm:max-children', 'PHP-FPM'],
  [
    'Error from server (Forbidden): pods is forbidden: User "x" cannot list resource "pods"',
    'standard:403',
    'kubernetes-api:Forbidden',
    'Kubernetes API itself',
  ],
  [
    'Error from server (Conflict): Operation cannot be fulfilled on deployments.apps "x"',
    'standard:409',
    'kubernetes-api:Conflict',
    'Kubernetes API itself',
  ],
  [
    '500 api-test <NOSRV> 10.0.0.1:33156 63/-1/47/37/147/-1/-1/63/147/-1 IR 65400 378 586/585/0/0/3 0/0 TLSv1.2 example.com POST /api/v1/push HTTP/1.1',
    'standard:500',
    'haproxy:IH',
    'HAProxy itself',
  ],
  [
    'Mar 10 14:00:56 lb haproxy[30170]: 10.0.0.1 - - [10/Mar/2022:14:00:56 +0000] "GET /5.js HTTP/1.1" 503 217 "" "" 59794 528 "fe~" "be" "s1" 0 0 -1 -1 3 CC-- 4 1 0 0 0',
    'standard:503',
    'haproxy:CC',
    'The client left first',
  ],
  [
    'Feb  6 12:14:14 lb haproxy[1]: 10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in static/srv1 10/0/30/-1/109 503 212 - - SC-- 1/1/1/1/0 0/0 "GET /index.html HTTP/1.1"',
    'standard:503',
    'haproxy:SC',
    'HAProxy itself',
  ],
  [
    '10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in static/srv1 10/0/30/69/109 502 212 - - ---- 1/1/1/1/0 0/0 "GET /index.html HTTP/1.1"',
    'standard:502',
    'haproxy:normal',
    'The upstream; HAProxy passed it on',
  ],
  [
    '[2024-01-01T00:00:00.000Z] "GET /orders HTTP/1.1" 503 UF,URX upstream_reset_before_response_started{connection_failure} - "-" 0 91 3 - "-" "curl/8"',
    'standard:503',
    'envoy:UF',
    'Envoy itself',
  ],
  [
    'heroku[router]: at=error code=H12 desc="Request timeout" method=GET path="/" connect=1ms service=30000ms status=503 bytes=0',
    'standard:503',
    'heroku:H12',
    'Heroku itself',
  ],
  [
    '2024-01-01 00:00:00 10.0.0.1 5000 10.0.0.2 80 HTTP/1.1 GET /x 503 2 AppOffline ShopPool',
    'standard:503',
    'iis:AppOffline',
    'IIS itself',
  ],
  [
    '"statusDetails":"backend_timeout", "status": 502',
    'standard:502',
    'google-load-balancing:backend_timeout',
    'Google Cloud Load Balancing itself',
  ],
  [
    'httpStatus: 502 error_info: ERRORINFO_UPSTREAM_NO_LIVE',
    'standard:502',
    'azure-application-gateway:ERRORINFO_UPSTREAM_NO_LIVE',
    'Azure Application Gateway itself',
  ],
  [
    'Error 503 first byte timeout\n\nfirst byte timeout\n\nGuru Mediation:',
    'standard:503',
    'fastly:first-byte-timeout',
    'Fastly itself',
  ],
  [
    '400 Bad Request\nThe plain HTTP request was sent to HTTPS port\nnginx',
    'standard:400',
    'nginx:plain-to-https',
    'nginx itself',
  ],
  [
    '< HTTP/2 403\n< server: cloudflare\n< cf-mitigated: challenge',
    'standard:403',
    'cloudflare:just-a-moment',
    'Cloudflare itself',
  ],
  ['HTTP/1.1 405 Not Allowed\nServer: Tengine\n\n您的访问被阻断', 'standard:405', 'waf-pages:aliyun-waf', 'WAF'],
  [
    "HttpError: API rate limit exceeded for user\nstatus: 403\n'x-ratelimit-remaining': '0'",
    'standard:403',
    'github:rate-limit-exceeded',
    'GitHub API itself',
  ],
  [
    "Error 429: {'error': {'type': 'insufficient_quota'}}",
    'standard:429',
    'openai:insufficient_quota',
    'OpenAI API itself',
  ],
  [
    'Readiness probe failed: HTTP probe failed with statuscode: 503\nReason: OOMKilled\nExit Code: 137',
    'standard:503',
    'kubernetes:probe-statuscode',
    'Kubernetes',
  ],
  [
    '{"level":"error","logger":"http.log.error","msg":"dial tcp 127.0.0.1:9000: connect: connection refused","status":502}',
    'standard:502',
    'caddy:dial-refused',
    'Caddy itself',
  ],
  [
    "TransportError(429, 'es_rejected_execution_exception', 'rejected execution')",
    'standard:429',
    'elasticsearch:es_rejected_execution_exception',
    'Elasticsearch itself',
  ],
  [
    '1576177221.686 12 192.0.2.7 TAG_NONE/503 3902 GET http://a.example.com/ - HIER_NONE/- text/html',
    'standard:503',
    'squid:NONE_NONE',
    'Squid itself',
  ],
];

it.each(LINES)('the same is found for a Chinese reader: %s', (text, status, marker) => {
  const answer = explain(text, 'zh-CN');
  expect(answer.ids[0]).toBe(status);
  expect(answer.ids).toContain(marker);
});

describe('a message says who sent the status', () => {
  it.each(LINES)('%s', (text, status, marker, who) => {
    const answer = explain(text);
    expect(answer.ids).toEqual(expect.arrayContaining([status, marker]));
    expect(answer.ids[0]).toBe(status);
    expect(answer.card.blocks[0]).toMatchObject({ subtitle: expect.stringContaining(who) });
  });

  it.each(LINES)('also where it was pasted as a question: %s', (text, status) => {
    expect(ask(text).ids).toContain(status);
  });
});

describe('a message without a response', () => {
  it.each([
    [
      '{"http_status":-1,"host":"h","http_request":"GET / HTTP/1.1","bytes_read":0,"termination_state":"SD"}',
      'haproxy:SD',
    ],
    [
      '1795816179.639    600 127.0.0.1 TCP_MISS_ABORTED/000 0 GET http://example.com/slow - FIRSTUP_PARENT/127.0.0.1 -',
      'squid:TCP_MISS_ABORTED',
    ],
    [
      "Access to fetch at 'https://a.example' from origin 'https://b.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      'cors:no-allow-origin',
    ],
    ['java.net.SocketTimeoutException: Read timed out', 'java:SocketTimeoutException'],
    ['heroku[web.1]: Process exited with status 143', 'container:exit-143'],
    ['error: process exited with status 1', 'container:exit-1'],
    ['timeout of 5000ms exceeded', 'node:axios-timeout'],
    ['http: proxy error: context canceled', 'golang:context-canceled'],
    ['TypeError: fetch failed\n  cause: Error: connect ECONNREFUSED 127.0.0.1:3000', 'errno:ECONNREFUSED'],
  ])('%s has a card of its own', (text, id) => {
    expect(explain(text)).toMatchObject({ kind: 'marker', ids: expect.arrayContaining([id]) });
  });
});

describe('the fields of a line', () => {
  const alb = (times: string, statuses: string): string =>
    `http 2024-01-01T00:00:00.0Z app/lb/x 192.0.2.1:1 10.0.0.1:80 ${times} ${statuses} 1204 0 "POST https://a.example:443/ HTTP/1.1" "curl/8" - -`;

  it.each([
    [alb('0.001 60.002 -1', '504 -'), 'AWS Application Load Balancer itself'],
    [alb('0.001 0.003 0.000', '502 502'), 'The upstream; AWS Application Load Balancer passed it on'],
    ['{"upstream_status":"502","status":502,"request":"GET / HTTP/1.1"}', 'The upstream; the proxy passed it on'],
  ])('%s', (text, who) => {
    expect(explain(text).card.blocks[0]).toMatchObject({ subtitle: expect.stringContaining(who) });
  });

  it.each([
    ['502', '507'],
    ['504', '500'],
    ['200', '404'],
    ['403', '520'],
    ['502', '919'],
    ['502', '1033'],
  ])('CloudFront’s status %s is read, its length %s is not', (status, length) => {
    const columns = `2026-11-27 03:12:44 FRA56-P4 1045 198.51.100.7 GET d1.cloudfront.net /api/list ${status} - Mozilla/5.0 - - Error abc= cdn.example.com https 62 0.113 - TLSv1.3 TLS_AES_128_GCM_SHA256 Error HTTP/2.0 - - 51754 0.113 OriginCommError text/html ${length} - -`;
    for (const gap of ['\t', '  '])
      expect(explain(columns.replaceAll(' ', gap)).ids.filter((id) => /:\d/.test(id))).toEqual([`standard:${status}`]);
  });

  it('a path, an agent or a number in words is no evidence', () => {
    const text = '192.0.2.1 - - [22/Oct/2019:15:56:38 +0800] "GET /java HTTP/1.1" 502 0 "-" "curl/7.81.0"';
    expect(explain(text).ids).toEqual(['standard:502']);
  });
});

it('a card of a message keeps what it found when asked again in another language', () => {
  const { card } = explain('503 UF,URX');
  const actions = card.blocks.flatMap((block) => (block.type === 'actions' ? block.items : []));
  const other = actions.flatMap((action) =>
    action.type === 'ask' && action.ask.locale === 'zh-CN' ? [action.ask] : [],
  );
  expect(other.map(({ query }) => ask(query, 'zh-CN').ids)).toEqual([['standard:503', 'envoy:UF', 'envoy:URX']]);
});
