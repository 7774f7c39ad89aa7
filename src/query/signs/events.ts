// What happens.
import { sign } from './sign.ts';

export const EVENTS = {
  refuses: sign`refus(?:es|ed|al|ing|e)|econnrefused|reject(?:s|ed|ing)? (?:the |our |its )?(?:tcp )?connections?
    ~ 拒绝连接|连接(?:被|遭)?拒|拒(?:绝)?了?连接|被拒|拒连`,
  down: sign`(?:is|are|was|were|went|goes|being|be|has|been|lost|backend|marked|process|service|server|while|keeps?)
    (?: \w+){0,3} (?:down|dead|off|stopped|offline|killed|exited|terminated|gone)|
    (?:backend|process|service|pool|app|it) (?:down|dead|stopped|offline|died|exited|quit)|
    no (?:yet )?(?:running|start(?:s|ed)?|listen(?:s|ing)?|up|come up|alive|live|process|deployed|booted)|
    (?:no|before)(?: \w+){0,4} (?:started|running|listening|listens|booted|up)|nothing (?:is )?listen(?:s|ing)?|
    (?:turned|switched|powered|scaled) (?:off|down|to zero)|restart(?:s|ed|ing)?|reboot(?:s|ed|ing)?|
    (?:re)?deploy(?:s|ed|ing|ment)?|rollout|port(?: \w+){0,3} closes|port(?: \w+){0,3} closed|closed port|
    lost (?:its|the|our|a) backend|(?:is|was|are|were|been|being|server|service|host|process) closes(?: off)?|in error(?: state)?|boot(?:s|ing)
    ~ 挂|宕|没(?:有)?(?:起|启动|运行|在运行|跑|拉起)|没.{0,2}监听|起不来|启动失败|停[了掉机止服]|关机|(?:服务|进程|机器|主机|程序|实例)(?:也|都|被|已经)*关闭|重启|error ?状态|连不起来|没开|下线|
    重新?(?:发布|部署|上线)|[在正](?:发布|部署|发版|上线)|发版|端口.{0,4}(?:没开|关闭)|进程.{0,4}(?:没了|不在)|退出了?|(?:全|都)?是? ?down(?![a-z])`,
  /** Which takes its time. */
  restarts: sign`restart(?:s|ed|ing)?|reboot(?:s|ed|ing)?|re-?deploy(?:s|ed|ing)? ~ 重启|重新?(?:发布|部署|上线)`,
  unhealthy: sign`healthy|red|unhealthy|health ?-?checks?|checks|sick|marked down|ejected|available|alive|live|usable
    ~ 健康|摘[除掉]|[标变全]红|sick|可用|活着|探活|存活`,
  connects: sign`connect(?:s|ed|ing|ions?)?|connect\(\)|dial(?:s|ing)?|syn|tcp|handshakes?|reach(?:es|ed|ing|able)?
    ~ 三次握手|建连|连接|连(?=后端|到|上|不|源|过去|接|一)|到后端|握手|建立?连接`,
  unreachable: sign`unreachable|no (?:\w+ ){0,3}respon\w+ (?:\w+ ){0,3}(?:to|on) (?:connect\w*|syns?|tcp|pings?)|no route(?:d)?|
    no (?:\w+ )?(?:routed|routable|reachable)|etimedout|ehostunreach|enetunreach|black ?hol\w*|swallow\w*|
    (?:drop(?:s|ped|ping)?|los(?:es|t|ing)|filter(?:s|ed|ing)?|block(?:s|ed|ing)?|discard(?:s|ed)?|eat(?:s|en|ing)?)
    (?: \w+){0,3} (?:packets?|syns?|traffic)|(?:packets?|syns?|traffic)(?: \w+){0,4} (?:drop\w*|lost|filter\w*|block\w*|discard\w*|vanish\w*)|
    firewall(?:s|ed|ing)?|security ?groups?|network acl|iptables|(?:wrong|dead|unused) ip(?: address)?|powered off|vpn
    ~ 不可达|安全组|防火墙|没放[行通开]|没开放|丢包|包.{0,6}丢|网络不通|不通|白名单|路由|etimedout|ip ?(?:写|填|配)错`,
  connected: sign`accept(?:s|ed) (?:the |our |a )?(?:tcp )?connections?|connected|connects (?:fine|ok)|takes? the request|took the request ~ 连上(?:了|以后|之后|后|源站|后端)|能连上|连得上|收[到了]请求`,
  timeout: sign`timeout|time limit ~ 超时|时限|超过.{0,12}timeout`,
  waits: sign`hangs?|hung|hanging|stuck|unresponsive|silent|silence|quiet|sleep(?:s|ing)?|forever|freez(?:e|es|ing)|froze|frozen|
    stall(?:s|ed|ing)?|dead ?lock(?:s|ed)?|too long|ages|minutes?|seconds|hours?|slow|wait(?:s|ed|ing)?|
    long (?:running|report|query)|(?:infinite|endless) loop|blocked|locked|\d+ ?(?:s|sec|secs|mins?)|
    no (?:\w+ ){0,3}respon\w*|no (?:\w+ ){0,2}(?:send|says?|returns?|comes?|produces?|prints?|finish\w*)|says no
    ~ 没响应|卡|没返回|没(?:有)?反应|没动静|没声|迟迟|不(?:回|返回|响应|吭声|动|理)|慢|太久|很久|半天|[分秒]钟|\d+ ?[秒分]|小时|
    [等跑查算](?:了|很|太|好)|一直(?:没|连|收不到|等|转)|死锁|死循环|假死|阻塞|锁表|没结果|没出结果|收不到响应|转圈|锁住|出不来|断不开|才(?:出|吐|返回|有)`,
  awaits: sign`wait(?:s|ed|ing)?(?: \w+){0,3} (?:for(?:ever)?|long|minutes|hours)|gave up waiting
    ~ 等(?:了|很久|太久|不及|半天|到)|一直等`,
  closes: sign`clos(?:es?|ed|ing)|(?<!beyond |past |after )eof|drop(?:s|ped)?|(?:ends?|ended|killed|cuts?|aborts?|aborted) (?:the|our|its) connection|slams? the (?:door|connection)|epipe|broken pipe|
    (?:connection|it)(?: was| is| gets| got)? lost|lost (?:the )?connection|tears? down|terminat(?:es|ed) the connection|fin
    ~ 断|关闭|关(?=连接|了)|掐|fin(?![a-z])`,
  resets: sign`reset|econnreset|rst ~ 重置|rst|econnreset|reset`,
  dies: sign`crash(?:es|ed|ing)?|die[sd]?|dying|segfault(?:s|ed|ing)?|cores?|coredump(?:s|ed)?|blows? up|blew up|goes away|
    went away|disappear(?:s|ed)|exit(?:s|ed)|restarts? ~ 崩|挂|死[了掉]|段错误|core ?dump|退出|没了`,
  killed: sign`killed|oom|out of memory|sig ?(?:kill|segv|term)|signal \d+|segfault(?:s|ed)?
    ~ 段错误|信号 ?\d+|被.{0,12}(?:杀|干掉|kill)|杀[掉了死]|kill|内存(?:爆|超|溢|不足|不够|用完|限制)|oom`,
  throws: sign`throws|exceptions?|uncaught|unhandled|trace ?backs?|stack ?trace|panic(?:s|ked|king)?|fatal|syntax ?error|
    runtime ?error|type ?error|key ?error|null ?pointer\w*|npe|undefined|division by zero|bug in|rais(?:es|ed)|rejects with|rejections?
    ~ 抛|异常|空指针|除零|除以零|语法错误|代码(?:报错|有错|出错|bug)|(?:中间件|脚本|程序|代码|路由|handler|视图|函数).{0,6}(?:报错|出错|错误)|
    panic|traceback|fatal|exception`,
  midway: sign`midway|mid-?\w*|half ?-?way|halfway|middle|half|part(?:ial(?:ly)?)?|partway|truncated?|incomplete|unfinished|
    short of|cut (?:off|short)|streamed|stream(?:ing)?|(?:at|after) \d+ ?%|\d+ ?(?:%|percent)|
    (?:after|at) (?:about |around )?(?:a few|some|\d+|several) ?(?:mb|gb|megabytes|kb|bytes|chunks|seconds of)|
    (?:no|missing)(?: \w+){0,3} last chunk|ended early|ends early|during (?:the |a )?(?:download|transfer|response|body|stream)|before (?:the )?(?:body|end|download|transfer|it) (?:is|was|of)|
    while (?:it )?(?:was |is )?(?:sending|streaming|downloading|transferring)|only half|in (?:the|a) (?:chunked )?(?:response )?(?:body|header|chunk)
    ~ 一半|半截|中途|半路|[传发吐输下载收][着到][传发吐输下载收]?(?:着|\s?\d)|没(?:发|传|下|收|载|输)(?:送|载|出)?完|截断|不完整|流式|半拉|最后一[块个]|提前结束|\d+ ?%`,
  stalls: sign`stalls?|stalled|stops sending|stopped sending|freezes|froze|hangs|stuck|goes silent|silent|pauses?|no more|dries up
    ~ 卡|停住|不动|停了|没(?:有)?后续|没下文`,
  /** Before anything came. */
  first: sign`no (?:\w+ ){0,3}(?:respon\w*|reply|answer|header|bytes?)|
    before (?:any|the|a|it|sending|response|answer|one|first|single)|empty|premature|prematurely|(?<!beyond |past |after )eof|immediately|right after|as soon as|
    just (?:read|after)|zero bytes?|0 bytes?|no data
    ~ 啥[也都]没|什么[都也]没|什么没|[一零0]个?字(?:节)?[都也]?(?:没)?|空响应|直接|一(?:收|读|接|看)到|刚一|没响应|没返回|没回|没给|刚(?:读|收)|[读收]完请求`,
  /** Silence, unless something is said of how the connection ends. */
  noByte: sign`no (?:\w+ ){0,4}bytes?(?: \w+){0,4}|(?:first|single) byte(?: \w+){0,3} (?:no|timeout|late)|zero bytes?|time to first byte|
    (?:for|on) (?:the |a )?first byte ~ 首(?:个)?字节|第一个字节|[一零0半]个?字节.{0,4}(?:没|不)`,
  idle: sign`keep alive|idle|reus(?:es?|ed|ing)|pool(?:ed|ing)|stale|persistent|kept(?:-| )(?:alive|open)|old connection|unused connection|
    connection from the pool ~ 长连接|复用|空闲|连接池|闲置|[老旧]连接|keepalive|keep alive`,
  full: sign`full(?! gc)|exhausted|saturated|maxed|reached|exceed(?:s|ed|ing)?|busy|over(?:flow(?:s|ed|ing)?|loaded)?|hit(?:s|ting)?|
    limit(?:s|ed)?|used up|ran out|run out|out of|no (?:\w+ )?(?:free|slots?|room|left|spare|idle)|too many
    ~ 满|耗尽|用完|用光|上限|超[过出了限]|不够|都(?:在忙|忙)|占满|没空闲|爆[了满]|太多|占着`,
  large: sign`large|big|huge|giant|enormous|long|oversized?|too (?:large|big|long|much)|over|exceed(?:s|ed|ing)?|thousands|
    massive|overflow(?:s|ed)?|gigantic|fat|way too|limit|bloated|monster
    ~ 太[大长]|[很超过特好]大|[很超特好]长|[太特]别[大长]|超[过出长大限了]|限制|巨大|巨长|一大堆|不够|塞(?:了)?(?:太多|满|一堆)|种太多|几千|上万|一万`,
  no: sign`no|miss(?:es|ing)|empty|forg[eo]t(?:s|ten)?|lack(?:s|ing)?|omit(?:s|ted|ting)?|left out|leaves out|absent|stripped
    ~ 没|不[带写含加有]|[忘缺少漏]|无|空的`,
  absent: sign`no (?:\w+ ){0,3}(?:exists?|there|found|such)|missing|deleted|removed|gone|nonexistent|non-existent|renamed|absent|typo|misspel\w*
    ~ 不存在|删[掉了]|已经?删|被删|没了|找不到|没有(?:这|那)?个?|没找到|写错|拼错|改名|早就没|不在`,
  unknown: sign`unknown|invented|made[- ]up|bogus|non-?existent|inexistent|no (?:\w+ )?(?:exists?|known|such|real|supported)|
    unsupported|invalid|weird|random|fake|strange|custom|nonsense|imaginary|bad|wrong|unrecogni[sz]ed|foreign|exotic|
    (?:like |called )?(?:foo|bar|blah|brew|fetch|banana)|gibberish
    ~ 乱[编写来填打]|瞎[编写填]|胡[编写乱]|自己(?:编|写|造|定义|瞎)|自定义|不存在|不认识|不支持|没(?:这种|这个|见过|听过)|未知|奇怪|非法|无效|编的|随便写|不认`,
  twice: sign`two|2|twice|double|duplicate[ds]?|second|several|both ~ [两2二](?:个|次|遍|种)|重复|俩|多个`,
  mismatch: sign`mismatch(?:es|ed)?|differ(?:s|ent)?|no (?:\w+ )?(?:match(?:es|ing)?|agree|fit)|another|wrong|other|no longer|changed|
    old|stale|outdated ~ 不匹配|不对|不同|别的|不等|[变改]了|旧的?|过期`,
  wrong: sign`wrong|bad|incorrect|invalid|mistyped|typos?|mismatch\w*|false|old|corrupt(?:ed)?|broken|malformed|garbled|mangled|garbage
    ~ 错|不对|不匹配|不正确|坏|损坏|乱|不合法`,
  beyond: sign`beyond|past|outside|after the end|over|exceed(?:s|ed|ing)?|out of (?:range|bounds)|bigger|larger|
    end of (?:the )?file|off the end ~ 超[过出了]|越界|末尾|大于|之后|外`,
  many: sign`many|several|multiple|over one|more than one|six|lots? of|hundreds?|overlapping|too many|two|three|four|five|ten|\d{2,3}
    ~ 多[个段条次]|好几|六|几[个百十]|[几两三四五六七八多]段|一堆|太多|许多|成百|[一二两三四五六七八九]百`,
  leaves: sign`leaves?|left|gone|goes away|walks? away|gives? up|gave up|cancel(?:s|led|ed|ling)?|abort(?:s|ed|ing)?|
    navigates? away|clos(?:es?|ed|ing)|refresh(?:es|ed|ing)?|reload(?:s|ed|ing)?|(?:hits?|clicks?|press(?:es|ed)?) (?:the )?(?:stop|escape|back|x)|stop button|
    press(?:es|ed)? (?:stop|back)|stop(?:s|ped)? (?:waiting|loading)|impatient|quits?|timeout|bails?|killed|ctrl-?c|interrupt(?:s|ed)?
    ~ 关[了掉闭]|断|取消|刷新|不等|等不[及到了]|没等|离开|走了|中断|切后台|点了?(?:停止|取消)|停止加载|按了?(?:停止|返回)|超时走|等烦|退出|主动|ctrl`,
  silentClient: sign`no (?:\w+ ){0,3}(?:send|sends|sent|say|says|write|writes|writing|request|data|bytes?)|says no|idle|silent|sends no
    ~ 什么[都也]?[不没]发|不发(?:请求|数据|东西)?|没发|一声不吭|不说话`,
  slowSends: sign`slow|dribbl\w*|one byte|byte by byte|bit by bit|crawl\w*|stops? (?:sending|halfway)|stall\w*|poor|
    bad (?:network|connection|signal)|painfully|no (?:\w+ ){0,2}(?:finish\w*|complet\w*)(?: sending)?
    ~ 慢|发不完|(?:没|没有|迟迟不|一直没)发完|龟速|(?<!第)一个字节|卡|挤牙膏|没数据|停住|弱网|网络.{0,2}(?:差|烂|不好|抖)|断断续续|信号.{0,2}(?:差|弱|不好)`,
  earlyAnswer: sign`before(?: \w+){0,5} (?:body|upload|all|whole|everything|finished|complete|read)|early
    ~ 没(?:收|读|传)完.{0,8}(?:就|已)|提前(?:返回|响应)|还没传完`,
} as const;
