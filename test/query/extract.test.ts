import { describe, expect, it } from 'vitest';
import { extract } from '../../src/query/extract.ts';

const OTHERS = new Set(['403.14', '500.19', '502.3', '1015', '1016', '1020', '1040', '999', '000']);
const isKnown = (code: string): boolean => /^[1-5]\d\d$/.test(code) || OTHERS.has(code);

/** The codes in order, with their counts where these are not 1: `502×310 504`. */
function codesIn(text: string): string {
  const written = extract(text, isKnown).codes.map(({ code, count }) => (count === 1 ? code : `${code}×${count}`));
  return written.join(' ');
}

/** One case a line: what is found ⇒ the text. */
function cases(table: string): { text: string; found: string }[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [found = '', text = ''] = line.split('⇒');
    return { text, found: found.trim() };
  });
}

describe('logs', () => {
  const client = '10.0.0.1 - - [06/Nov/2026:10:12:13 +0000]';
  it.each(
    cases(`
502 ⇒${client} "GET /x HTTP/1.1" 502 157 "-" "curl/8.4.0"
200 ⇒10.0.0.1 - 404 [06/Nov/2026:10:12:13 +0000] "GET /502?status=404 HTTP/1.1" 200 503 "https://a.example/?code=500" "Mozilla/5.0 Chrome/120.0.0.0" 412 0.003 [web-80] [] 10.0.0.1:8080 0 0.003 502 8f3a
400 ⇒${client} "-" 400 0 "-" "-"
404 ⇒10.0.0.1 "GET /health" 404 500
504 499 ⇒${client} "GET / HTTP/2.0" 499 0 "-" "UA" rt=0.502 uct="0.404" upstream_status=504 us="502"
301 ⇒example.com:443 ${client} "GET / HTTP/1.1" 301 404
204 ⇒[2016-04-15T20:17:00.310Z] "POST /api/v1/locations HTTP/2" 204 - 154 0 226 100 "10.0.35.28" "nsq2http"
503 ⇒[2024-01-01T00:00:00.000Z] "GET /x HTTP/1.1" 503 UH no_healthy_upstream - "-" 0 502 404 - "10.1.1.1" "curl/7.8"
502 ⇒haproxy[404]: 10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in static/srv1 0/0/1/-1/5 502 204 - - SH-- 502/500/404/403/0 0/0 "GET / HTTP/1.1"
503 ⇒haproxy[14389]: 10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in http-in/<NOSRV> -1/-1/-1/-1/0 503 212 - - SC-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"
502 504 ⇒http 2018-07-02T22:23:00.186641Z app/lb/50dc6c49 192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 502 504 34 366 "GET http://x:80/404 HTTP/1.1" "curl" - - arn "Root=1" "-" "-" 0 2018-07-02T22:22:48.364000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-"
502×2 ⇒http 2018-07-02T22:23:00.186641Z app/lb/50dc6c49 192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 502 502 34 366 "GET http://x:80/ HTTP/1.1"
503 ⇒http 2018-07-02T22:23:00.186641Z app/lb/50dc6c49 192.168.131.39:2817 - -1 -1 -1 503 - 404 366 "GET http://x:80/ HTTP/1.1"
502 ⇒192.168.1.1 - - [06/Nov/2026:10:12:13 +0000] "GET / HTTP/1.1" 502 11 "-" "-" 404 "router@docker" "http://10.0.0.1:80" 503ms
502 ⇒1286536309.586    921 192.168.0.68 TCP_MISS/502 507 POST http://x/ - DIRECT/1.2.3.4 text/html
502 ⇒{"level":"error","ts":1646861401.5,"request":{"remote_port":"404","uri":"/404"},"bytes_read":502,"duration":0.000929675,"size":404,"status":502}
503 ⇒{"status":"503","size":"404"}
502 ⇒{"statusCode": 502, "id": 404, "count": 503}
503 ⇒"response_code":503,"duration":502,"upstream_cluster":"outbound|404||reviews"
504 ⇒"http_status":504,
502 ⇒"responseStatus": 502
403 ⇒"sc-status":"403","sc-win32-status":"404"
502 504 ⇒"upstream_status":"502, 504"
502 504 ⇒"upstream_status":"502 : 504"
522 ⇒"EdgeResponseStatus":522,"OriginResponseStatus":0,"ClientSrcPort":502
502 ⇒${String.raw`log: {\"status\":502,\"bytes\":404}`}
400 ⇒':status', '400'
502 ⇒level=info method=GET status=502 duration=404ms bytes=503
500 ⇒http.status_code=500 net.peer.port=404
503 ⇒code=503
200 ⇒status=200 bytes=502
502 ⇒[GIN] 2024/01/01 - 12:00:00 | 502 |     1.2ms |       ::1 | GET      "/x"
404 ⇒GET /x 404 1.234 ms - 152
502 ⇒GET / 502
200 ⇒GET / 200 in 3ms
502.3 ⇒sc-status=502 sc-substatus=3
502 ⇒sc-status=502 sc-substatus=99
404 ⇒Request finished HTTP/1.1 GET http://localhost:5000/api/x - 404 0 - 1.2345ms
502 ⇒HTTP GET /api/x responded 502 in 404.3 ms
 ⇒2024/01/01 00:00:00 [error] 502#404: *503 connect() failed (111: Connection refused) while connecting to upstream, request: "GET /404 HTTP/1.1", upstream: "http://10.0.0.2:502/"
502 ⇒2024/01/01 00:00:00 [error] 29#29: *404 auth request unexpected status: 502 while sending to client
503 ⇒W1123 10:00:00.000000     502 reflector.go:404] failed to list: the server returned 503
503 ⇒Readiness probe failed: HTTP probe failed with statuscode: 503
500 ⇒Warning  Unhealthy  3m (x502 over 10m)  kubelet  Liveness probe failed: HTTP probe failed with statuscode: 500
502 ⇒\u001b[31m502\u001b[0m Bad Gateway`),
  )('finds "$found" in $text', ({ text, found }) => expect(codesIn(text)).toBe(found));

  const FIELDS = `#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken`;
  it.each([
    ['names a known sub-status', '2024-01-01 12:00:00 10.0.0.1 GET /404 - 80 - 10.0.0.2 UA - 403 14 5 502', '403.14'],
    ['leaves out an unknown one', '2024-01-01 12:00:00 10.0.0.1 GET /404 - 80 - 10.0.0.2 UA - 500 99 0 404', '500'],
    ['leaves out a sub-status of 0', '2024-01-01 12:00:00 10.0.0.1 GET / - 80 - 10.0.0.2 UA - 404 0 2 503', '404'],
    [
      'reads a line without the referrer',
      '2024-01-01 12:00:00 10.0.0.1 GET / - 443 - 10.0.0.2 UA 403 14 5 502',
      '403.14',
    ],
  ])('of IIS: %s, with and without a header', (_, line, found) => {
    expect(codesIn(line)).toBe(found);
    const header = line.split(' ').length === 15 ? FIELDS : FIELDS.replace(' cs(Referer)', '');
    expect(codesIn(`#Version: 1.0\r\n${header}\r\n${line}\r\n`)).toBe(found);
  });

  it.each([
    'W3SVC1 10.0.0.5 GET /index.html - 80 - 10.0.0.2 UA - 403 14 5 502',
    'fe80::1%4 GET /x - 443 - ::1 UA - 403 14 5 15',
    'W3SVC1 WEB01 10.0.0.5 GET /404 - 80 - 10.0.0.2 HTTP/1.1 UA - - www.example.com 403 14 5 1500 300 502',
  ])('of IIS are read with the site, the computer and the bytes too: %s', (line) => {
    expect(codesIn(`2024-01-01 12:00:00 ${line}`)).toBe('403.14');
  });

  it('of CloudFront and HTTP.sys are read by the columns of their header', () => {
    const cloudFront = '#Fields: date time sc-bytes cs-method cs-uri-stem sc-status cs(Referer)';
    expect(codesIn(`${cloudFront}\n2019-12-04\t21:02:31\t392\tGET\t/404\t503\t-`)).toBe('503');
    const httpSys = '#Fields: date time c-ip c-port cs-method cs-uri sc-status s-siteid s-reason';
    expect(codesIn(`${httpSys}\n2024-01-01 00:00:00 10.0.0.2 404 GET /x 503 500 AppOffline`)).toBe('503');
  });
});

describe('errors of clients, tools and pages', () => {
  it.each(
    cases(`
404 ⇒requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://x/
403 ⇒urllib.error.HTTPError: HTTP Error 403: Forbidden
502 ⇒AxiosError: Request failed with status code 502
503 ⇒HTTPError: Response code 503 (Service Unavailable)
404 ⇒org.springframework.web.client.HttpClientErrorException$NotFound: 404 Not Found: "{"a":1}"
404 ⇒HttpClientErrorException: 404 null
500 ⇒500 INTERNAL_SERVER_ERROR "x"
404×2 ⇒HttpResponseException: status code: 404, reason phrase: Not Found (404)
404 ⇒feign.FeignException$NotFound: [404 Not Found] during [GET] to [http://x/1]
502 ⇒[502] during [GET] to [http://x]
503 ⇒Response{protocol=http/1.1, code=503, message=Service Unavailable, url=http://x}
502 ⇒<-- 502 https://x/ (33ms)
500 ⇒java.io.IOException: Server returned HTTP response code: 500 for URL: https://x
502 ⇒unexpected status code: 502
502 ⇒rpc error: code = Unavailable desc = unexpected HTTP status code received from server: 502 (Bad Gateway); transport: x
503 ⇒Response status code does not indicate success: 503 (Service Unavailable).
404 ⇒The remote server returned an error: (404) Not Found.
410 ⇒GONE = 410, 'Gone'
502 ⇒Net::HTTPFatalError: 502 "Bad Gateway"
404 ⇒curl: (22) The requested URL returned error: 404
502 ⇒< HTTP/2 502
302 ⇒HTTP/1.1 302 Found
301 ⇒HTTP/1.1 301 Moved Permanently
500 ⇒Completed 500 Internal Server Error in 12ms
404 ⇒<Response [404]>
404 ⇒npm ERR! code E404
404 ⇒npm ERR! 404  'x@^1.0.0' is not in this registry.
404 ⇒Failed to load resource: the server responded with a status of 404 (Not Found)
404 ⇒the server responded with a status of 404 ()
502 ⇒GET https://x/ 502 (Bad Gateway)
403 ⇒GET https://x/app.js net::ERR_ABORTED 403
1020 ⇒Error 1020
1015 ⇒error code: 1015
1015 ⇒Error 1015 Ray ID: 8 • You are being rate limited
 ⇒ERROR 1040 (HY000): Too many connections
 ⇒websocket closed, error code: 1015
 ⇒{"code":1015,"msg":"x"}
502 ⇒<title>502 Bad Gateway</title>
404 ⇒<h1>404</h1>
500.19 ⇒HTTP Error 500.19 - Internal Server Error
403.14 ⇒IIS 403.14
404 ⇒HTTP Error 404.99 - Not Found
 ⇒took 403.14 ms
404 ⇒res.status(404)
502 503 ⇒502|503
 ⇒rate(http_requests_total{code!~"404|499"}[5m]) > 0.05
502 503 ⇒rate(http_requests_total{code=~"502|503"}[5m]) > 0.05
500 ⇒AssertionError: assert 500 == 200
403 ⇒java.lang.AssertionError: Status expected:<OK> but was:<403>
404 ⇒[W 240312 08:14:02 web:2348] 404 GET /nope (127.0.0.1) 0.50ms
304 ⇒npm http fetch GET 304 https://packages.example.org/lodash 404ms
504 ⇒2024-03-12T23:39:43.945958Z lb 10.0.0.9:2817 10.0.0.1:80 0.000073 60.001048 0.000057 504 0 0 29 "GET http://x/ HTTP/1.1"
502 ⇒<title>502 Server Error</title>
419 ⇒419 | Page Expired
500 504 ⇒error_page 500 504 /50x.html;`),
  )('finds "$found" in $text', ({ text, found }) => expect(codesIn(text)).toBe(found));

  it('finds the status that Guzzle puts between backticks', () => {
    expect(codesIn('Client error: `GET https://x` resulted in a `404 Not Found` response')).toBe('404');
  });
});

describe('chat', () => {
  it.each(
    cases(`
502 ⇒we're getting 502s
404 ⇒returned a 404
429 ⇒HTTP 429
499 ⇒a bunch of 499s
503 ⇒got 503 from payments
502 ⇒got 502, 310 requests failed
502 ⇒502
500 ⇒500
200 ⇒200?
502 ⇒502!!! 😱
401 403 ⇒is it a 401 or a 403?
502 ⇒> 502?
502 ⇒_502_
502 ⇒<@U123ABC> 502 :fire:
502 504 ⇒502 / 504?
502 ⇒checkout is 502ing
502 503 504 ⇒502, 503 and 504 errors everywhere
500 404 200 ⇒it returned 200, then 404, then 500
502 ⇒10:05 502 on checkout
502 ⇒/api/pay 502
403 ⇒why am I getting a 403 here
404 ⇒404: Not Found
404 ⇒Not Found (404)
401 ⇒unauthorized 401
404 ⇒It was 404 before
504 ⇒504 Gateway Time-out
413 ⇒413 Request Entity Too Large
418 ⇒418 I'm a teapot
502 ⇒seeing timeouts and 502 on checkout
502 ⇒payments -> 502
999 ⇒LinkedIn returns 999 Request denied
503 ⇒[FIRING:1] HighErrorRate (5xx=12%) status=503
 ⇒lots of 5xx
502 ⇒接口返回 502
500 ⇒一直报500错误
404 ⇒状态码：404
404 ⇒状态码是４０４
502 ⇒502了
504 ⇒网关 504 超时
403 ⇒请求返回了 403，
502 503 504 ⇒上游返回 502、503 和 504
502 504 ⇒502/504 都有
503 ⇒为啥首页 503？
502 ⇒又502了，大家看看
404 ⇒404 页面
500 ⇒返回码=500
500 ⇒支付回调 500
500 ⇒出错了(500)
502 ⇒今天 502 特别多
502 ⇒昨晚 502 飙到 3000/min，扩容后降到个位数
502 ⇒AssertionError: expected 502 to equal 200`),
  )('finds "$found" in $text', ({ text, found }) => expect(codesIn(text)).toBe(found));
});

describe('counts that stand with a code', () => {
  it.each(
    cases(`
502×310 504×88 ⇒502: 310, 504: 88
502×310 504×88 ⇒502:310,504:88
502×310 ⇒502=310
502×310 ⇒502 × 310
502×310 ⇒310 × 502
502×310 504×88 ⇒HTTP 5xx: 502 (310), 504 (88)
502×31 ⇒status:502 count:31
502×310 504×88 ⇒502: 310 (78%), 504: 88 (22%)
502×310 ⇒502 Bad Gateway: 310
502×310 ⇒502     310
502×412 504×88 503×9 ⇒[Triggered] 5xx on lb-prod: 502=412, 503=9, 504=88 over last 5m
502×310 504×88 ⇒{"502": 310, "504": 88}
502×310 200×1500 ⇒Counter({200: 1500, 502: 310})
502×1310 504×88 ⇒502: 1,310; 504: 88
502×310 ⇒there were 310 502s
502×310 ⇒    310 502
502×310 ⇒    310 502 /checkout
502×310 ⇒| 502 | 310 |
502×310 ⇒{"key":502,"doc_count":310}
502×31 ⇒HTTPCode_ELB_502_Count: 31
502×310 504×88 ⇒502（310次），504（88次）
502×33 ⇒【502】33次
502×3 ⇒有 3 个 502
502×310 ⇒502错误310次
502×36 ⇒5分钟内502共出现36次
504×36 ⇒504数量：36
500×404 ⇒最近5分钟 500 错误 404 次
502×310 ⇒502 errors: 310
502×47 ⇒47 502 errors in the last 5m
502×2 ⇒upstream answered 502 Bad Gateway (502)
500×15 502×3 ⇒出现了15个500和3个502
502×310 ⇒502 出现 310 次
502 504 ⇒502: 12%, 504: 3%
500×120 502×88 404×30 ⇒今日错误 Top3：500（120次）、502（88次）、404（30次）
502×12 503×3 ⇒502 × 12，503 × 3
502×320 504×41 ⇒502（网关错误）320 次，504（网关超时）41 次
502×310 ⇒http_requests_total{code="502",method="get"} 310
502×12 ⇒nginx_ingress_controller_requests{status="502"} 12
502×45 ⇒  [502]	45 responses
502×87 504×12 ⇒502 Bad Gateway x 87, 504 Gateway Time-out x 12
502×87 ⇒87 × HTTP 502 in 5 min
504×120 ⇒HTTP *504* x 120
503×2 200×98 ⇒Status Codes  [code:count]  200:98  503:2
 ⇒{"100": 12, "200": 30, "500": 2}`),
  )('are added: $found in $text', ({ text, found }) => expect(codesIn(text)).toBe(found));
});

describe('numbers that are no status codes', () => {
  it.each(
    cases(`
⇒    at Object.<anonymous> (/app/src/index.ts:404:502)
⇒  File "x.py", line 404, in foo
⇒  at com.foo.Bar.baz(Bar.java:404)
⇒main.go:502 +0x1d4
⇒goroutine 502 [running]:
⇒2024-01-01 12:00:00.502 ERROR 502 --- [nio-8080-exec-1] o.a.c.c.C : request failed
⇒12:00:00,502 INFO [http-nio-8080-exec-404] started
⇒[2019-10-14 10:56:06.963][326][debug][router] cluster 'outbound|404||apigw' match for URL '/x'
⇒listening on localhost:502, pid 404
⇒sshd[502]: failed
⇒Thread-404 failed with exit code 137
⇒exited with code 101, os error 104
⇒area code 502
⇒status > 500, status>=500
⇒500-599
⇒foo.js:404:12
⇒Room 404
⇒500 users
⇒500 active users
⇒The API has 500 users
⇒we have 500 requests per second
⇒returned 200 and 404 rows
⇒502 rows
⇒we processed 404 orders
⇒got 500 dollars
⇒502 of 600 done
⇒200ms
⇒took 503 ms
⇒waited 503s, timeout=500s
⇒404 MB
⇒$404
⇒price 404
⇒v2.0.404
⇒PR #502
⇒issue 404, JIRA-404
⇒order 404 not found
⇒id=404
⇒user_id: 404
⇒{"count":502,"duration":404}
⇒Content-Length: 404
⇒Retry-After: 503
⇒Requests: 502
⇒1,502 items
⇒502,000
⇒192.168.100.200
⇒2024-05-404
⇒call 502-555-1234 or (502) 555-1234
⇒https://x.com/404
⇒GET /x?status=404 took 500 ms
⇒404.html
⇒1920x500
⇒x502 over 10m, 0x502
⇒550 5.1.1 User unknown
⇒Test Suites: 404 passed, 404 total
⇒✖ 502 problems (404 errors, 98 warnings)
⇒the total is 500
⇒over 500
⇒Flight 502 from Paris
⇒404 Main St
⇒1020
⇒took 1020 ms
⇒返回 500 条数据
⇒耗时 503 毫秒
⇒订单号 404
⇒花了 500 元
⇒有 500 个用户报错
⇒共 502 个请求失败
⇒端口 502 连不上
⇒今天涨到 500 了
⇒第 404 行报错
⇒接口耗时：502
⇒数量=500
⇒库存=502，请求超时
⇒订单支付超时，耗时 5003ms，渠道=404
⇒Tomcat started on port(s): 503 (http)
⇒rsp_5xx: 502
⇒5xx: 502 次
⇒tps 500，并发 502
⇒任务 404 超时
⇒MR !503 合并
⇒Main process exited, code=exited, status=203/EXEC
⇒   at App.Client.Get() in /src/Client.cs:line 503
⇒Tests run: 404, Failures: 0, Errors: 200
⇒    > 404 | expect(res.status).toBe(ok)
⇒  503:20  error  'x' is not defined
⇒ports: ["404:8080"]
⇒api-6b8c9d   0/1   CrashLoopBackOff   404 (12s ago)   404d
⇒KeyError: 404
⇒curl: (92) HTTP/2 stream 401 was not closed cleanly
⇒<-- END HTTP (200-byte body)
⇒process_open_fds{job="api"} 502`),
  )('are left alone: $text', ({ text, found }) => expect(codesIn(text)).toBe(found));
});

describe('the order of codes', () => {
  it.each([
    ['server errors before client errors before the rest', '200 OK, 404 Not Found, HTTP 500', '500 404 200'],
    ['frequent ones first within a class', 'HTTP 500, HTTP 502, HTTP 502', '502×2 500'],
    ['early ones first among equally frequent ones', 'HTTP 504, HTTP 502, HTTP 500', '504 502 500'],
    ['sub-status codes in the class of their parent', 'HTTP 301, HTTP 403.14, HTTP 404, HTTP 404', '404×2 403.14 301'],
    ['what is outside 100 to 599 after the errors', 'HTTP 200, Error 1020, HTTP 404', '404 1020 200'],
    ['successes, redirects and hints alike', 'HTTP 100, HTTP 302, HTTP 302, HTTP 200', '302×2 100 200'],
  ])('puts %s', (_, text, found) => expect(codesIn(text)).toBe(found));

  it('adds what stands in several lines, and keeps the first line as it was written', () => {
    const text = 'all fine\r\n  Ｅrror ５０２：  ２ upstreams\r\nHTTP 502\r\n502: 310\r\n';
    expect(extract(text, isKnown).codes).toEqual([
      { code: '502', count: 312, line: '  Ｅrror ５０２：  ２ upstreams' },
    ]);
  });

  it('leaves out codes the dataset does not have', () => {
    expect(extract('HTTP 502, HTTP 404', (code) => code === '404').codes.map(({ code }) => code)).toEqual(['404']);
  });
});

describe('hostile input of 1 MB', () => {
  const MEGABYTE = 1_000_000;
  const fill = (part: string, length: number): string =>
    part.repeat(Math.ceil(length / part.length)).slice(0, length - (length % part.length));

  it.each(
    [
      ...[
        '5',
        '"',
        ' ',
        ',:',
        '\n',
        '502:',
        '1,234,567,',
        '网',
        '502 ',
        '502,',
        '502/',
        '" 502 ',
        '502=310 ',
        '502 and ',
      ],
      ...[
        '0/0/0/0/0 502 ',
        '{"status":502},',
        'GET / 502 ',
        'error 1020 ',
        '502s ',
        '502\n',
        '接口返回502，',
        '５０２',
      ],
      ...['#Fields: sc-status 502 ', '#Fields: sc-status\n502\n', '\u001b[31m502\u001b[0m', 'lots of a of a of 502 '],
    ].map((part) => ({ part })),
  )('takes work in proportion to its length: $part', ({ part }) => {
    const work = (length: number): { calls: number; count: number } => {
      let calls = 0;
      const { codes } = extract(fill(part, length), (code) => ++calls > 0 && isKnown(code));
      return { calls, count: codes.reduce((sum, { count }) => sum + count, 0) };
    };
    const half = work(MEGABYTE / 2);
    const whole = work(MEGABYTE);
    expect(whole.calls).toBeLessThanOrEqual(2 * half.calls + 10);
    expect(whole.count).toBeGreaterThanOrEqual(2 * half.count - 2);
  });

  it('does not look beyond its windows, however long the line', () => {
    const noise = fill('x', MEGABYTE);
    expect(codesIn(`status ${noise} 502 ${noise} errors`)).toBe('');
    expect(codesIn(`${noise} HTTP 502 ${noise}`)).toBe('502');
  });
});
