// Words of a question that are understood rather than looked up.
import type { Trait } from './query.ts';

export const HELP = /^(?:help|usage|commands?|\?|h|帮助|用法|怎么用|使用说明|使用帮助)$/;
export const CONCEPT =
  /^(?:concept|about|(?:what (?:is|are) )?(?:an? |the )?(?:http )?status ?codes?|http|http status(?:es)?|(?:什么是)?(?:http ?)?(?:所有|全部)?(?:的)?状态码(?:是什么|是啥|概念|的概念|大全|列表|一览|有哪些|都有哪些|分类)?|(?:list of |all )?(?:the )?(?:http )?(?:status )?codes|(?:http )?(?:status )?codes? list|list|概念|关于)$/;
export const GUIDE =
  /^(?:guide|which|which (?:http )?(?:status )?codes?(?: (?:should|do|to) .{0,30})?|what (?:status )?code should (?:i|we|my api) (?:return|use|send)|what should (?:i|we|my api) return|decide|decision(?: guide| tree| diagram)?|choose|决策|决策树|决策图|决策指南|指南|向导|选码|(?:我的|我们的)?(?:api|接口)?(?:该|应该|要)?(?:用|选|返回)(?:哪个|哪一个|什么|啥)(?:状态码|码)?|状态码怎么选|怎么选状态码)$/;
/** `rfc 7231`, `RFC 9110 §15.6.3`, `rfc9110 15.5.2`, `RFC 6585 section 4`. */
export const REFERENCE =
  /(?:ietf )?\brfc[\s:-]*0*(?<number>\d{3,5})(?!\d)(?:[\s,，]*(?:§|section|sec\.?|第|#|\bs)\s*(?<section>\d{1,2}(?:\.\d{1,3}){0,3})[节章]?|\s+(?<subsection>\d{1,2}(?:\.\d{1,3}){1,3}))?/g;
/** `retryable codes`, `which codes should I retry`, `哪些状态码可以重试`: a list of those of which it holds. */
export const TRAITS: readonly (readonly [Trait, RegExp])[] = [
  [
    'retryable',
    /^(?:(?:which |what |list of |all )?(?:http )?(?:status )?codes? (?:should|can|may|could|to|are|is)(?: (?:i|we|one|you|be|a client|clients?))? ?(?:safe to )?retr(?:y|ied|yable)|(?:list of |all )?retr(?:y|yable)(?: http)?(?: status)? codes|retryable|idempotent|(?:哪些|什么|哪种)(?:http ?)?(?:状态码|码|错误码)?(?:可以|能|应该|该|需要|值得)(?:重试|重发)(?:的)?|(?:可以|可|能)重试的?(?:状态码|错误码)(?:有哪些)?)$/,
  ],
  [
    'cacheable',
    /^(?:(?:which |what |list of |all )?(?:http )?(?:status )?codes? (?:can|may|could|to|are|is)(?: be)? ?cach(?:e|ed|eable|able)(?: by default)?|(?:list of |all )?cacheable(?: http)?(?: status)? codes|cacheable|(?:哪些|什么|哪种)(?:http ?)?(?:状态码|码)?(?:可以|能|会)(?:被)?缓存(?:的)?|(?:可以|可|能)(?:被)?缓存的?状态码(?:有哪些)?)$/,
  ],
];
export const GUIDE_STEP = /^guide:([a-z0-9_./-]{1,40})$/;
export const TROUBLE_PLACE = /^trouble:([1-5]\d\d(?:\/[a-z-]{2,32})?)$/;
/** `troubleshoot 502`, `排查 502`, `502 怎么一步步查`: the questions that lead to the cause of a status. */
export const TROUBLE =
  /^(?:(?:troubleshoot(?:ing)?|debug|diagnose|find the cause of(?: an?| the)?|排查(?:一下)?|(?:一步一?步|逐步)排?查) ?(?:nginx (?=499))?(?<before>[1-5]\d\d)|(?:why )?(?:nginx (?=499))?(?<after>[1-5]\d\d) ?(?:tree|troubleshooting|step by step|(?:怎么|如何)?(?:一步一?步|逐步)排?查|排查(?:步骤|流程)?))$/;
/** `haproxy upstream.refused`: how buttons name a condition. */
export const CONDITION =
  /^(?:(?<source>[a-z0-9][a-z0-9-]*) )?(?<id>(?:upstream|client|app|request|server)\.[a-z0-9-]+)$/;
/** `nginx 502 measured`, `who sends 502`, `谁会返回 502`: what was measured. */
export const MEASURED =
  /^(?:(?<what>.+?) ?(?:measured|实测)|who (?:sends|answers|returns|gives)(?: with)?(?: an?)? (?<sent>\d{3})|(?:谁|哪些软件|什么软件)(?:会|都|都会)?(?:返回|发|报) ?(?<returned>\d{3}))$/;
/** What asks for the answer rather than naming the condition. */
export const ASKS_STATUS =
  /\b(?:what (?:status|code)|which (?:status|code)|what does|what do|what will|what happens (?:when|if)|status|answers?|sends?|responds?(?: with)?|returns?|gives?|repl(?:y|ies)|when|if(?!-))\b|会|返回(?:什么|啥|多少|几)?|报(?:什么|啥|多少)|给(?:什么|啥)|是?(?:多少|几)$|状态码|的时候|时候|时$/g;
/** Who gets the answer, in a question that asks what it is. */
export const ASKS_AUDIENCE =
  /\bwhat (?:will|do|does|would|can|is) (?:the |my |our )?(?:clients?|users?|visitors?|people|callers?) (?:see|get|receive)|\bwhich code do (?:the )?\w+ (?:see|get)|\bhow is the \w+ answered|(?:给|返回给)(?:用户|客户端)(?:返回|看到?)?什么|(?:用户|客户端)(?:会)?(?:看到|收到|拿到)(?:的是)?(?:什么|啥|几)?|\b(?:in front of|behind)\b/g;
export const PAGE = / #(\d{1,2})$/;
/** Codes with their counts, then ids of markers. */
export const COUNTS =
  /^((?:[a-z0-9-]{2,40}:)?\d{3,4}(?:\.\d{1,3})?\*\d{1,9}(?: (?:[a-z0-9-]{2,40}:)?\d{3,4}(?:\.\d{1,3})?\*\d{1,9})*)((?: [a-z0-9-]{2,40}:[a-z0-9][\w.:/-]*){0,4})$/i;

/** `502 zh`, `502 in English`, `502用中文`: the answer's language, at the end of the question. */
export const LANGUAGE =
  /(?:^|[\s,，(]|(?<=[\p{Script=Han}\d?？。.]))(?:in |用|翻译成)?(?:(zh(?:[-_](?:cn|hans|tw|hk))?|cn|chinese|中文|汉语|简体中文)|(en(?:[-_](?:us|gb))?|english|英文|英语))(?:版|\))?[.。!！]?$/u;

/** A question about the difference between things that it names, and what stands between their names. */
export const COMPARES =
  /(?:what(?: is|'s) the )?difference between|compared? to|有?(?:什么|啥|何)?(?:的)?(?:区别|不同|差别)(?:是什么|在哪)?/;
export const VERSUS = /\s(?:vs\.?|versus)\s/;
export const BESIDE = /\s(?:vs\.?|versus|and|or)\s|和|与|跟|还是/;

const ENGLISH_FILLERS = new Set(
  `http https status statuses code codes error errors err response responses what what's whats is are was does do did
  mean means meaning of the a an about in on for from by i get got getting gets see seeing why how to fix solve handle
  difference differences different between compare compared comparison versus vs v and or which with when use it my we
  our there this that can you me tell show lookup look up define definition explain hi hello hey number server returned
  returns return returning please thanks pls status-code statuscode sub-status substatus be should here at then than not
  same & + your their its itself after before page pages
  again s ing ed all list lists every am have has had better diff through since behind just keep keeps seeing often sometimes high rate rates
  spike spikes spiking many too lots bunch alert alerts up keep happens happening`.split(/\s+/),
);

/** A fact about a code that a question may be about. */
export type Fact = 'retry' | 'cacheable' | 'content' | 'method' | 'headers';

const FACTS: readonly (readonly [Fact, RegExp])[] = [
  ['retry', /重试|重发|幂等|^retr(?:y|ies|ied|yable)$|^(?:repeat|resend)(?:ed)?$|^idempotent$/],
  ['cacheable', /缓存|^cach(?:e|ed|es|eable|able|ing)$/],
  ['content', /请求体|响应体|^(?:body|payload)$/],
  ['method', /请求方法|^methods?$/],
  ['headers', /首部|请求头|响应头|^headers?$|^retry-after$/],
];

/** The fact that a word of a question is about, beside a code. */
export function factOf(word: string): Fact | undefined {
  return FACTS.find(([, words]) => words.test(word))?.[0];
}

const CHINESE_FILLERS = longestFirst(
  `有什么区别 有什么不同 有何区别 有啥区别 是什么意思 是什么错误 是怎么回事 怎么回事 怎么解决 怎么处理 怎么排查 如何解决
  如何处理 如何排查 什么意思 啥意思 什么错误 什么原因 什么情况下 什么情况 啥情况 情况下 是什么 是啥 错误代码 错误码 状态码
  状态代码 响应码 返回码 子状态 怎么办 咋办 咋整 咋回事 咋解决 怎么破 咋 怎么 怎样 如何 为什么 为啥 解释一下 解释 请问 请教
  查询 查一下 查查 帮我 帮忙 看看 看下 说说 讲讲 区别 差别 不同 对比 比较 相比 哪个 哪些 之间 含义 意思 说明 原因 错误 报错
  报的 报了 返回 出现 遇到 收到 显示 提示 接口 网页 响应 请求 时候 应该 问题 一直 总是 老是 突然 突然就 全是 好多 很多 大量
  一下 什么 这个 那个 一个 我们 他们 大家 有没有人 有人 知道 代码 服务器 网站 线上 正常 还是 变成 变为 从 先 后 会 能 可以
  啥子 嘛 呀 的 了 是 吗 呢 啊 吧 码 号 报 查 看 用 该 我 你 么 啥 和 与 跟 或 有 在 还 又 个 到底 告警 报警 比例 占比 飙升 升高 增多 频繁 偶尔 偶发 列表 全部 大全 所有`,
);

/** Words that begin or end with one of those, and mean something. */
const NO_FILLERS = longestFirst(
  `请求方法 请求头 响应头 请求体 响应体 会话 会员 用户 后端 后台 后面 有效 没有 还有 所有 拥有 在线 存在 现在 正在 个人 单个 报文 报表 签名 账号 编码 验证码 密码 乱码 解码 转码 看板
  可用 引用 应用 使用 通用 调用 占用 性能 功能 智能 先后 不会 是否 总和 授权码 二维码 号段 了解 目的 我国`,
);

/** The longest first, so that no word is cut in two. */
function longestFirst(words: string): string {
  const sorted = words.split(/\s+/).toSorted((a, b) => b.length - a.length);
  return sorted.join('|');
}

const CHINESE_WORDS = new RegExp(`(${NO_FILLERS})|${CHINESE_FILLERS}`, 'gu');
const CHINESE_PUNCTUATION = /[\s\p{P}\p{S}]+/gu;

/** What remains of `text` when words that carry no meaning of their own are taken out. */
export function meaningfulWords(text: string): string[] {
  return text
    .replace(CHINESE_WORDS, (_, kept?: string) => kept ?? ' ')
    .split(/[\s,，、;；:：。!！?？()（）[\]【】"“”'‘’|/\\<>《》=~…·]+/u)
    .map((word) => word.replace(/^[.\-–—]+|[.\-–—]+$/g, ''))
    .filter((word) => word !== '' && !ENGLISH_FILLERS.has(word) && word.replace(CHINESE_PUNCTUATION, '') !== '');
}

/** A code of an API's own in the body: `errcode 40001`, `业务码 10001`. */
export const BODY_CODE =
  /^(?:\S{1,20} )?(?:err_?code|ret_?code|sub_?code|业务(?:状态|错误|返回)?码|错误码)\s?[:=：]?\s?(-?\d{4,9})$/;

/** `smtp 550`, `ftp 530`: replies of other protocols. */
export const OTHER_PROTOCOL =
  /^(?:an? )?(smtp|ftp|sip)(?: (?:error|code|status|reply|response|错误|状态码|返回))* ?([1-6]\d\d)(?: (?:error|code|错误|是什么|什么意思|meaning))*$/i;
