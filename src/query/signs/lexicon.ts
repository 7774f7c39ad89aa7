// What words say of who, what and how: signs that together name a condition, in the words of `sameWords`.

/** Who does it. */
const SIDES = {
  backend:
    /\b(?:backend|apps?|applications?|apis?|services?|servers|proxy_?pass|proxypass|reverse_?proxy|prox(?:y|ies|ying|ied)|pool)\b|后端|接口|应用|反代|反向代理|转发|服务(?!器)|后面(?:接|是|跑|挂|还有)/,
  /** Stand for the software that is named. */
  proxy: /\btheproxy\b/,
  server: /\btheserver\b/,
  client:
    /\b(?:client|people|somebody|someone|scanners?|bots?|phones?|attackers?)\b|客户(?!端证书)|用户|有人|手机|对端/,
  appServer: /\b(?:gunicorn|uwsgi|php(?:-fpm)?|fpm|wsgi|puma|unicorn|celery)\b|\bworkers?\b|子进程/,
  all: /\b(?:all|every|each|no (?:\w+ )?(?:healthy|available|alive|live|usable|working)|whole|entire|both)\b|全部|[全都]|所有|没有?一[台个]|一[台个]都|没(?:有)?(?:可用|健康|活着)|每[台个]/,
  oneOfTwo:
    /\b(?:one|1|first|primary|either) (?:of (?:(?:the|my|our|its) )?(?:two|2|both|them|several)|(?:backend|node|server|instance|replica)s?\b)|\b(?:two|2|second|other|another|next|pair of|both)\b.{0,30}\b(?:backend|servers?|nodes?|instances?|replicas?|one)\b|fail ?over|\bone is (?:down|dead)|[两2二](?:[台个]|组)|(?:挂|坏|死|停|有)了?一[台个]|其中一[台个]|另一台|故障转移|切换?到/,
} as const;

/** What happens. */
const EVENTS = {
  refuses: /\brefus(?:es|ed|al|ing|e)\b|econnrefused|拒绝连接|连接(?:被|遭)?拒|拒(?:绝)?了?连接|被拒/,
  down: /\b(?:is|are|was|were|went|goes|being|be|has|been|lost|backend|marked|process|service|server)\b.{0,24}\b(?:down|dead|off|stopped|offline|killed)\b|\b(?:backend|process|service|pool|app) (?:down|dead|stopped|offline)\b|\bno (?:yet )?(?:running|started?|listen(?:s|ing)?|up|come up|alive|live|process)\b|\b(?:no|before) .{0,20}\b(?:started|running|listening|listens)\b|\bnothing (?:is )?listen|\b(?:turned|switched) off\b|\brestart(?:s|ed|ing)?\b|\breboot(?:s|ed|ing)?\b|\bport\b.{0,12}\bclose[sd]\b|\bclosed port\b|\blost (?:its|the|our|a) backend|挂|宕|没(?:有)?(?:起|启动|运行|在运行|跑|监听|在监听)|起不来|停[了掉机止]|重启|没开|下线|端口.{0,4}(?:没开|关闭)|进程.{0,4}(?:没了|不在|退出)|全?是? ?down\b/,
  unhealthy:
    /\b(?:healthy|unhealthy|health ?-?checks?|checks|sick|marked down|ejected|available|alive|live|usable)\b|健康|摘[除掉]|\bsick\b|可用|活着|探活|不健康/,
  connects:
    /\bconnect(?:s|ed|ing|ions?|\(\))?\b|\bdial(?:s|ing)?\b|\bsyn\b|\btcp\b|handshake|\breach(?:es|ed|ing|able)?\b|三次握手|建连|连接|连(?=后端|到|上|不|源|过去|接)|到后端|握手/,
  unreachable:
    /\bunreachable\b|no (?:\w+ ){0,3}respon\w+ (?:\w+ ){0,3}(?:to|on) (?:connect\w*|syns?|tcp|pings?)|no route|etimedout|ehostunreach|enetunreach|black ?hol|\bswallow|\b(?:drop(?:s|ped|ping)?|los(?:es|t|ing)|filter(?:s|ed|ing)?|block(?:s|ed|ing)?|discard(?:s|ed)?|eat(?:s|en|ing)?) (?:\w+ ){0,3}(?:packets?|syns?|traffic)\b|\b(?:packets?|syns?|traffic)\b.{0,24}\b(?:drop|lost|filter|block|discard|swallow|vanish)|firewall|security ?group|network acl|iptables|不可达|安全组|防火墙|没放[行通开]|没开放|丢包|包.{0,6}丢|网络不通|不通|连不通|白名单/,
  timeout: /\btimeout\b|超时|超过.{0,12}timeout/,
  waits:
    /\b(?:hangs?|hung|hanging|stuck|unresponsive|silent|sleeps?|forever|freez(?:e|es|ing)|froze|frozen|stall(?:s|ed|ing)?|deadlock(?:ed)?|too long|ages|minutes|seconds|hours|slow|wait(?:s|ed|ing)?|long (?:running|report|query)|\d+ ?(?:s|sec|secs|min|mins))\b|no (?:\w+ ){0,3}respon|no (?:\w+ ){0,2}(?:sends?|says?|returns?|comes?)|says no|没响应|卡|没返回|没(?:有)?反应|迟迟|不(?:回|返回|响应|吭声|动)|慢|太久|半天|[分秒]钟|\d+ ?[秒分]|[等跑查算](?:了|很|太|好)|一直(?:没|连)|死锁|假死|无响应|没结果|没出结果/,
  awaits:
    /\bwait(?:s|ed|ing)?\b.{0,20}\b(?:for(?:ever)?|long|minutes|hours)\b|\bgave up waiting|等(?:了|很久|太久|不及|半天|到)|一直等/,
  closes:
    /\bclos(?:es?|ed|ing)\b|\beof\b|\bdrop(?:s|ped)? (?:the|our|its|a) connection|\bdrop(?:s|ped)\b|\bend(?:s|ed) the connection|\bepipe\b|broken pipe|断|关闭|关(?=连接)|掐|挂断/,
  resets: /\breset\b|econnreset|重置|\brst\b/,
  dies: /\b(?:crash(?:es|ed|ing)?|die[sd]?|dying|segfault(?:s|ed|ing)?|cores?|coredump(?:s|ed)?|blows? up|blew up|goes away|went away|disappear(?:s|ed))\b|崩|挂|死[了掉]|段错误|core ?dump|退出/,
  killed:
    /\bkilled\b|\boom\b|out of memory|\bsig ?(?:kill|segv|term)\b|signal 9|segfault|段错误|被(?:系统)?(?:杀|干)|杀[掉了死]|kill|内存(?:爆|超|溢|不足|不够|用完)/,
  throws:
    /\bthrows\b|\bexceptions?\b|\buncaught\b|\bunhandled\b|\btrace ?back\b|\bpanic(?:s|ked|king)?\b|fatal|syntax ?error|runtime ?error|type ?error|key ?error|null ?pointer|\bnpe\b|\bundefined\b|division by zero|\bbug in\b|抛|异常|空指针|除零|除以零|语法错误|代码(?:报错|有错|出错|bug)|(?:中间件|脚本|程序|代码|路由|handler|视图).{0,6}(?:报错|出错|错误)/,
  midway:
    /\b(?:midway|mid-?\w*|half ?-?way|halfway|middle|half|part(?:ial(?:ly)?)?|partway|truncated?|incomplete|unfinished|short of|cut (?:off|short)|streamed|stream(?:ing)?)\b|after (?:a few|some|\d+|several) (?:mb|megabytes|kb|bytes|chunks|seconds of)|while (?:it )?(?:was |is )?(?:sending|streaming|downloading|transferring)|一半|半截|中途|半路|[传发吐输下载收]着[传发吐输下载收]着|没(?:发|传|下|收|载)(?:送|载)?完|截断|不完整|流式|半拉/,
  stalls:
    /\b(?:stalls?|stalled|stops sending|stopped sending|freezes|hangs|stuck|goes silent|silent|pauses?|no more)\b|卡|停住|不动|停了|没(?:有)?后续|没下文/,
  first:
    /no (?:\w+ ){0,3}(?:respon|reply|answer|header|byte)|\bbefore (?:any|the|a|it|sending|response|answer|one|first|single)|\bempty\b|premature|prematurely|\beof\b|\bimmediately\b|right after|just (?:read|after)|啥也没|什么[都也]没|什么没|一个字(?:节)?[都也]?没|空响应|直接|没(?:有)?响应|没(?:有)?返回|没回|没给|刚(?:读|收)|[读收]完请求/,
  idle: /\bkeep alive\b|\bidle\b|\breus(?:es?|ed|ing)\b|\bpool(?:ed|ing)\b|\bstale\b|\bpersistent\b|\bkept(?:-| )(?:alive|open)\b|\bold connection|长连接|复用|空闲|连接池|闲置/,
  full: /\b(?:full|exhausted|saturated|maxed|reached|exceed(?:s|ed|ing)?|busy|over(?:flow(?:s|ed|ing)?|loaded)?|hit(?:s|ting)?|limit(?:s|ed)?|used up|ran out|run out|out of|no (?:\w+ )?(?:free|slots?|room|left))\b|满|耗尽|用完|用光|上限|超[过出了限]|不够|都(?:在忙|忙)|占满|没(?:有)?空闲|爆[了满]/,
  large:
    /\b(?:large|big|huge|giant|enormous|long|oversized?|too (?:large|big|long|much)|over|exceed(?:s|ed|ing)?|thousands|massive|overflow(?:s|ed)?|gigantic|fat|way too|limit)\b|太[大长多]|[很超过特]大|[很超特好]长|[太特]别[大长]|超[过出长大限了]|限制|巨大|巨长|一大堆|不够|塞(?:了)?(?:太多|满|一堆)|种太多|几千|上万|一万/,
  no: /\bno\b|\bmiss(?:es|ing)\b|\bempty\b|\bforg[eo]t(?:s|ten)?\b|\black(?:s|ing)?\b|\bomit(?:s|ted|ting)?\b|\bleft out\b|\bleaves out\b|没|不[带写含加有]|[忘缺少漏]|无|空的/,
  unknown:
    /\b(?:unknown|invented|made[- ]up|bogus|non-?existent|inexistent|no (?:\w+ )?(?:exist|known|such|real)|unsupported|no support|invalid|weird|random|fake|strange|custom|nonsense|imaginary|bad|wrong|unrecogni[sz]ed|foreign|exotic|like (?:foo|bar|blah))\b|乱[编写来填打]|瞎[编写填]|胡[编写乱]|自己(?:编|写|造|定义|瞎)|自定义|不存在|不认识|不支持|没(?:有)?(?:这种|这个|见过|听过)|未知|奇怪|非法|无效|编的|随便写/,
  twice: /\b(?:two|2|twice|double|duplicate[ds]?|second|several|both)\b|[两2二](?:个|次|遍|种)|重复|俩|多个/,
  mismatch:
    /\b(?:mismatch(?:es|ed)?|differ(?:s|ent)?|no (?:\w+ )?(?:match(?:es|ing)?|agree|fit)|another|wrong|other|no longer|changed|old|stale|outdated)\b|不匹配|不对|不同|别的|不等|[变改]了|旧的?|过期/,
} as const;

/** What it is about. */
const THINGS = {
  name: /\b(?:dns|domains?|host ?names?|name|names|nxdomain|resolv(?:es?|ed|ing|er|able)|unresolvable|resolution|host)\b|域名|主机名|解析/,
  unresolved:
    /\bno (?:\w+ ){0,3}(?:resolv\w*|exists?|found|lookup|looked|known|registered|dns|record)\b|\bunresolv\w+|\b(?:resol\w+|dns|lookup|name)\b.{0,24}\b(?:fails?|failed|failing|failure|error|broken|servfail|nxdomain|gone|vanished)\b|\b(?:fails?|failed|failing|failure) to resolve\b|nxdomain|enotfound|servfail|\bno such (?:host|domain|name)|\bunknown host|\btypo\b|misspel|mistyped|解析(?:失败|不|出错|错误|没)|查不|不存在|没(?:有)?(?:解析|记录|注册)|写错|拼错|打错|找不到/,
  certificate: /\bcertificate\b|证书|\bx509\b/,
  ownCertificate: /client certificate|客户端证书|mtls|双向/,
  expired:
    /\bexpir(?:es|ed|y|ing|e)\b|\bran out\b|\bruns out\b|\bno longer valid|no valid (?:any ?more|since)|\bout of date|\boutdated\b|\blapsed\b|过期|失效|没续|过了有效期/,
  untrusted:
    /\bself ?signed\b|selfsigned|\buntrusted\b|\bno (?:\w+ ){0,3}trust(?:ed|s|worthy)?\b|\b(?:unknown|private|internal|own|corporate|company|custom|in-house|other) (?:root )?(?:ca|authority|issuer)\b|\b(?:unable|fail\w*|no) (?:to )?(?:\w+ ){0,2}verif\w*|\bverif\w+ (?:fail\w*|error)|unknown authority|trust store|no signed by|自签|没(?:有)?信任|不(?:被|受)?信任|不可信|私有 ?ca|内部 ?(?:的 ?)?ca|自建 ?(?:的 ?)?ca|内网 ?ca|未知(?:的)? ?ca|校验(?:失败|不过)|验证失败/,
  wrongName:
    /\b(?:mismatch\w*|(?:for|of) (?:an?other|the wrong|a different|some other|the old) \w*|no (?:\w+ ){0,2}(?:match\w*|cover\w*|include\w*|contain\w*|list\w*)|wrong|different)\b|不匹配|对不|不对|不符|别的|其他|另一个|不包含|不含|没(?:包含|有)|不是/,
  header: /\b(?:headers?|header fields?|fields?)\b|首部|请求头|响应头|头部|(?<=[\u4e00-\u9fff ])头(?!像)/,
  cookie: /\bcookies?\b|\bjwt\b|\btokens?\b|\bauthorization\b/,
  response:
    /\bresponse\b|\bset-?cookies?\b|\bbackend\b.{0,24}\b(?:sends?|sent|sets?|returns?|returned)\b|\bfrom (?:the |a |its )?backend|响应|返回的|后端.{0,8}(?:返回|发|给|塞|种|回)/,
  request: /\brequests?\b|\bclient\b|\bsends?\b|请求|客户端|收到/,
  uri: /\b(?:uris?|urls?|query ?strings?|paths?|query|get parameters|address|links?)\b|网址|链接|地址|路径|查询串|参数/,
  body: /\b(?:body|bodies|payload|upload(?:s|ed|ing)?|post(?:s|ed|ing)?|content|attachments?|files?|videos?|images?|photos?|iso|zip)\b|请求体|上传|附件|视频|文件|图片|照片|表单|内容|响应体|安装包|镜像/,
  upload:
    /\b(?:upload(?:s|ed|ing)?|post(?:s|ed|ing)?|request body|sends? (?:us )?(?:a|an) \w+ ?(?:file|video|photo|body))\b|上传|请求体|表单|\bpost\b|提交|发(?:了)?(?:个)?[^ ]{0,6}文件|传(?:了)?(?:个)?[^ ]{0,12}(?:文件|视频|附件|图片|安装包)/,
  download:
    /\b(?:download(?:s|ed|ing|er)?|body|file|stream(?:s|ed|ing)?|page|content|data|video|response body)\b|下载|响应体|文件|流式|数据|视频|内容|输出/,
  chunk: /\bchunk(?:s|ed|ing)?\b|分块|chunk/,
  length: /\bcontent-?length\b|\blength\b|长度/,
  coding: /\btransfer-?encoding\b|传输编码/,
  contentCoding: /\bcontent-?encoding\b|\b(?:gzip(?:ped)?|brotli|zstd|deflate|compressed)\b|压缩/,
  host: /\bhost\b(?! ?names?\b)|\bhosts\b|主机头/,
  method: /\b(?:methods?|verbs?)\b|方法|动词|谓词/,
  lowercase: /\b(?:lower ?-?case(?:d)?|small letters)\b|小写/,
  version: /\bversions?\b|\bhttp\/(?:\d\.?\d?|x)\b|版本/,
  range:
    /\branges?\b|\bresum(?:e[sd]?|ing)\b|\bbytes? ?(?:offsets?|positions?|past|beyond)\b|断点|续传|分段|多段|\brange\b|范围/,
  beyond:
    /\b(?:beyond|past|outside|after the end|over|exceed(?:s|ed|ing)?|out of (?:range|bounds)|bigger|larger|end of (?:the )?file|off the end)\b|超[过出了]|越界|末尾|大于|之后|外/,
  many: /\b(?:many|several|multiple|more than one|six|lots? of|hundreds?|overlapping|too many|two|three|five|ten)\b|多[个段条次]|好几|六|几[段个]|一堆|太多|许多|成百|几百/,
  unit: /\bunits?\b|单位/,
  tls: /\b(?:tls|https)\b|https/,
  plain: /\bhttp\b(?!s)|\bplain\b|明文|(?<!\d)80(?!\d)/,
  etag: /\be-?tags?\b/,
  ifMatch: /\bif-?match\b/,
  fileThing:
    /\b(?:files?|assets?|images?|pages?|html|static|css|js|resources?|txt|png|jpg|pdf)\b|文件|静态|页面|资源|图片/,
  folder: /\bfolder\b|目录/,
  index: /\bindex(?:\.\w+|es)?\b|首页|默认页|列目录|目录列表|列表/,
  slash: /\bslash(?:es)?\b|斜杠/,
  unreadable:
    /\b(?:permissions?|eacces|unreadable|no (?:\w+ )?(?:readable|read|allowed to read|access)|chmod|selinux|owned by|owner)\b|没读权限|权限|chmod|属主|selinux|读不/,
  secret:
    /\b(?:passwords?|credentials?|log ?-?in|logins?|basic ?-?auth|auth(?:_basic|entication|enticate)?|htpasswd|htaccess|user ?names?|logged)\b|密码|口令|账号|凭证|凭据|认证|登录|鉴权/,
  protectedPage:
    /\b(?:protected|behind|basic ?-?auth|auth_basic|htpasswd|htaccess|password[- ]protected|restricted)\b|保护|受限|需要(?:密码|登录|认证)|\bbasic\b|基本认证|认证/,
  wrong: /\b(?:wrong|bad|incorrect|invalid|mistyped|typo|mismatch\w*|false|old)\b|错|不对|不匹配|不正确/,
  status: /\bstatus(?: line)?\b|状态[行码]/,
  notHttp:
    /\b(?:garbage|binary|gibberish|rubbish|no (?:\w+ ){0,3}http|malformed|nonsense|(?:ssh|smtp|redis|mysql|ftp|telnet|postgres\w*|mongo\w*|database|grpc) (?:ports?|server|daemon|listener|instance)|random bytes|junk|raw (?:tcp|bytes))\b|乱码|垃圾|二进制|不是 ?http|不是网页|非 ?http|(?:redis|mysql|ssh|数据库|ftp)(?:服务)?(?:的)? ?端口|(?:接了|指到|连到|打到|是)(?:了|一)?个? ?(?:redis|mysql|ssh|数据库|ftp)/,
  space: /\bspaces?\b|空格/,
  percent: /%|\bpercent\b|百分号|转义|\bescap(?:es?|ed|ing)\b|url ?编码/,
  silentClient:
    /\b(?:no (?:\w+ ){0,3}(?:send|sends|sent|say|says|write|writes|writing|request|data|bytes?)|says no|idle|silent|sends no)\b|什么[都也]?[不没]发|不发(?:请求|数据|东西)?|没发|一声不吭|不说话/,
  slowSends:
    /\b(?:slow|dribbl\w*|one byte|byte by byte|bit by bit|crawl\w*|stops? (?:sending|halfway)|stall\w*|poor|bad (?:network|connection|signal))\b|慢|龟速|一个字节|卡|挤牙膏|没数据|停住|弱网|网络(?:差|不好)/,
  rate: /\brate ?-?limit\w*|\b(?:requests?|hits) (?:per|a) (?:second|minute)|\bthrottl\w+|\brps\b|\bqps\b|\bburst\b|限流|限速|频率|每秒|速率/,
  connections: /\bconnections?\b|连接|并发/,
  worker: /\b(?:workers?|threads?|slots?|process(?:es)?|child(?:ren)?|pool)\b|worker|线程|进程|子进程/,
  queue: /\b(?:queues?|queued|backlog|maxconn|maxqueue|pending)\b|队列|排队|maxconn/,
  leaves:
    /\b(?:leaves?|left|gone|goes away|walks? away|gives? up|gave up|cancel(?:s|led|ed|ling)?|abort(?:s|ed|ing)?|navigates? away|clos(?:es?|ed|ing)|refresh(?:es|ed|ing)?|reload(?:s|ed|ing)?|hits? (?:stop|escape)|press(?:es|ed)? stop|stop(?:s|ped)? (?:waiting|loading)|impatient|quits?|timeout|bails?|aborts|killed)\b|关[了掉闭]|断|取消|刷新|不等|等不[及到了]|没等|离开|走了|中断|切后台|退出|主动/,
  earlyAnswer:
    /\bbefore\b.{0,30}\b(?:body|upload|all|whole|everything|finished|complete|read)\b|\bearly\b|没(?:收|读|传)完.{0,8}(?:就|已)|提前(?:返回|响应)/,
} as const;

export const SIGNS = { ...SIDES, ...EVENTS, ...THINGS } as const;

export type Sign = keyof typeof SIGNS;

/** An origin or a worker may be some vendor's. */
export function saysBackend(text: string): boolean {
  return /\b(?:backend|upstream)s?\b|后端|上游/.test(text);
}
