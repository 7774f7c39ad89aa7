// The words beside a number that speak for or against it being a status code.

/**
 * `proof` makes the number a status code whatever else stands there, `hint` unless something speaks against it,
 * `contrary` says that it counts or names something else. `open` is nothing, or words that may stand beside a code;
 * `other` is a word that says nothing either way.
 */
export type Sign = 'proof' | 'hint' | 'open' | 'other' | 'contrary';

/** A word before the number. `skip` looks at the word before that one. */
export const WORDS_BEFORE: ReadonlyMap<string, Sign | 'skip'> = new Map([
  ...all('proof', 'http https httpstatus status statuses statuscode code codes'),
  ...all(
    'hint',
    `5xx 4xx 3xx 2xx error errors err errored resp response responses responded responding responds respond replied replies reply
    returned returns return returning answered answers answering got gotten get gets getting receive received receives
    receiving threw throw throws thrown throwing see seeing saw seen sees hit hits hitting give gives gave given giving
    serve serves served serving with failed fails failing completed rejected raised raises raising caught emitted emits expected assert asserting
    shows showing showed spewing throwing sent coming comes came resulted sporadic intermittent occasional
    random constant persistent frequent repeated many multiple several numerous endless lots plenty tons spiking
    nginx apache httpd haproxy envoy iis cloudflare cf cloudfront akamai fastly traefik caddy istio ingress alb elb
    gateway upstream backend proxy origin cdn varnish squid kong api endpoint curl wget httperror unexpected`,
  ),
  ...all(
    'skip',
    `a an the this that these those some any no more is are was were be been being it's its as then just now also only still
    again always sometimes constantly continuously intermittently randomly suddenly sporadically occasionally mostly
    mainly all even another my our your their his her back out up like and or either both equal equals
    internal plain generic weird strange new old same first me us you them him it he she i'm we're they're
    actual instead unexpectedly immediately eventually consistently frequently repeatedly`,
  ),
  ...all(
    'contrary',
    `port ports stream streams len line lines row rows room rooms suite apt apartment floor unit building house street road route highway
    flight bus train gate seat table desk chapter section pages paragraph article verse book volume vol issue
    issues ticket tickets pr bug story task job build release rev revision version ver v ws id ids pid tid uid gid ppid
    process thread worker goroutine fiber user users customer account order orders invoice item items sku
    product part model serial no nr num number numbers count counts total totals sum size length width height depth
    weight age score rank level step stage phase round iteration attempt attempts try index idx offset position pos
    column col columns char character byte bytes bit bits node shard partition replica slot vlan queue channel ext
    extension phone tel fax zip postal area price prices cost costs costing paid pay pays worth budget salary usd eur
    gbp cny rmb took take takes taking elapsed duration latency delay timeout timeouts waited wait waits sleep slept
    within every last past next top fortune over under above below around approximately approx roughly about nearly
    almost exactly than max maximum min minimum limit limits threshold quota capacity average avg mean median p50 p75
    p90 p95 p99 p999 ttl interval period uptime memory heap ram cpu rps qps tps lasted reached exceeds exceeded
    exceeding processed inserted deleted updated fetched loaded imported exported scanned wrote read copied skipped
    indexed found affected remaining counted sold earned spent bought weighs ran created closed opened merged module
    retry-after day days hour hours minute minutes second seconds week month year years percent percentile signal errno
    exit exited km miles kb mb gb tb listening listen bind binding team player season episode rfc pep iso ean isbn lot batch chunk frame packet seq sequence key record records`,
  ),
]);

/** Words before a preposition that leads to a code: `a spike in 502`, `lots of 504`, `retry on 503`. */
export const LINKS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'of',
    set('status lots lot bunch ton tons spike spikes wave flood burst series handful rate load loads plenty kind'),
  ],
  ['in', set('resulted results resulting ended ends ending spike spikes increase uptick rise surge jump')],
  ['on', set('retry retries retrying retried alert alerts alerting fail fails failing failover based')],
  ['to', set('changed changes switched switches mapped maps translated translates due')],
  ['from', set('changed went goes switched recovered recovering')],
  ['for', set('alert alerts alerting retry retries threshold')],
  ['by', set('followed caused')],
]);

/** What makes the word `code` or `status` one of another kind: `exit code 137`, `area code 502`. */
export const OTHER_CODE =
  /\b(?:exit|exits|exited|area|zip|country|postal|dialing|promo|coupon|discount|voucher|product|dress|qr|key|char|close|sql|grpc|signal)(?:s|ed)?[ -](?:with )?(?:the )?(?:status |return |error )?(?:status|code)\W*$/i;

/** What makes `error 104` one of another kind. */
export const OTHER_ERROR =
  /\b(?:os|socket|system|win32|win|windows|sql|mysql|mariadb|postgres|oracle|ssl|tls|dns|smtp|ldap|odbc|ora|errno|compile[rd]?|websocket|ws)[ -](?:error|err)(?: code)?\W*$/i;

/** A word after the number: `hint` for what is said of codes, `contrary` for what is counted or measured. */
export const WORDS_AFTER: ReadonlyMap<string, Sign> = new Map([
  ...all(
    'hint',
    'error errors err response responses status statuses code codes spike spikes timeout timeouts reply rate rates burst',
  ),
  ...all(
    'open',
    `from on for in at when after before since while whenever during because but and or if as is was are were be being
    been has have had with without by via into through to again now today yesterday tonight here there everywhere
    intermittently sometimes sporadically randomly constantly consistently only instead not then so that which who until
    behind across over vs though too still please pls plz any all just what why how this it we i you they the a an my our
    your their its can could should will would does do did keeps means happens happened appears appeared shows came
    comes coming starting started reading returned late lately again anyone due despite always never every most many
    rather yes no lol wtf ugh omg once within under against upon itself page`,
  ),
  ...all(
    'contrary',
    `ms s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months year
    years ns us µs kb mb gb tb kib mib gib b byte bytes bit bits px pt em rem fps rpm rps qps tps hz khz mhz ghz w kw v
    mv ma m km cm mm kg g lb lbs oz ft mi mph kmh usd eur gbp cny rmb jpy dollar dollars euro euros yuan million
    billion thousand hundred k percent pct per of out total ago more fewer less times am pm st nd rd th people men women
    children person user row item record file word line customer order request query message event iteration retry
    connection thread character people's x unique different distinct new concurrent active additional extra feet inch
    data info feedback staff odd plus points`,
  ),
]);

/** Words in -s that are no counted things: `502 across all regions`. */
const NOT_COUNTED = set(
  `this was has does always sometimes yes perhaps towards afterwards besides whereas nginx keeps means happens appears
  shows comes occurs persists disappears goes stops starts spikes seems looks errors responses codes statuses kubernetes
  aws https dns cors ios macos docs sales news`,
);

/** Whether a word after a number is a plural that it counts: `500 active users`. */
export function isCounted(word: string): boolean {
  return word.length > 2 && word.endsWith('s') && !/[sui]s$/.test(word) && !NOT_COUNTED.has(word);
}

export const HTTP_METHOD = /(?:^|\W)(?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS|CONNECT|TRACE|PURGE|PROPFIND|REPORT)\s+$/;

/** Talk of HTTP near a number that is otherwise undecided. Round numbers are amounts too often: they need more. */
export const HTTP_TALK =
  /https?\b|nginx|gateway|upstream|prox(?:y|ied)|ingress|cloudflare|\bcdn\b|balancer|haproxy|envoy|apache|\biis\b|endpoint|\bapi\b|request|response|status|\berrors?\b|fail|time[ds]? ?-?out|outage|\bdown\b|retr(?:y|ies)|\burls?\b|\bcurl\b|browser|webhook|backend|frontend|\blogin\b|deploy|rollback|[45]xx|网关|網關|接口|请求|报错|超时|上游|服务|访问|网页|页面|网站|线上|告警|故障|返回|状态码|错误|异常|回源|域名|发版/i;
export const HTTP_TALK_STRICT = /https?\b(?!:\/\/)|nginx|gateway|upstream|endpoint|status|[45]xx|网关|报错|状态码/i;

export const HAN_BEFORE: readonly (readonly [Sign, RegExp])[] = [
  [
    'proof',
    /(?:状态码|狀態碼|状态代码|返回码|响应码|返回代码|响应代码|错误码|错误代码|响应状态|返回状态|状态)(?:为|是|都是|全是|变成|变为|返回)?$/,
  ],
  [
    'hint',
    /(?:返回|返|回傳|报|報|報錯|請求|錯誤|網關|报出|报错|回调|出错|出问题|抛|抛出|响应|出现|收到|遇到|遇见|提示|显示|全是|都是|如果是|若是|就是|不是|变成|变为|爆|吐|给了|接口|网关|请求|网站|页面|服务|服务器|访问|打开|上游|后端|源站|回源|首页|线上|偶发|偶尔|大量|很多|好多|一堆|错误|异常|直接|频繁|疯狂|老是|总是|一直|看到|碰到|出|又|还|还是|全|回|跳|突然)(?:了|的|个|是|过|着|到|一个|一堆|很多|大量)?$/,
  ],
  [
    'contrary',
    /(?:并发|任务|实例|设备|主机|店铺|商户|电梯|批次|工单|流水|渠道|门店|机柜|机房|会议室|作业|班次|数量|总数|个数|次数|人数|数|耗时|用时|时长|时间|延迟|大小|端口|编号|订单|单号|号|价格|金额|房间|房|第|版本|内存|字节|长度|剩余|排名|页|序号|超过|超出|大约|大概|约|近|将近|花了|花费|用了|等了|达到|涨到|降到|升到|到了|至少|最多|不到|低于|高于|共|总共|一共|合计|电话|分机|门牌|阈值|上限|限额|配额|进程|线程|用户|路线|航班|公交|行|列|值|率|量|价|卖|买|付|欠|额)(?:为|是|有|了)?$/,
  ],
];

export const HAN_AFTER: readonly (readonly [Sign, RegExp])[] = [
  [
    'hint',
    /^(?:的)?(?:了|啦|占比|比例|特别多|越来越多|飙|激增|增多|变多|频发|频繁|錯誤|報錯|超時|错误|报错|出错|错|异常|超时|状态|响应|问题|告警|报警|码|页面|页(?!数))/,
  ],
  [
    'contrary',
    /^(?:个(?!别|例)|次(?!数)|条(?!件)|元|块|人|毫秒|微秒|秒|分(?![析布别类])|小时|天(?!天)|年|月|号|行|台|万|千|百|亿|倍|度|米|公里|岁|名|位(?!置)|件|份|页|字(?!段)|兆|用户|线程|端口|余|左右|以上|以下|以内|张|家|只(?![有是在能会])|本(?![地来身次])|斤|克|层|楼|室|房|路(?![径由])|套|组(?!件)|批(?!量)|笔|单(?![独个点])|款|美元|美金|刀|多(?=[个人次条元块万台名位])|几|并发|请求数)/,
  ],
];

function all(sign: 'proof' | 'hint' | 'open' | 'contrary' | 'skip', words: string): [string, Sign][] {
  return words.split(/\s+/).map((word) => [word, sign as Sign]);
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
