// Words that people use for what the names of conditions call otherwise: in names and questions one stands for all.
import { fold } from './search/terms.ts';

type SameWord = readonly [written: RegExp, common: string];

const ENGLISH: readonly SameWord[] = [
  // One is no word of the other.
  [/\bif-none-match\b/g, 'ifnonematch'],
  [/\b(?:upstreams?|origins?(?: servers?)?|back-?ends?|backend servers?)\b/g, 'backend'],
  [/\b(?:certs?|certificates)\b/g, 'certificate'],
  [/\b(?:self-? ?signed|signed (?:it |by )?(?:my|your|our|him|her)sel(?:f|ves))\b/g, 'selfsigned'],
  [/\bssl\b/g, 'tls'],
  [/\b(?:(?:mobile|phone|ios|android) apps?|browsers?|visitors?|customers?|callers?|users?)\b/g, 'client'],
  [/\b(?:directory|directories|dir|folders?)\b/g, 'folder'],
  [/\bkeep-?alives?\b/g, 'keep alive'],
  [/\b(?:rst|resets?|resetting)\b/g, 'reset'],
  [/\b(?:h[au]ng(?:s|ing)? up|shuts?(?: down)?|shutting|disconnect(?:s|ed|ing)?|drop(?:s|ped)? us)\b/g, 'closes'],
  [/(?<!unix )\bsockets?\b(?! file)/g, 'connection'],
  [/\b(?:shot|shoots|kills|kill|sigkill(?:ed)?)\b/g, 'killed'],
  [/\b(?:repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|answer(?:s|ed|ing)?|responses?)\b/g, 'response'],
  [/\b(?:look(?:s|ed|ing)? up|lookups?)\b/g, 'lookup'],
  [/\b(?:raises?|raised|threw|thrown?|throws|throwing)\b/g, 'throws'],
  [
    /\b(?:cannot|can ?not|can['’]?t|doesn['’]?t|isn['’]?t|hasn['’]?t|won['’]?t|didn['’]?t|never|nobody|no one|nothing|none|without|not)\b/g,
    'no',
  ],
  [/\b(?:trickl(?:es|ing|ed?)|drips?|dripping|slowly)\b/g, 'slow'],
  [/\b(?:bigger|larger|longer|more) than\b/g, 'over'],
  [/\b(?:container|pod)s?\b/g, 'backend'],
];

const CHINESE: readonly SameWord[] = [
  [
    /上游|源站|回源(?:到)?|后台|后面的?(?:服务|机器|应用|容器|进程|程序|节点|那台)|(?:反代|代理)的(?:服务|机器|应用|容器)/g,
    '后端',
  ],
  [/后端(?:服务器?|机器|应用|进程|程序)/g, '后端'],
  [/自己签(?:名|发)?|自签(?:名|发)?/g, '自签'],
  [/断[了掉连]|掐[断了]|断开了/g, '断开'],
  [/关[了掉]|关闭了/g, '关闭'],
  [/(?:[都也]?不给|[没不]有?|未)(?:响应|返回|回应|回复|应答|吭声)|半天不回|(?<!什么都)没回(?![车传])/g, '没响应'],
  [/不动了?|没动静|没数据了?|停住了?|不吐了|卡[住死]了?/g, '卡住'],
  [/抛出?了?(?:个)?异常|抛错/g, '抛异常'],
  [/(?<![\w/])\/(?![\w/])/g, '斜杠'],
  [/文件夹/g, '目录'],
  [/(?<=(?:https?|tls|明文|\d)(?: ?的)? ?)口/g, '端口'],
  [/没[写带加有打放]|漏[了写]/g, '没'],
  [/读不[到了出]|没(?:有)?权限读|不可读|不让读/g, '没读权限'],
  [/(?<=(?:dns|域名|主机名).{0,6})(?:查|解|找)(?:析)?不[到了出]/g, '解析失败'],
  [/对不上|不一致|不[相]?符|不是一个/g, '不匹配'],
  [/到期/g, '过期'],
  [/另外?一[台个]|第二[台个]|下一[台个]/g, '另一台'],
  [/浏览器|用户(?=[^名])/g, '客户端'],
];

export function sameWords(text: string): string {
  const english = replaced(fold(text), ENGLISH);
  return /\p{Script=Han}/u.test(english) ? replaced(english, CHINESE) : english;
}

function replaced(text: string, words: readonly SameWord[]): string {
  return words.reduce((result, [written, common]) => result.replace(written, common), text);
}

export type Side = 'client' | 'backend';

/** Who does it, where a text in those words names one side alone. */
export function subjectOf(text: string): Side | undefined {
  const [isClient, isBackend] = [/\bclient|客户端/.test(text), /\bbackend|后端/.test(text)];
  if (isClient === isBackend) return undefined;
  return isClient ? 'client' : 'backend';
}
