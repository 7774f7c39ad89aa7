// Text → the terms that search compares: Latin words by their stems, Han runs as overlapping pairs.

/** Words that stand in questions about any code, so they tell none from another. */
const ENGLISH_STOP_WORDS = new Set(
  `a an the of to in on for and or as at by from if so then there here with about is are was were be been being i im m
  s t my me we our you your he they their it its this that these those when what whats which who how why should would
  could can do does did don has have had get got getting gets return returned use using please help status code codes
  mean means meaning tell give gives after while during into up than thank thanks`.split(/\s+/),
);

const CHINESE_STOP_WORDS =
  /怎么办|怎么回事|怎么|怎样|如何|为什么|为啥|请问|什么意思|什么|是啥|哪个|哪些|状态码|错误码|返回码|响应码|应该|返回|一下|这个|那个|时候|我们|请(?=重新|稍后)|[该您我你的了吗呢啊吧呀是]/g;

type Variant = readonly [written: RegExp, common: string];

/** Spellings and ways to say it that are so near that they count as the same word. */
const CHINESE_VARIANTS: readonly Variant[] = [
  [/登陆/g, '登录'],
  [/帐/g, '账'],
  [/不对|有误|错了|不正确|出错|报错/g, '错误'],
  [/崩[了溃]|宕[了机]|炸了|挂[了掉]/g, '挂'],
  [/过于|过(?=[大多长快慢频])/g, '太'],
  [/没有|[未无]/g, '没'],
  [/失效/g, '过期'],
  [/[不没]通过/g, '失败'],
];
const ENGLISH_VARIANTS: readonly Variant[] = [
  [/\b(?:timed|timing|times|time)[ -]?out\b/g, 'timeout'],
  [/\b(?:log|logged|logging|sign|signed)[ -]?in\b/g, 'login'],
];

/** In chat nobody writes a space between `cookie` and `太大`. */
const RUN = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+(?:\.[[\p{L}\p{N}]--\p{Script=Han}]+)*/gv;
const HAN = /\p{Script=Han}/u;

/** NFKC and lower case: what all comparing of text starts from. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Latin words with their inner dots, and Han runs, as they are written. */
export function runsOf(folded: string): string[] {
  return folded.match(RUN) ?? [];
}

export function isHan(run: string): boolean {
  return HAN.test(run.charAt(0));
}

/** Distinct terms in the order of the text; an unfinished last word stays as it is, since it may become any word. */
export function termsOf(text: string, unfinished = false): string[] {
  const terms = new Set<string>();
  const runs = runsOf(commonSpelling(text));
  runs.forEach((run, place) => {
    if (isHan(run)) for (const pair of pairs([...run])) terms.add(pair);
    else if (unfinished && place === runs.length - 1) terms.add(run);
    else if (!ENGLISH_STOP_WORDS.has(run)) terms.add(stem(run));
  });
  return [...terms];
}

/** 网关超时 gives 网关, 关超 and 超时; what stands alone stays as it is. */
export function pairs(units: readonly string[]): string[] {
  return units.length === 1 ? [...units] : units.slice(1).map((unit, index) => `${units[index]}${unit}`);
}

/** Folded, with one spelling for what means the same. */
export function commonSpelling(written: string): string {
  const english = replaced(fold(written), ENGLISH_VARIANTS);
  // Stop words last: 错了 means something that 了 alone does not.
  return HAN.test(english) ? replaced(english, CHINESE_VARIANTS).replace(CHINESE_STOP_WORDS, ' ') : english;
}

function replaced(text: string, variants: readonly Variant[]): string {
  return variants.reduce((result, [written, common]) => result.replace(written, common), text);
}

/** Expired, expires and expire are one word; so are request and requests. */
function stem(word: string): string {
  if (!/^[a-z]{5,}$/.test(word) || word.endsWith('ss')) return word;
  // Five letters at least before a plural's: redis is no redi.
  const bare = word.replace(/(?<=.{4})(?:ing|ed|es)$|(?<=.{5})s$/, '');
  return bare.replace(/e$/, '');
}
