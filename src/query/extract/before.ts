// What stands before a number: a key, a path, or the words of a sentence.
import { HAN_BEFORE, HTTP_METHOD, LINKS, OTHER_CODE, OTHER_ERROR, type Sign, WORDS_BEFORE } from './words.ts';

/** How many words back a sentence is read. */
const WORDS_BACK = 4;

const SPACE = 32;

/** Enough for the words that `code` or `error` may stand with. */
const NEAR = 60;

const COMPARISON = /![=~]|[<>]=|[<>]\s{1,3}$|&[lg]t;=?\s?$/;
/** `port(s): 8080`. */
const PLURAL = /[a-z]\(s$/;
const ARROW = /(?:->|=>|→|&gt;)\s{0,2}["'`*(]{0,2}$/;
const ASSIGNMENT = /^(?:\\{0,3}["'`])?[\])]?\s{0,3}(?:=|:|->|→)|^["'], ?["']$/;
/** Written as code or data: `port=502`, `"port":502`, `port:502`. A colon and a space may also be prose. */
const DATA = /^\\{0,3}["'`]|^\s{0,3}=(?!>)|^:(?!\s)|^\($/;

/** The sign of the characters before a number; `left` begins with its line or well before the number. */
export function signBefore(left: string): Sign {
  const end = endOfWord(left, left.length);
  const gap = left.slice(end);
  if (end === 0 || gap.length > 16) return 'open';
  if (gap === '') return signOfGlued(left);
  if (gap === ' ') return signOfPath(left, end) ?? signOfWords(left, left.length);
  if (PLURAL.test(left.slice(0, end))) return signOfWords(left, end - '(s'.length);
  if (gap === ' / ' && HTTP_METHOD.test(left.slice(Math.max(0, end - 12), end + 1))) return 'proof';
  const isArrow = ARROW.test(gap);
  if (!isArrow && (COMPARISON.test(gap) || isThreshold(left, end, gap))) return 'contrary';
  if (isArrow || ASSIGNMENT.test(gap) || gap.startsWith('(')) {
    const sign = signOfKey(left, end, gap);
    if (sign) return sign;
  }
  const sign = signOfPath(left, end) ?? signOfWords(left, left.length);
  return sign === 'other' && isArrow && !isDigit(left.charCodeAt(end - 1)) ? 'hint' : sign;
}

/** `status>500`, but not the tag of `<status>500`. */
function isThreshold(left: string, end: number, gap: string): boolean {
  return gap === '>' && left[startOfKey(left, end) - 1] !== '<';
}

function signOfGlued(left: string): Sign {
  if (/(?:https?|status|code|ELB|Target)[_-]?$/i.test(left)) return 'proof';
  if (/err(?:or)?[_-]?$/i.test(left)) return 'hint';
  if (/\\[nrt]$/.test(left)) return 'open';
  // `E404` is as good as what stands before it; Chinese writes no spaces.
  return signOfWords(left, / E$/.test(left) ? left.length - 1 : left.length);
}

/** Undefined where the key tells nothing and the words before the number have to. */
function signOfKey(left: string, end: number, gap: string): Sign | undefined {
  const start = startOfKey(left, end);
  const key = left.slice(start, end);
  const isInUrl = left[start - 1] === '?' || left[start - 1] === '&';
  if (/_[1-5]xx$/i.test(key)) return 'contrary';
  if (isHan(left.charCodeAt(end - 1))) return gap.startsWith('=') ? named(signOfHan(left, end)) : undefined;
  if (/^top\d/i.test(key)) return undefined;
  if (isInUrl) return 'contrary';
  if (/^\s{0,2}: /.test(gap)) {
    if (SUM_OF_A_RUN.test(key)) return 'contrary';
    if (SUM_OR_CODE.test(key)) return 'other';
  }
  if (isStatusKey(key)) return OTHER_CODE.test(left.slice(0, end).slice(-NEAR)) ? 'contrary' : 'proof';
  const sign = signOfWord(key);
  const isQuoted = /["'`]/.test(left.charAt(end));
  if (DATA.test(gap) || (isQuoted && ARROW.test(gap))) return sign === 'proof' || sign === 'hint' ? 'hint' : 'contrary';
  // `Requests: 502` counts.
  if (/^\s{0,2}:/.test(gap) && /[a-z]{3}s$/i.test(key) && sign === undefined && !/(?:ss|us|https)$/i.test(key))
    return 'contrary';
  return undefined;
}

/** The value of a key is a status only where the key says so. */
function named(sign: Sign): Sign {
  return sign === 'proof' || sign === 'hint' ? sign : 'contrary';
}

/** `Tests run: 404, Failed: 3`. */
const SUM_OF_A_RUN = /^(?:[Ff]ailures|Failed|Passed|run)$/;
const SUM_OR_CODE = /^(?:[Ee]rrors|[Rr]esponses)$/;
const STATUS_KEY =
  /(?:status(?:es|codes?)?|(?:http|response|resp|reply|res|ret|return|result|api|server|upstream|origin|edge|err|error)codes?|^codes?|^http|^sc|^statuscodes?|statusforcelist|retryon)$/;
/** `exit_status`, `sc-win32-status`, `sc-substatus`, `grpc.status`: other numbers. */
const OTHER_STATUS_KEY = /exit|grpc|win32|substatus|process|sql|job|order/;

/** `status`, `statusCode`, `http.status_code`, `response_code`, `upstream_status`, `sc-status`, `DownstreamStatus`. */
function isStatusKey(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, '');
  return STATUS_KEY.test(plain) && !OTHER_STATUS_KEY.test(plain);
}

function signOfWords(left: string, from: number): Sign {
  let end = from;
  let link = '';
  let isJoined = false;
  for (let step = 0; step < WORDS_BACK; step++) {
    const before = endOfWord(left, end);
    const gap = left.slice(before, end);
    if (before === 0 || (gap !== ' ' && isStop(gap, step))) return link ? 'other' : 'open';
    if (isHan(left.charCodeAt(before - 1))) return signOfHan(left, before);
    const start = startOfKey(left, before);
    const key = left.slice(start, before);
    if (isDigit(left.charCodeAt(before - 1)) && isTimeOfDay(left.slice(Math.max(0, start - 6), before))) return 'open';
    const word = lastPart(key);
    if (link) return signOfLink(link, word);
    const sign = isListed(key, gap) ? 'skip' : (signOfWord(key) ?? signOfName(key));
    if (LINKS.has(word)) link = word;
    else if (sign !== 'skip') return settle(sign, left.slice(0, before), isJoined);
    isJoined ||= word === 'and' || word === 'or';
    end = start;
  }
  return 'open';
}

/** A word, or an identifier by its last part: `queue_size`, `Retry-After`, `requestCount`. */
function signOfWord(key: string): Sign | 'skip' | undefined {
  const sign = WORDS_BEFORE.get(lastPart(key));
  if (sign) return key === 'GET' ? 'other' : sign;
  const tail = /[A-Za-z][a-z]{1,20}$/.exec(key)?.[0].toLowerCase() ?? '';
  return tail.length < key.length && (tail === 'time' || WORDS_BEFORE.get(tail) === 'contrary')
    ? 'contrary'
    : undefined;
}

function signOfLink(link: string, word: string): Sign {
  if (LINKS.get(link)?.has(word)) return 'hint';
  return WORDS_BEFORE.get(word) === 'contrary' ? 'contrary' : 'other';
}

/** The number before it in `502/504`. */
function isListed(key: string, gap: string): boolean {
  return (gap === '/' || gap === '、') && /^\d{3}$/.test(key);
}

/** A message begins after the time of day. */
function isTimeOfDay(word: string): boolean {
  return /\d:\d\d$/.test(word);
}

/** A sentence or cell ends before the number. */
function isStop(gap: string, step: number): boolean {
  return step === 0 ? /[.!?;|，。！？；,•]/.test(gap) : /[^\s'"`*_-]/.test(gap);
}

/** The words before `error` or `status` may make it another kind; what counts other things ends at `and`. */
function settle(sign: Sign, left: string, isJoined: boolean): Sign {
  if (sign === 'contrary') return isJoined ? 'open' : sign;
  if (sign !== 'hint' && sign !== 'proof') return sign;
  const near = left.slice(-NEAR);
  return OTHER_ERROR.test(near) || OTHER_CODE.test(near) ? 'contrary' : sign;
}

/** `HttpClientErrorException$NotFound`, `OpenURI::HTTPError`. */
function signOfName(word: string): Sign {
  if (/^(?:Key|Index|Value|Type|Assertion|Attribute|Import|Runtime)Error$/.test(word)) return 'other';
  return /(?:exception|error)(?:\$[A-Za-z]{1,40})?$/i.test(word) ? 'hint' : 'other';
}

function signOfHan(left: string, end: number): Sign {
  let start = end;
  while (start > 0 && end - start < 12 && isHan(left.charCodeAt(start - 1))) start--;
  const words = left.slice(start, end);
  // `3 个 502` counts codes.
  if (words === '个' && /\d\s?$/.test(left.slice(0, start))) return 'hint';
  return HAN_BEFORE.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/** `GET /cart 502` is a request with its status; `/cart 502` may well be. */
function signOfPath(left: string, from: number): Sign | undefined {
  const end = left.charAt(from) === '/' ? from + 1 : from;
  if (left.indexOf(' ', from) === -1 || (end === from && left.charCodeAt(startOfKey(left, from) - 1) <= SPACE))
    return undefined;
  let start = end;
  while (start > 0 && left.charCodeAt(start - 1) > SPACE) start--;
  // .NET: `in /src/Client.cs:line 503`.
  if (left.slice(0, end).endsWith(':line')) return 'contrary';
  if (!/^["'`(<]?(?:\/[A-Za-z_.~%]|\/$|https?:\/\/)/.test(left.slice(start, end))) return undefined;
  return HTTP_METHOD.test(left.slice(Math.max(0, start - 12), start)) ? 'proof' : 'hint';
}

function lastPart(key: string): string {
  if (/^[a-z]{1,20}$/.test(key)) return key;
  const part = key.slice(Math.max(key.lastIndexOf('.'), key.lastIndexOf('$')) + 1).toLowerCase();
  return part.replace('’', "'").replace(/'s$/, '');
}

/** Where the last word before `from` ends. */
export function endOfWord(text: string, from: number): number {
  let end = from;
  while (end > 0 && !isWordChar(text.charCodeAt(end - 1))) end--;
  return end;
}

function startOfKey(text: string, end: number): number {
  let start = end;
  while (start > 0) {
    const code = text.charCodeAt(start - 1);
    if (isHan(code) || !(isWordChar(code) || isInnerMark(code))) break;
    start--;
  }
  return start;
}

/** `.`, `-`, `$`, `'`, `’` inside a key or a word. */
function isInnerMark(code: number): boolean {
  return code === 46 || code === 45 || code === 36 || code === 39 || code === 0x2019;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isWordChar(code: number): boolean {
  if (code < 128) return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
  return (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code < 0xd800);
}
