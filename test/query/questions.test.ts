// The grammar, question by question.
import { describe, expect, it } from 'vitest';
import { ask, cardText } from '../core-under-test.ts';

describe.each(['en', 'zh-CN'])('asked in %s', (locale) => {
  it.each([
    ['502', 'status', 'standard:502'],
    ['HTTP 502', 'status', 'standard:502'],
    ['http502', 'status', 'standard:502'],
    ['502错误', 'status', 'standard:502'],
    ['状态码 502 是什么意思', 'status', 'standard:502'],
    ['HTTP/1.1 502 Bad Gateway', 'status', 'standard:502'],
    ['５０２', 'status', 'standard:502'],
    ['５０２。', 'status', 'standard:502'],
    ['502？', 'status', 'standard:502'],
    ['what does 502 mean?', 'status', 'standard:502'],
    ['为什么会报502', 'status', 'standard:502'],
    ['standard:502', 'status', 'standard:502'],
    ['499', 'variants', 'nginx:499'],
    ['420', 'variants', 'shopify:420'],
    ['451', 'variants', 'standard:451'],
    ['530', 'variants', 'cloudflare:530'],
    ['nginx 499', 'status', 'nginx:499'],
    ['499 nginx', 'status', 'nginx:499'],
    ['499 esri', 'status', 'esri:499'],
    ['阿里云 499', 'status', 'alibaba-alb:499'],
    ['阿里云alb463', 'status', 'alibaba-alb:463'],
    ['腾讯云edgeone 418', 'status', 'tencent-edgeone:418'],
    ['cf 522', 'status', 'cloudflare:522'],
    ['aws 460', 'status', 'aws-alb:460'],
    ['k8s ingress 494', 'status', 'nginx:494'],
    ['k8s ingress 502', 'status', 'standard:502'],
    ['iana 451', 'status', 'standard:451'],
    ['cloudflare 1020', 'status', 'cloudflare:1020'],
    ['Cloudflare Error 1020', 'status', 'cloudflare:1020'],
    ['403.14', 'status', 'iis:403.14'],
    ['403。14', 'status', 'iis:403.14'],
    ['４０３．１４', 'status', 'iis:403.14'],
    ['iis 500.19', 'status', 'iis:500.19'],
    ['HTTP Error 500.19 - Internal Server Error', 'status', 'iis:500.19'],
    ['502.3', 'variants', 'arr:502.3'],
    ['502.3 arr', 'status', 'arr:502.3'],
    ['502.3 iis', 'status', 'iis:502.3'],
    ['4xx', 'class', 'standard:400'],
    ['5**', 'class', 'standard:500'],
    ['50x', 'class', 'standard:500'],
    ['5XX 错误', 'class', 'standard:500'],
    ['502 vs 504', 'compare', 'standard:502'],
    ['502和504的区别', 'compare', 'standard:502'],
    ['502/504', 'compare', 'standard:502'],
    ['301 302 307 308', 'compare', 'standard:301'],
    ['401, 403 和 407', 'compare', 'standard:401'],
    ['what is the difference between 401 and 403?', 'compare', 'standard:401'],
    ['nginx 499 vs 504', 'compare', 'nginx:499'],
    ['520-526', 'range', 'cloudflare:520'],
    ['520~526', 'range', 'cloudflare:520'],
    ['520到526', 'range', 'cloudflare:520'],
    ['520 to 526', 'range', 'cloudflare:520'],
    ['nginx', 'vendor', 'nginx:009'],
    ['cloudflare', 'vendor', 'cloudflare:499'],
    ['iis', 'vendor', 'iis:400.1'],
    ['rfc 6585', 'reference', 'standard:428'],
    ['RFC7725', 'reference', 'standard:451'],
    ['rfc 7231', 'reference', 'standard:100'],
    ['rfc-7231', 'reference', 'standard:100'],
    ['299', 'unassigned', undefined],
    ['512', 'unassigned', undefined],
    ['600', 'invalid', 'squid:600'],
    ['99', 'invalid', undefined],
    ['0', 'invalid', undefined],
    ['1000', 'invalid', 'cloudflare:1000'],
    ['999', 'status', 'linkedin:999'],
    ['783', 'status', 'shopify:783'],
    ['gateway timeout', 'status', 'standard:504'],
    ['gatway timeot', 'status', 'standard:504'],
    ['网关超时', 'status', 'standard:504'],
    ['请求太多', 'status', 'standard:429'],
    ['登录过期', 'status', 'standard:401'],
    ['what should I return when the token expired', 'status', 'standard:401'],
    ['asdfghjkl', 'none', undefined],
    ['abc', 'none', undefined],
    ['help', 'help', undefined],
    ['帮助', 'help', undefined],
    ['', 'help', undefined],
    ['?', 'help', undefined],
    ['status code', 'concept', undefined],
    ['状态码是什么', 'concept', undefined],
    ['about', 'concept', undefined],
    ['which', 'guide', undefined],
    ['guide', 'guide', undefined],
    ['决策', 'guide', undefined],
    ['troubleshoot 502', 'trouble', 'standard:502'],
    ['Debug 504?', 'trouble', 'standard:504'],
    ['why 502 tree', 'trouble', 'standard:502'],
    ['find the cause of a 503', 'trouble', 'standard:503'],
    ['troubleshoot nginx 499', 'trouble', 'nginx:499'],
    ['排查 502', 'trouble', 'standard:502'],
    ['502 怎么一步步查', 'trouble', 'standard:502'],
    ['一步一步查429', 'trouble', 'standard:429'],
    ['502怎么一步步查', 'trouble', 'standard:502'],
    ['troubleshoot 404', 'status', 'standard:404'],
    ['troubleshoot nginx 502', 'status', 'standard:502'],
    ['502: 310, 504: 88', 'explain', 'standard:502'],
    ['我的接口应该返回什么', 'guide', undefined],
    ['http 状态码大全', 'concept', undefined],
    ['list of status codes', 'concept', undefined],
    ['nginx 14', 'invalid', undefined],
    ['nginx 8080', 'invalid', undefined],
    ['iis 0', 'invalid', undefined],
    ['403.xx', 'class', 'iis:403.1'],
    ['403.xx 404.xx', 'class', 'iis:403.1'],
    ['rfc9110 s15.6.3', 'status', 'standard:502'],
    ['rfc 9110 foo', 'reference', 'standard:100'],
    ['list of cloudflare status codes', 'vendor', 'cloudflare:499'],
    ['all 4xx codes', 'class', 'standard:400'],
    ['5xx errors in prod', 'class', 'standard:500'],
    ['閘道\n逾時', 'status', 'standard:504'],
    ['521 tencent', 'status', 'tencent-edgeone:521'],
    ['iis 502.5', 'variants', 'ancm:502.5'],
    ['cloudflare 1000-1020', 'range', 'cloudflare:1000'],
    ['cloudflare 520-530', 'range', 'cloudflare:520'],
    ['502s', 'status', 'standard:502'],
    ['why are we getting 502s', 'status', 'standard:502'],
    ['502s vs 504s', 'compare', 'standard:502'],
    ['nginx 499s', 'status', 'nginx:499'],
    ['_502_', 'status', 'standard:502'],
    ['connect() failed (111: Connection refused) while connecting to upstream', 'marker', 'nginx:connect-refused'],
    ['520..526', 'range', 'cloudflare:520'],
    ['502 through 504', 'range', 'standard:502'],
    ['1000-1020', 'range', 'cloudflare:1000'],
    ['227-299', 'range', undefined],
    ['unauthorized vs forbidden', 'compare', 'standard:401'],
    ['上游超时和客户端超时有什么区别', 'compare', 'standard:504'],
    ['high 5xx rate', 'class', 'standard:500'],
    ['5xx 比例飙升', 'class', 'standard:500'],
    ['nginx 520', 'variants', 'cloudflare:520'],
    ['530 site frozen', 'status', 'pantheon:530'],
    ['HTTP Error 502.5 - Process Failure', 'status', 'ancm:502.5'],
    ['unauthorized', 'status', 'standard:401'],
    ['nginx502', 'status', 'standard:502'],
    ['499nginx', 'status', 'nginx:499'],
    ['502bad gateway', 'status', 'standard:502'],
    ['200ok', 'status', 'standard:200'],
    ['狀態碼 502 是什麼意思', 'status', 'standard:502'],
    ['網關超時', 'status', 'standard:504'],
    ['伺服器錯誤', 'status', 'standard:500'],
    ['iis 403 14', 'status', 'iis:403.14'],
    ['500 19', 'status', 'iis:500.19'],
    ['403.x', 'class', 'iis:403.1'],
    ['iis 403.x', 'class', 'iis:403.1'],
    ['5开头的错误', 'class', 'standard:500'],
    ['cf 5xx', 'class', 'cloudflare:520'],
    ['4xx 和 5xx 的区别', 'concept', undefined],
    ['6xx', 'invalid', undefined],
    ['-1', 'invalid', undefined],
    ['error 1015', 'status', 'cloudflare:1015'],
    ['错误码：1020', 'status', 'cloudflare:1020'],
    ['526-520', 'range', 'cloudflare:520'],
    ['cloudflare 520 522', 'compare', 'cloudflare:520'],
    ['grpc 14', 'status', 'standard:503'],
    ['grpc-status 4', 'status', 'standard:504'],
    ['envoy UH', 'marker', 'envoy:UH'],
    ['istio NR', 'marker', 'envoy:NR'],
    ['RFC 9110 §15.6.3', 'status', 'standard:502'],
    ['rfc9110 15.5.2', 'status', 'standard:401'],
    ['RFC 6585 section 4', 'status', 'standard:429'],
    ['RFC9110 是什么', 'reference', 'standard:100'],
    ['rfc 9110 §3', 'reference', 'standard:100'],
    ['微软 449', 'status', 'microsoft:449'],
    ['cookie太大', 'status', 'standard:431'],
    ['token过期', 'status', 'standard:401'],
  ])('%s is answered as %s', (text, kind, first) => {
    const answer = ask(text, locale);
    expect(answer.kind).toBe(kind);
    if (first) expect(answer.ids[0]).toBe(first);
    expect(answer.locale).toBe(locale);
  });
});

describe.each(['en', 'zh-CN'])('a port or an exit status, asked in %s', (locale) => {
  it.each([
    ['port 443', 'invalid', undefined],
    ['port=443', 'invalid', undefined],
    ['what is port 389', 'invalid', undefined],
    ['nginx listen 443', 'invalid', undefined],
    ['端口 443', 'invalid', undefined],
    ['443端口', 'invalid', undefined],
    ['npm ERR! getaddrinfo EAI_AGAIN registry.npmjs.org:443', 'marker', 'dns:EAI_AGAIN'],
    ['getaddrinfo ENOTFOUND example.com:443', 'marker', 'dns:ENOTFOUND'],
    ['connect ECONNREFUSED 127.0.0.1:443', 'marker', 'errno:ECONNREFUSED'],
    ['connect ECONNREFUSED 127.0.0.1:389', 'marker', 'errno:ECONNREFUSED'],
    ['connect ECONNREFUSED 127.0.0.1:503', 'marker', 'errno:ECONNREFUSED'],
    ['ECONNREFUSED [::1]:443', 'marker', 'errno:ECONNREFUSED'],
    ['报错：connect ECONNREFUSED 127.0.0.1:443', 'marker', 'errno:ECONNREFUSED'],
    ['registry.npmjs.org:443 解析失败 EAI_AGAIN', 'marker', 'dns:EAI_AGAIN'],
    ['访问 example.com:443 报错 ECONNREFUSED', 'marker', 'errno:ECONNREFUSED'],
    ['dial tcp 10.0.0.1:443: i/o timeout', 'marker', 'golang:io-timeout'],
    ['502 on port 443', 'status', 'standard:502'],
    ['nginx 502 port 443', 'status', 'standard:502'],
    ['443端口返回502', 'status', 'standard:502'],
    ['https://example.com:443 报 502', 'status', 'standard:502'],
    ['host 127.0.0.1:443 gives 502', 'status', 'standard:502'],
    ['status:404', 'status', 'standard:404'],
    ['exited with status 143', 'marker', 'container:exit-143'],
    ['Process exited with status 143', 'marker', 'container:exit-143'],
    ['heroku 上的应用 Process exited with status 143 是什么错误', 'marker', 'container:exit-143'],
    ['exit status 137', 'marker', 'container:exit-137'],
    ['Exited (137)', 'marker', 'container:exit-137'],
    ['docker Exited (143) 2 minutes ago', 'marker', 'container:exit-143'],
    ['exited 137', 'marker', 'container:exit-137'],
    ['exitcode=137', 'marker', 'container:exit-137'],
    ['container code=143', 'marker', 'container:exit-143'],
    ['Main process exited, code=exited, status=143/n/a', 'marker', 'container:exit-143'],
    ['容器退出码 137', 'marker', 'container:exit-137'],
    ['进程退出码137', 'marker', 'container:exit-137'],
    ['退出代码 139', 'marker', 'container:exit-139'],
    ['docker 容器状态 Exited (137)', 'marker', 'container:exit-137'],
    ['exit status 255', 'marker', 'container:exit-status'],
    ['Process exited with status 2', 'marker', 'container:exit-status'],
    ['php-fpm exited with code 255, nginx 502', 'status', 'standard:502'],
  ])('%s is answered as %s', (text, kind, first) => {
    const answer = ask(text, locale);
    expect(answer.kind).toBe(kind);
    if (first) expect(answer.ids[0]).toBe(first);
  });

  it('is said to be a port, in any language that is asked for', () => {
    const { card } = ask('port 443', locale);
    const buttons = card.blocks.flatMap((block) => (block.type === 'actions' ? block.items : []));
    const other = buttons.find((one) => one.type === 'ask' && one.ask.locale !== locale);
    expect(other?.type === 'ask' && ask(other.ask.query, other.ask.locale).card.title).toMatch(
      /443 (?:is a port|在这里是端口)/,
    );
  });
});

describe('a language at the end', () => {
  it.each([
    ['502 zh', 'zh-CN'],
    ['502 zh-CN', 'zh-CN'],
    ['502 中文', 'zh-CN'],
    ['502中文', 'zh-CN'],
    ['502用中文', 'zh-CN'],
    ['502 en', 'en'],
    ['502 英文', 'en'],
    ['502 in English', 'en'],
    ['502 用英文。', 'en'],
    ['502 vs 504 zh', 'zh-CN'],
    ['page expired 中文', 'zh-CN'],
    ['中文', 'zh-CN'],
  ])('%s is answered in %s, whatever the asker reads', (text, locale) => {
    expect(ask(text, 'en').locale).toBe(locale);
    expect(ask(text, 'zh-CN').locale).toBe(locale);
  });
});

describe('what the answer takes no account of', () => {
  it.each([
    ['502 foo', '`foo`'],
    ['502 after 30 seconds', '`30`'],
    ['502 504 503 500 499 404', '`404`'],
    ['502 504 nginx', '`nginx`'],
    ['502 WAFs', '`WAFs`'],
    ['RFC6585 and RFC7725', '`RFC7725`'],
    ['nginx cloudflare', '`cloudflare`'],
    ['4xx 50x', '`50x`'],
    ['403.x 404.x', '`404.x`'],
    ['502 審計單位', '`審計單位`'],
    ['502 on #12', '`#12`'],
    ['rfc 9110 foo', '`foo`'],
    ['5xx errors in PROD', '`PROD`'],
  ])('of %s is named on the card', (text, part) => {
    expect(cardText(ask(text))).toContain(`Not taken into account: ${part}`);
  });

  it.each([
    '502',
    'HTTP/1.1 502 Bad Gateway',
    '502 网关错误 怎么办',
    'nginx 502',
    'what is the meaning of http status code 404 not found',
    '500到504',
    '520 至 526',
    '400还是422',
    '502咋回事',
    '有没有人知道 499',
    '504超时',
    '404页面',
    '阿里云 WAF 405',
    '503 可以重试吗',
    'can 503 be retried',
  ])('of %s is nothing', (text) => {
    expect(cardText(ask(text))).not.toContain('Not taken into account');
  });
});

it('names a code beside another that nobody has assigned', () => {
  expect(cardText(ask('502 vs 299'))).toContain('Not assigned, so left out: 299');
  expect(cardText(ask('502 504 299'))).toContain('Not assigned, so left out: 299');
});

it('says of a number in a comparison that HTTP does not know it', () => {
  expect(cardText(ask('502 vs 600'))).toContain('600 is no HTTP status code');
});

describe('a question about one fact of a code', () => {
  it.each([
    ['is 503 retryable', /^Retry: Later/],
    ['503 可以重试吗', /^Retry: Later/],
    ['can i retry a 504', /^Retry: Only idempotent requests/],
    ['301会缓存吗', /^Cacheable: heuristically/],
    ['is 429 cached', /^Cacheable: /],
    ['204 body', /^Content: /],
    ['301 请求方法会变吗', /^Method on redirect: /],
  ])('is answered right under the heading: %s', (text, fact) => {
    const [, first] = ask(text).card.blocks;
    expect(first).toMatchObject({ type: 'text', text: expect.stringMatching(fact) });
  });

  it.each(['304 响应头', '401 headers'])('gets the rules for header fields where it is about those: %s', (text) => {
    const [, first] = ask(text).card.blocks;
    expect(first).toMatchObject({ type: 'list', title: 'Header fields' });
  });
});

describe('a vendor without a meaning of its own', () => {
  it('has the one whose meaning is shown named, where it is not the standard', () => {
    expect(cardText(ask('nginx 523'))).toContain('nginx does not define 523; others do.');
    expect(cardText(ask('nginx 1020'))).toContain('nginx has no 1020 of its own; this one is from Cloudflare.');
  });

  it('has its sub-status codes named, with a button to them', () => {
    const answer = ask('iis 403');
    expect(cardText(answer)).toContain('IIS divides 403 into');
    expect(cardText(answer)).toContain('"query":"iis 403.x"');
  });

  it('gets everybody’s codes of a class in which it has none, and says so', () => {
    for (const text of ['caddy 1xx', 'caddy 403.x', 'caddy 100-103'])
      expect(cardText(ask(text))).toContain('Caddy has no codes of its own here');
    expect(cardText(ask('caddy 99'))).toContain('Caddy does not use the number either');
  });

  it('gets the general one, with a remark', () => {
    expect(cardText(ask('shopify 404'))).toContain('At Shopify, 404 has its standard meaning.');
  });

  it('has its own phrase named', () => {
    expect(cardText(ask('nginx 413'))).toContain('Request Entity Too Large');
  });
});

it('shows the parent of a sub-status that nobody documents, and says so', () => {
  const answer = ask('403.99');
  expect(answer.ids).toEqual(['standard:403']);
  expect(cardText(answer)).toContain('403.99 is not a documented sub-status');
});

it('lists what a vendor sends before what only its source mentions', () => {
  expect(ask('nginx').ids).toContain('nginx:494');
  expect(ask('haproxy').ids.every((id) => id.startsWith('standard:'))).toBe(true);
});

it.each(['网络读超时', 'network read timeout'])('gives no code without a source as the only answer: %s', (text) => {
  const { kind, ids } = ask(text);
  expect(ids[0]).toBe('unattributed:598');
  expect(kind).toBe('search');
});

it('says what 0 stands for, and what gRPC calls its number', () => {
  expect(cardText(ask('0'))).toContain('no response arrived');
  expect(cardText(ask('grpc 14'))).toContain('gRPC writes 503 as “UNAVAILABLE”');
});

it.each([
  ['999', 'outside 100–599'],
  ['cloudflare 1020', 'Cloudflare writes it into the body of its error pages'],
  ['aws 000', 'AWS Application Load Balancer writes it into its log only'],
])('remarks of %s that HTTP does not know it, and where it is seen', (text, remark) => {
  expect(cardText(ask(text))).toContain(remark);
});

it('takes text of more than 2,000 characters as a message', () => {
  expect(ask(`upstream said 502 ${'x '.repeat(1000)}`).kind).toBe('explain');
});
