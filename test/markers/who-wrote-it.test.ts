// Words that several products write: whose they are, and that nothing in the line is ignored or contradicted.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { ask, cardText, explain } from '../core-under-test.ts';

function subtitle({ card }: Answer): string | undefined {
  const [head] = card.blocks;
  return head?.type === 'heading' ? head.subtitle : undefined;
}

const COS =
  '<Error><Code>AccessDenied</Code><Message>Access Denied.</Message><Resource>bucket-1250000000.cos.ap-beijing.myqcloud.com/1.png</Resource></Error>';
const ALB =
  'h2 2023-03-08T12:08:14.458220Z app/my-lb/50dc6c495c0c9188 192.0.2.5:41313 10.0.44.138:31130 -1 -1 -1 504 - 49 245 "GET https://example.com:443/ HTTP/2.0" "curl/7.86.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-1:1:targetgroup/tg/f1 "Root=1" "example.com" "-" 2 2023-03-08T12:08:04.455000Z "forward" "-" "-" "10.0.44.138:31130" "-" "-" "-"';

const PASTED: [text: string, status: string, marker: string | undefined, who: string][] = [
  [
    "[proxy_fcgi:error] [pid 2991:tid 1] [client 192.0.2.28:0] AH01071: Got error 'Primary script unknown\\n'",
    'standard:404',
    'apache:fcgi-primary-script-unknown',
    'Apache HTTP Server passed it on',
  ],
  [
    '2024/02/02 13:44:36 [error] 22#22: *5 FastCGI sent in stderr: "Primary script unknown" while reading response header from upstream',
    'standard:404',
    'nginx:primary-script-unknown',
    'nginx',
  ],
  [
    '[authz_core:error] [pid 2211] [client 192.0.2.9:51877] AH01630: client denied by server configuration: /var/www/html/app',
    'standard:403',
    'apache:AH01630',
    'Apache HTTP Server itself (`AH01630`)',
  ],
  [
    '[access_compat:error] [pid 2211] [client 192.0.2.9:51877] AH01797: client denied by server configuration: /var/www/html/app',
    'standard:403',
    'apache:AH01797',
    'Apache HTTP Server itself (`AH01797`)',
  ],
  [
    '1265939281.764 1 192.0.2.78 TCP_DENIED/403 734 POST http://example.com/x - NONE/- text/html',
    'standard:403',
    'squid:TCP_DENIED',
    'Squid itself',
  ],
  [
    '1265939281.764 1 192.0.2.78 TCP_DENIED/407 734 GET http://example.com/x - NONE/- text/html',
    'standard:407',
    'squid:TCP_DENIED',
    'Squid itself',
  ],
  [ALB, 'standard:504', undefined, 'AWS Application Load Balancer itself: no upstream answered (`-1 -1 -1 504 -`)'],
  [
    ALB.replace('-1 -1 -1 504 -', '0.001 0.002 0.000 502 502'),
    'standard:502',
    undefined,
    'The upstream; AWS Application Load Balancer passed it on',
  ],
  [
    '[2018-03-01T02:16:41.974Z] "GET /health HTTP/1.1" 503 NR 0 0 0 - "192.0.2.133" "curl/7.54.0" "7ab1" "app.example.com" "-"',
    'standard:503',
    'envoy:NR',
    'Envoy itself',
  ],
  [
    'method=POST request=/StudentService/get response_flag=UT status=200 status_details=upstream_response_timeout response_size=0 user-agent=grpc-go/1.24.0',
    'standard:200',
    'envoy:UT',
    'Envoy itself: backend takes the request',
  ],
  ['method=GET response_flag=UH status=503 response_size=19', 'standard:503', 'envoy:UH', 'Envoy itself'],
  [
    'upstream connect error or disconnect/reset before headers. reset reason: connection failure, transport failure reason: TLS error: 268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER',
    'standard:503',
    'envoy:tls-wrong-version',
    'Envoy itself: proxy speaks TLS to a backend without TLS',
  ],
  [
    'upstream connect error or disconnect/reset before headers. retried and the latest reset reason: remote connection failure, transport failure reason: TLS_error:|268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end',
    'standard:503',
    'envoy:tls-wrong-version',
    'Envoy itself: proxy speaks TLS',
  ],
  [
    '{"path":"/api/prom/push","response_code":"503","response_flags":"UAEX","upstream_host":"-","istio_policy_status":"UNAVAILABLE:no healthy upstream"}',
    'standard:503',
    'envoy:policy-unavailable',
    'the service that checks requests',
  ],
  [
    'response_code=503 response_flags=UH no healthy upstream',
    'standard:503',
    'envoy:no_healthy_upstream',
    'marked down',
  ],
  [
    '500 Server Error for HTTP GET "/a"\nreactor.netty.http.client.PrematureCloseException: Connection prematurely closed BEFORE response',
    'standard:500',
    'spring-cloud-gateway:premature-close',
    'Spring Cloud Gateway itself: upstream closes',
  ],
  [
    'Connection prematurely closed DURING response',
    'standard:500',
    'spring-cloud-gateway:premature-close',
    'upstream closes',
  ],
  [COS, 'standard:403', 'tencent-cos:AccessDenied', 'Tencent Cloud COS itself'],
  [
    COS.replace('cos.ap-beijing.myqcloud.com', 's3.amazonaws.com'),
    'standard:403',
    'amazon-s3:AccessDenied',
    'S3 itself',
  ],
  [COS.replace('cos.ap-beijing.myqcloud.com', 'example.com'), 'standard:403', 'amazon-s3:AccessDenied', 'S3 itself'],
  [
    '<Code>SignatureDoesNotMatch</Code><HostId>bucket.oss-cn-hangzhou.aliyuncs.com</HostId>',
    'standard:403',
    'alibaba-oss:SignatureDoesNotMatch',
    'Alibaba Cloud OSS itself',
  ],
  [
    '阿里云OSS 备份报错：oss: service returned error: ErrorCode=InvalidAccessKeyId, ErrorMessage="The OSS Access Key Id you provided is disabled."',
    'standard:403',
    'alibaba-oss:InvalidAccessKeyId',
    'Alibaba Cloud OSS itself',
  ],
];

describe('a message is its writer’s', () => {
  it.each(PASTED)('%s', (text, status, marker, who) => {
    const answer = explain(text);
    expect(answer.ids.slice(0, marker ? 2 : 1)).toEqual(marker ? [status, marker] : [status]);
    expect(subtitle(answer)).toContain(who);
  });

  it.each(PASTED)('for a Chinese reader, too: %s', (text, status, marker) => {
    expect(explain(text, 'zh-CN').ids.slice(0, marker ? 2 : 1)).toEqual(marker ? [status, marker] : [status]);
  });
});

describe.each(['en', 'zh-CN'])('the product that a question names decides, in %s', (locale) => {
  it.each([
    ['squid access.log 里的 TCP_REF_FAIL_HIT 是什么', 'squid:TCP_REFRESH_FAIL_OLD'],
    ['squid TCP_REF_FAIL_HIT', 'squid:TCP_REFRESH_FAIL_OLD'],
    ['trafficserver TCP_REF_FAIL_HIT', 'trafficserver:TCP_REF_FAIL_HIT'],
    ['apache Primary script unknown', 'apache:fcgi-primary-script-unknown'],
    ['Primary script unknown', 'nginx:primary-script-unknown'],
    ['AH01630: client denied by server configuration', 'apache:AH01630'],
    ['阿里云OSS InvalidAccessKeyId', 'alibaba-oss:InvalidAccessKeyId'],
    ['bucket.oss-cn-hangzhou.aliyuncs.com AccessDenied', 'alibaba-oss:AccessDenied'],
    ['腾讯云 COS AccessDenied', 'tencent-cos:AccessDenied'],
    ['cos.ap-guangzhou.myqcloud.com NoSuchKey', 'tencent-cos:NoSuchKey'],
    ['AccessDenied', 'amazon-s3:AccessDenied'],
    ['minio AccessDenied', 'amazon-s3:AccessDenied'],
    ['七牛 资源上传成功，但回调失败。(579：Not Found)', 'qiniu:579'],
    ['qiniu 579', 'qiniu:579'],
    ['七牛 631', 'qiniu:631'],
    ['七牛上传一直报错 {"error":"no such bucket"}', 'qiniu:no-such-bucket-631'],
    ['页面经常出错 Whitelabel Error Page This application has no explicit mapping for /error', 'spring:whitelabel'],
    ['reactor.netty.http.client.PrematureCloseException', 'spring-cloud-gateway:premature-close'],
    ['503 NR', 'envoy:NR'],
  ])('%s', (text, id) => {
    expect(ask(text, locale).ids[0]).toBe(id);
  });
});

describe.each(['en', 'zh-CN'])('what was not known, in %s', (locale) => {
  it.each([
    ['varnish FetchError req.body read error: 11 (Resource temporarily unavailable)', 'varnish:req-body-read'],
    ['FetchError http first read error: EOF', 'varnish:first-read-error'],
    ['http first read error: -1 11 (Resource temporarily unavailable)', 'varnish:first-read-error'],
    ['CloudFront 报 NonS3OriginDnsError 是什么', 'cloudfront:NonS3OriginDnsError'],
    ['ProvisionedThroughputExceeded', 'aws-apis:ProvisionedThroughputExceededException'],
    ['ConditionalCheckFailed', 'aws-apis:ConditionalCheckFailedException'],
    ['{"message":"Missing API key found in request"}', 'apisix:missing-api-key'],
    ['{"message":"Invalid API key in request"}', 'apisix:invalid-api-key'],
    [
      "{'code': '40004', 'msg': 'Business Failed', 'sub_code': 'ACQ.INVALID_PARAMETER'}",
      'alipay:ACQ.INVALID_PARAMETER',
    ],
    ['支付宝一直报 isv.invalid-signature 验签出错', 'alipay:isv.invalid-signature'],
    ['支付宝 ACQ.SYSTEM_ERROR', 'alipay:ACQ.SYSTEM_ERROR'],
    ['ACQ.SYSTEM_ERROR', 'alipay:ACQ.SYSTEM_ERROR'],
    ['ACQ.TRADE_HAS_SUCCESS', 'alipay:business-failed'],
    ['支付宝 40004', 'alipay:business-failed'],
    ['微信支付 SYSTEM_ERROR', 'wechat-pay:SYSTEM_ERROR'],
    ['errcode 40001', 'wechat-api:errcode-40001'],
    ['微信 errcode 40001', 'wechat-api:errcode-40001'],
    ['{"errcode":40029,"errmsg":"invalid code"}', 'wechat-api:errcode-40029'],
    ['Not Found The train has not arrived at the station.', 'railway:train-not-arrived'],
    ['search_phase_execution_exception', 'elasticsearch:search_phase_execution_exception'],
    ['all shards failed', 'elasticsearch:search_phase_execution_exception'],
    ['[WinError 10061]', 'errno:ECONNREFUSED'],
    ['No connection could be made because the target machine actively refused it', 'errno:ECONNREFUSED'],
    ['credit balance is too low', 'anthropic:credit-balance'],
    ['whitelabel error page', 'spring:whitelabel'],
    ['An existing connection was forcibly closed by the remote host', 'errno:ECONNRESET'],
    ['cf-ray: 8f1d2c3b4a5e6f70-SJC', 'cloudflare:cf-ray'],
  ])('%s', (text, id) => {
    expect(ask(text, locale).ids[0]).toBe(id);
  });

  it.each([
    ['1002 FetchError      b http first read error: EOF', 'standard:503', 'varnish:first-read-error'],
    [
      '-   FetchError     req.body read error: 11 (Resource temporarily unavailable)',
      'standard:503',
      'varnish:req-body-read',
    ],
    [
      'Wed Nov 02 10:19:35 UTC 2022 : Execution failed due to configuration error: Malformed Lambda proxy response',
      'standard:502',
      'aws-api-gateway:malformed-proxy-response',
    ],
    [
      'Lambda execution failed with status 200 due to customer function error: boom',
      'standard:502',
      'aws-api-gateway:customer-function-error',
    ],
    [
      '[error] 30366#30366: *31 [lua] balancer.lua:304: load_balancer(): failed to pick server: missing upstream configuration while connecting to upstream',
      'standard:502',
      'apisix:failed-to-pick-server',
    ],
    [
      '{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}',
      'standard:400',
      'anthropic:credit-balance',
    ],
    ['No servers available for service: user-service', 'standard:503', 'spring-cloud-gateway:loadbalancer-no-instance'],
  ])('%s', (text, status, marker) => {
    expect(explain(text, locale).ids.slice(0, 2)).toEqual([status, marker]);
  });

  it.each([
    [
      'System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception. ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid according to the validation procedure.',
      'dotnet-httpclient:remote-certificate-invalid',
    ],
    ['The SSL connection could not be established, see inner exception.', 'dotnet-httpclient:ssl-connection'],
    [
      '网关报错 com.netflix.client.ClientException: Load balancer does not have available server for client: user-service',
      'spring-cloud-gateway:ribbon-no-server',
    ],
  ])('%s settles no status', (text, id) => {
    expect(explain(text, locale)).toMatchObject({ kind: 'marker', ids: expect.arrayContaining([id]) });
  });
});

describe('what a line says is not contradicted', () => {
  it('a 200 that Envoy logs with a time-out is no 504 that the client got', () => {
    const text = cardText(explain('response_flag=UT status=200 user-agent=grpc-go/1.24.0'));
    expect(text).toContain('Mostly it comes with `504`; the message says 200. gRPC hides');
    expect(text).not.toContain('"label":"The client got"');
  });

  it('a number beside flags in a Chinese sentence is one', () => {
    const answer = explain(
      '压测时 ingress 日志：503 UF,URX upstream_reset_before_response_started{connection_timeout}',
      'zh-CN',
    );
    expect(answer.ids[0]).toBe('standard:503');
    expect(cardText(answer)).not.toContain('消息里没有状态码');
  });

  it('the status of a Whitelabel page is the one in its brackets', () => {
    const page =
      'Whitelabel Error Page\nThere was an unexpected error (type=Not Found, status=404).\nNo message available';
    expect(explain(page).ids.slice(0, 2)).toEqual(['standard:404', 'spring:whitelabel']);
  });

  it.each([
    [
      "blocked by CORS policy: Response to preflight request doesn't pass access control check: The 'Access-Control-Allow-Origin' header contains multiple values 'https://a.example, *', but only one is allowed.",
      'cors:multiple-values',
    ],
    [
      "blocked by CORS policy: The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed.",
      'cors:multiple-values',
    ],
    [
      "Response to preflight request doesn't pass access control check: It does not have HTTP ok status.",
      'cors:preflight',
    ],
  ])('%s had a response', (text, id) => {
    const answer = explain(text);
    expect(answer.ids[0]).toBe(id);
    expect(subtitle(answer)).not.toContain('No HTTP response arrived');
  });
});

it.each([
  ['org.apache.http.NoHttpResponseException: api.example.com:80 failed to respond', 'NoHttpResponseException'],
  ['- 1 Connection_Abandoned_By_AppPool DefaultAppPool', 'Connection_Abandoned_By_AppPool'],
])('%s is titled as it is pasted', (text, title) => {
  expect(explain(text).card.title).toContain(`${title} · `);
});

it('two names of one event are not said to be several products’', () => {
  expect(subtitle(ask('AxiosError: timeout of 20000ms exceeded ECONNABORTED'))).toBe('What stands together here');
  expect(subtitle(ask('LR'))).toContain('Several products write this');
});

it('Go’s words are Caddy’s only where Caddy is shown', () => {
  const reset = 'read tcp 10.0.0.1:443->10.0.0.2:5555: read: connection reset by peer';
  expect(explain(reset).ids).toEqual(['golang:read-reset']);
  const line = `{"level":"error","logger":"http.log.error","msg":"${reset}","status":502}`;
  expect(explain(line).ids.slice(0, 2)).toEqual(['standard:502', 'caddy:connection-reset']);
});

describe('a condition’s card', () => {
  const buttons = (text: string): string[] =>
    ask(text).card.blocks.flatMap((block) =>
      block.type === 'actions' ? block.items.flatMap((item) => (item.type === 'ask' ? [item.ask.query] : [])) : [],
    );

  it('leads to what the log of its software writes', () => {
    expect(buttons('nginx upstream.refused')).toContain('nginx:connect-refused');
    expect(buttons('envoy upstream.refused')).toContain('envoy:UF');
  });

  it('leads to none where nobody is named', () => {
    expect(buttons('upstream.refused').filter((query) => /^[a-z-]+:/.test(query))).toEqual([]);
  });
});
