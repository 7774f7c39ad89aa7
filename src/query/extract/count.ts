// How often a code occurred, where the text says so: `502: 310`, `504 × 88`, `503 (12)`, `310 502s`.

export interface Counted {
  count: number;
  /** How many of the characters after the code belong to the count. */
  length: number;
}

const AMOUNT = String.raw`(\d{1,3}(?:,\d{3}){1,3}(?!\s{0,2}[:=×x*(]|,?\d)|\d{1,9}(?![\d%]|\.\d))`;
const TIMES = '(?:times?|x|次|个|hits?|errors?|requests?|reqs?|responses?|occurrences?|events?)';
/** What follows an amount that is a count: `502: 310,` but not `502: 10.0.0.1` or `502: 3 upstreams`. */
const STOP = String.raw`(?=\s{0,2}(?:$|[,;|)\]}、，。"'\x60]|[.!?](?:\s|$)|${TIMES}(?![a-z])|(?:and|in|over|during|within|since)\b)|\s{1,4}["']?\d{3}["']?\s?[:=×x*(])`;

/** `502: 310 (78%)`. */
const PERCENT = String.raw`(?:\s?\(\s?\d{1,3}(?:\.\d{1,3})?\s?%\))?`;

const AFTER = new RegExp(
  [
    String.raw`^=${AMOUNT}(?![\w.])`,
    String.raw`^["'\x60*_]{0,3}\s{0,3}(?::|=>?)\s{0,3}${AMOUNT}${PERCENT}${STOP}`,
    String.raw`^[*_\x60]{0,2}(?:\s{1,3}x|\s{0,3}[×✕*])\s{0,3}${AMOUNT}${STOP}`,
    String.raw`^["'\x60*_]{0,3}\s{0,3}\(\s?[x×]?\s?${AMOUNT}\s?[x×]?\s?${TIMES}?\)`,
    String.raw`^["'\x60,;\s_]{0,5}(?:doc_)?(?:count|total|hits)["'\x60]?\s?[:=]?\s?${AMOUNT}${STOP}`,
    // `502 errors: 310`, `502错误310次`, `504数量：36`.
    String.raw`^ (?:errors?|responses?)\s?[:(]\s?${AMOUNT}(?=$|[\s,;)])`,
    String.raw`^\s?(?:错误|报错|异常|超时|状态码|响应)?\s?(?:共?出现了?|总?共|共计)?\s?${AMOUNT}\s?[次个](?![\u3400-\u9fff])`,
    String.raw`^\s?(?:错误|报错|异常|超时|状态码|响应|请求|的)?(?:数量|个数|次数|请求数|数)\s?[:=为]?\s?${AMOUNT}(?=$|[\s,;。、)])`,
    String.raw`^[\s,:】-]{0,4}(?:(?:occurred|happened|appeared|seen|出现了?|共|发生了?)\s?)?${AMOUNT}\s?(?:(?:times|occurrences|events)\b|次)`,
    // Prometheus: `code="502",method="get"} 310`; hey: `[502] 310 responses`.
    String.raw`^"(?:,[^{}\n]{0,50})?\}\s${AMOUNT}(?=$|\s)`,
    String.raw`^\]\s{1,8}${AMOUNT}(?= responses)`,
    String.raw`^["'\x60*_]{0,3}(?:\s{1,3}\|\s{0,9}|\|\s{1,9})${AMOUNT}\s{0,9}(?=\||$)`,
  ].join('|'),
  'i',
);

/** What a count may begin with; a further space, where columns are aligned. */
const START = `:=×x✕*("'\`,|]】_- \tcthoasd0123456789出共发总错报异超状响请的数个次`;

/** Percentages fill the place of a count: `502: 12%`. */
const SHARE = /^["'`*_]{0,3}\s{0,3}(?:[:=]\s{0,3}|\(\s?)\d{1,3}(?:\.\d{1,3})?\s?%\)?/;

const BEFORE = /(?:^|[\s(,;\u3400-\u9fff])(\d{1,9})(?: ?[x×]|(?= $)| ?[次个]) ?$/;
/** A line of `sort | uniq -c`: `    310 502` or `    310 502 /checkout`. */
const UNIQ = /^\s{1,16}(\d{1,9}) $/;
/** Two numbers and nothing else, as tools print tables: `502 1310`, `502\t310`, `| 502 | 310 |`. */
const PAIR = /^(\s{0,16})[|]?\s{0,9}(\d{1,9})(\s{0,9}\||\t|\s{1,9})\s{0,9}(\d{1,9})\s{0,9}\|?\s{0,9}$/;

const LONGEST_PAIR = 40;

/** Whether a count may begin with a character: cheap, and false for most words. */
export function mayStartCount(character: string): boolean {
  return START.includes(character);
}

/** The count in the characters after a code. */
export function countAfter(code: string, right: string): Counted | undefined {
  const first = right.charAt(right.startsWith(' ') ? 1 : 0);
  if (!mayStartCount(first) && !right.startsWith(' err') && !right.startsWith(' resp')) return undefined;
  const match = AFTER.exec(right);
  if (match) {
    const amount = match.slice(1).find((group) => group !== undefined) ?? '1';
    // `310 × 502` has the code last; `502 : 504` are the answers of two upstreams.
    if (/^\s*[×x*]\s*[45]\d\d$/.test(match[0]) && code < '400') return undefined;
    if (/^\s:\s[45]\d\d$/.test(match[0])) return undefined;
    // `502 Bad Gateway (502)` says it twice.
    if (amount === code && match[0].includes('(')) return undefined;
    return { count: Number(amount.replaceAll(',', '')), length: match[0].length };
  }
  const share = SHARE.exec(right);
  return share ? { count: 1, length: share[0].length } : undefined;
}

/** The count in the characters before a code that stands in the plural or after a sign for `times`. */
export function countBefore(left: string, isPlural: boolean): number | undefined {
  const counted = left.slice(-24).replace(/HTTP $/i, '');
  if (!isPlural && !/[x×次个] ?$/.test(counted)) return undefined;
  const amount = BEFORE.exec(counted);
  return amount ? Number(amount[1]) : undefined;
}

/** The count at the start of a line of `uniq -c`, where the code is its second column. */
export function uniqCount(left: string): number | undefined {
  const amount = left.length < 28 ? UNIQ.exec(left)?.[1] : undefined;
  return amount === undefined ? undefined : Number(amount);
}

/** The code and its count in a line that holds nothing but two numbers; undefined where both could be codes. */
export function countedPair(
  text: string,
  isKnown: (code: string) => boolean,
): { code: string; count: number } | undefined {
  if (text.length > LONGEST_PAIR) return undefined;
  const [, indent = '', first = '', gap = '', second = ''] = PAIR.exec(text) ?? [];
  const isFirst = first.length === 3 && isKnown(first);
  const isSecond = second.length === 3 && isKnown(second);
  if (isFirst && isSecond && text.trim() === `${first}|${second}`) return undefined;
  if (isSecond && (indent.length > 1 || !isFirst)) return { code: second, count: Number(first) };
  if (isFirst && (gap !== ' ' || !isSecond)) return { code: first, count: Number(second) };
  return undefined;
}
