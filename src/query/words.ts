// Words of a question that are understood rather than looked up.

export const HELP = /^(?:help|usage|commands?|\?|h|帮助|幫助|用法|怎么用|使用说明|使用帮助)$/;
export const CONCEPT =
  /^(?:concept|about|(?:what (?:is|are) )?(?:an? |the )?(?:http )?status ?codes?|http|http status(?:es)?|(?:什么是)?(?:http ?)?状态码(?:是什么|是啥|概念|的概念)?|概念|关于)$/;
export const GUIDE =
  /^(?:guide|which|which (?:http )?(?:status )?codes?(?: (?:should|do|to) .{0,30})?|what (?:status )?code should (?:i|we|my api) (?:return|use|send)|what should (?:i|we|my api) return|decide|decision(?: guide| tree| diagram)?|choose|决策|決策|决策树|决策图|决策指南|指南|向导|选码|(?:该|应该)?(?:用|选|返回)(?:哪个|哪一个|什么)(?:状态码|码)?|状态码怎么选|怎么选状态码)$/;
export const REFERENCE = /^(?:ietf )?rfc[\s:-]*0*(\d{3,5})$/;
export const GUIDE_STEP = /^guide:([a-z0-9_./-]{1,40})$/;
export const PAGE = / #(\d{1,2})$/;
export const COUNTS = /^(?:\d{3,4}(?:\.\d{1,3})?\*\d{1,9})(?: \d{3,4}(?:\.\d{1,3})?\*\d{1,9})*$/;

/** `502 zh`, `502 in English`, `502用中文`: the answer's language, at the end of the question. */
export const LANGUAGE =
  /(?:^|[\s,，(]|(?<=[\p{Script=Han}\d?？。.]))(?:in |用|翻译成)?(?:(zh(?:[-_](?:cn|hans|tw|hk))?|cn|chinese|中文|汉语|漢語|简体中文)|(en(?:[-_](?:us|gb))?|english|英文|英语|英語))(?:版|\))?[.。!！]?$/u;

const ENGLISH_FILLERS = new Set(
  `http https status statuses code codes error errors err response responses what what's whats is are was does do did
  mean means meaning of the a an about in on for from by i get got getting gets see seeing why how to fix solve handle
  difference differences different between compare compared comparison versus vs v and or which with when use it my we
  our there this that can you me tell show lookup look up define definition explain hi hello hey number server returned
  returns return returning please thanks pls status-code statuscode sub-status substatus be should here at then than not
  same & + your their its itself`.split(/\s+/),
);

const CHINESE_FILLERS =
  /有什么区别|有什么不同|有何区别|是什么意思|是什么错误|是怎么回事|怎么回事|怎么解决|怎么处理|怎么排查|如何解决|如何处理|如何排查|什么意思|啥意思|什么错误|什么原因|是什么|是啥|错误代码|错误码|状态码|状态代码|响应码|返回码|子状态|怎么办|怎么|怎样|如何|为什么|为啥|解释一下|解释|请问|查询|查一下|查查|帮我|看看|看下|说说|区别|差别|不同|对比|比较|相比|哪个|哪些|之间|含义|意思|说明|原因|错误|报错|报的|返回|出现|遇到|收到|显示|提示|接口|网页|响应|请求|时候|应该|问题|一直|总是|老是|突然|全是|好多|很多|一下|什么|这个|那个|一个|我们|他们|代码|服务器|网站|[的了是吗呢啊呀吧码号报查看用该我你么啥和与跟或有在]/gu;

const CHINESE_PUNCTUATION = /[\s\p{P}\p{S}]+/gu;

/** What remains of `text` when words that carry no meaning of their own are taken out. */
export function meaningfulWords(text: string): string[] {
  return text
    .replace(CHINESE_FILLERS, ' ')
    .split(/[\s,，、;；:：。!！?？()（）[\]【】"“”'‘’|/\\<>《》=~…·]+/u)
    .map((word) => word.replace(/^[.\-–—]+|[.\-–—]+$/g, ''))
    .filter((word) => word !== '' && !ENGLISH_FILLERS.has(word) && word.replace(CHINESE_PUNCTUATION, '') !== '');
}
