// What it is about.
import { sign } from './sign.ts';

export const THINGS = {
  name: sign`dns|domains?|host ?names?|name|names|nxdomain|resolv(?:es?|ed|ing|er|able)|unresolvable|resolution|host
    ~ 域名|主机名|(?:域名|主机|后端|地址).{0,6}解析|^ *解析|dns|host`,
  unresolved: sign`no (?:\w+ ){0,3}(?:resolv\w*|exists?|found|lookup|looked|known|registered|dns|record)|unresolv\w+|
    (?:resol\w+|dns|lookup|names?)(?: \w+){0,4} (?:fails?|failed|failing|failure|error|broken|servfail|nxdomain|gone|vanished)|
    (?:fails?|failed|failing|failure) to resolve|nxdomain|enotfound|servfail|no such (?:host|domain|name)|unknown host|
    typos?|misspel\w*|mistyped
    ~ 解析(?:失败|不|出错|错误|没)|(?<!检)查不|不存在|没(?:解析|记录|注册)|写错|拼错|打错|找不到|nxdomain`,
  certificate: sign`certificate|x509 ~ 证书`,
  ownCertificate: sign`client certificate|mtls ~ 客户端证书|双向`,
  expired: sign`expir(?:es|ed|y|ing|e)|ran out|runs out|no longer valid|no valid (?:any ?more|since)|out of date|outdated|lapsed|
    past its (?:end )?date|no(?: been)? renewed|forgot to renew ~ 过期|失效|没续|忘了?续|过了有效期`,
  untrusted: sign`self ?signed|selfsigned|untrusted|no (?:\w+ ){0,3}trust(?:ed|s|worthy|store)?|
    (?:unknown|private|internal|own|corporate|company|custom|in-house|other|home-?made|staging) (?:root )?(?:ca|authority|issuer|cas)|
    unable to (?:\w+ ){0,2}verif\w*|fail\w* (?:to )?verif\w*|verif\w+ (?:fail\w*|error)|unknown authority|trust store|no signed by|
    missing intermediate|incomplete chain|intermediate(?: certificate)?(?: is)? missing
    ~ 自签|不?(?:被|受|可)信|没信任|私有 ?ca|内部 ?(?:的 ?)?ca|自建 ?(?:的 ?)?ca|内网 ?ca|公司 ?ca|未知(?:的)? ?ca|校验(?:失败|不过|没过)|
    验证失败|中间证书|证书链`,
  wrongName: sign`mismatch\w*|(?:for|of|to) (?:an?other|the wrong|a different|some other|the old) \w*|
    no (?:\w+ ){0,2}(?:match\w*|cover\w*|include\w*|contain\w*|list\w*)|wrong|different|issued for|belongs to
    ~ 不匹配|对不|不对|不符|别的|其他|另一个|不包含|不含|没(?:包含|有)|不是|签给|配错`,
  /** In general. */
  invalid: sign`wrong|bad|incorrect|invalid|broken|no (?:ok|good|valid|right|correct)|faulty|(?:problem|error|issue|trouble|fail)\w*
    ~ 不对|有问题|出问题|有毛病|不正确|错误|出错|无效|非法|不合法|不行|坏`,
  header: sign`headers?|header fields?|fields? ~ 首部|请求头|响应头|头部|(?<=[\u4e00-\u9fffa-z ])头(?!像)|header`,
  cookie: sign`cookies?|jwt|tokens?|authorization ~ cookie|token|jwt`,
  response: sign`response|set-?cookies?|backend(?: \w+){0,4} (?:sends?|sent|sets?|returns?|returned|emits?)|from (?:the |a |its )?backend
    ~ 响应|返回的|后端.{0,8}(?:返回|发|给|塞|种|回)|set-cookie`,
  request: sign`requests?|client|sends? ~ 请求|客户端|收到`,
  uri: sign`uris?|urls?|query ?strings?|paths?|query|get parameters|address|links? ~ 网址|链接|地址|路径|查询串|参数|url|uri`,
  body: sign`body|bodies|payload|upload(?:s|ed|ing)?|post(?:s|ed|ing)?|content|attachments?|files?|videos?|images?|photos?|iso|zip|backup
    ~ 请求体|上传|附件|视频|文件|图片|照片|表单|内容|响应体|安装包|镜像|body`,
  upload: sign`upload(?:s|ed|ing)?|uploader|attachments?|post(?:s|ed|ing)?|request body|sends? (?:us )?(?:a|an) \w+ ?(?:file|video|photo|body)|
    attach(?:es|ed|ing)? (?:a|an) \w+|(?:posts?|sends?|receives?|gets?|request|incoming) (?:\w+ )?json
    ~ 上传|(?:收到|发来?|传|提交)的? ?json|请求体|表单|post|提交|发(?:了)?(?:个)?[^ ]{0,6}文件|传(?:了)?(?:个)?.{0,12}(?:文件|视频|附件|图片|安装包|照片)`,
  download: sign`download(?:s|ed|ing|er)?|body|file|stream(?:s|ed|ing)?|page|content|data|video|export|transfer
    ~ 下载|响应体|文件|流式|数据|视频|内容|输出`,
  chunk: sign`chunk(?:s|ed|ing)? ~ 分块|块(?=长度|大小)|chunk`,
  length: sign`content-?length|length ~ 长度|content-length`,
  negative: sign`negative|minus|below zero ~ 负|-\d`,
  notNumber: sign`letters?|no (?:a )?(?:number|numeric|digits?)|abc|words?|text ~ 不是数字|字母|非数字|abc`,
  coding: sign`transfer-?encoding ~ 传输编码|transfer-encoding`,
  contentCoding: sign`content-?encoding|gzip(?:ped)?|brotli|zstd|deflate|compressed ~ 压缩|content-encoding`,
  http10: sign`http\/? ?1\.0|old client|health check ~ http\/? ?1\.0|健康检查|老客户端`,
  host: sign`host(?! ?names?)|hosts ~ 主机头|host`,
  sni: sign`sni ~ sni`,
  expect: sign`expect|100-?continue ~ expect|100-continue`,
  method: sign`methods?|verbs?|-x ~ 方法|动词|谓词`,
  put: sign`put|puts ~ (?<![a-z])put(?![a-z])`,
  delete: sign`delete|deletes ~ (?<![a-z])delete(?![a-z])`,
  post: sign`post|posts|posted|posting ~ (?<![a-z])post(?![a-z])`,
  options: sign`options|preflight ~ options|预检`,
  trace: sign`(?<!stack |back |debug )trace(?! ?id) ~ trace(?!back)`,
  lowercase: sign`lower ?-?case(?:d)?|small letters ~ 小写`,
  version: sign`versions?(?! number)|http\/(?:\d\.?\d?|x) ~ 版本`,
  range: sign`ranges?|resum(?:e[sd]?|ing)|bytes? ?(?:offsets?|positions?|past|beyond)|download manager
    ~ 断点|续传|分段|多段|[几两三四五六]段|range|范围`,
  count: sign`count|number of ~ 个数|数量|条数|多少个`,
  unixSocket: sign`sock|unix socket|(?:socket|connection) file ~ sock(?!e)|套接字`,
  unit: sign`units? ~ 单位`,
  tls: sign`tls|https ~ https|tls`,
  plain: sign`http|plain ~ 明文`,
  etag: sign`e-?tags? ~ etag`,
  ifMatch: sign`if-?match ~ if-match`,
  unmodified: sign`if-?unmodified-?since ~ if-unmodified-since`,
  accept: sign`accept(?:-\w+)?(?: headers?| types?|:)|(?:in|fits?|satisfies|matches) (?:the )?accept ~ accept`,
  fileThing: sign`files?|assets?|images?|pictures?|pages?|html|static|css|js|resources?|txt|png|jpg|pdf|document
    ~ 文件|静态|页面|资源|图片|css|js|html`,
  folder: sign`folder ~ 目录`,
  index: sign`index(?:\.\w+|es)?|listing ~ 首页|默认页|列目录|目录列表|列表|index`,
  slash: sign`slash(?:es)? ~ 斜杠`,
  unreadable: sign`perm(?:ission)?s?|eacces|unreadable|no (?:\w+ )?(?:readable|read|allowed to read|access)|chmod|selinux|owned by|owner
    ~ 没读权限|权限|chmod|属主|selinux|读不`,
  secret: sign`passwords?|credentials?|log ?-?in|logins?|logging in|basic ?-?auth|auth(?:_basic|entication|enticate)?|htpasswd|htaccess|
    user ?names?|logged ~ 密码|口令|账号|凭证|凭据|认证|登录|鉴权|basic ?auth`,
  protectedPage: sign`protected|behind|basic ?-?auth|auth_basic|htpasswd|htaccess|password[- ]protected|restricted
    ~ 保护|受限|要(?:密码|登录|认证|账号)|basic|基本认证|认证`,
  notHttp: sign`garbage|binary|gibberish|rubbish|no (?:\w+ ){0,3}http|malformed|nonsense|
    (?:ssh|smtp|redis|mysql|ftp|telnet|postgres\w*|mongo\w*|database|grpc) (?:ports?|server|daemon|listener|instance)|
    port is (?:really |actually )?(?:an? )?(?:ssh|smtp|redis|mysql|ftp)|random bytes|junk|raw (?:tcp|bytes)
    ~ 乱码|乱七八糟|垃圾|二进制|不是 ?http(?!s)|不是网页|非 ?http|(?:redis|mysql|ssh|数据库|ftp)(?:服务)?(?:的)? ?端口|
    (?:接了|指到|连到|打到|是)(?:了|一)?个? ?(?:redis|mysql|ssh|数据库|ftp)`,
  space: sign`spaces? ~ 空格`,
  percent: sign`percent|escap(?:es?|ed|ing) ~ %|百分号|转义|url ?编码`,
  rate: sign`rate ?-?limit\w*|(?:requests?|hits) (?:per|a) (?:second|minute)|throttl\w+|rps|qps|burst
    ~ 限流|限速|频率|每秒|速率|qps`,
  connections: sign`connections? ~ 连接|并发`,
  worker: sign`workers?|threads?|slots?|process(?:es)?|child(?:ren)?|pool ~ worker|线程|进程|子进程`,
  queue: sign`queues?|queued|backlog|maxconn|maxqueue|pending ~ 队列|排队|maxconn`,
  retryAfter: sign`retry-?after ~ retry-after`,
  asksLogin: sign`401|www-authenticate|asks? for (?:authentication|credentials|a password|login) ~ 401|要求(?:认证|登录|密码)|www-authenticate`,
  sends503: sign`503 ~ 503`,
  earlyHints: sign`103|early hints ~ 103|early hints`,
  phrase: sign`reason phrase ~ 原因短语`,
  statusLine: sign`status ?line ~ 状态行`,
} as const;
