// Where the formats of well-known software put the status: evidence from the shape of the characters around a number.

interface Shape {
  /**
   * What may stand last before the number, spaces aside: the other shapes need not be tried. `A` is any capital letter,
   * `0` another number, named with the character before it: `0/` in `…/5 502`.
   */
  last: readonly string[];
  before: RegExp;
  after?: RegExp;
  /** The line has no other status, but under a key. */
  isLast?: true;
}

/** What stands directly before a status, by software, and what after it. */
const SHAPES: readonly Shape[] = [
  // A status line, quoted or not: `HTTP/1.1 502 Bad Gateway`, `"GET / HTTP/1.1" 502 157`.
  { last: ['0/', '0.', '"', "'"], before: /HTTP\/\d(?:\.\d)?["']?\s{1,4}$/ },
  // AWS load balancers: three times, the load balancer's status, the target's status.
  { last: ['0.', '0-'], before: /(?:\s(?:-1|\d{1,6}\.\d{1,9})){3}\s$/, after: /^ (?:\d{3}|-|0) \d{1,20} \d{1,20} "/ },
  {
    last: ['0 ', '-'],
    before: /(?:\s(?:-1|\d{1,6}\.\d{1,9})){3}\s(?:\d{3}|-)\s$/,
    after: /^ \d{1,20} \d{1,20} "/,
    isLast: true,
  },
  // nginx's configuration: `error_page 502 503 504 /50x.html`.
  { last: ['e', '0 '], before: /\berror_page (?:\d{3} ){0,12}$/ },
  // Squid and Traffic Server: `TCP_MISS/502`, `ERR_CONNECT_FAIL/502`.
  { last: ['/'], before: /(?:\b(?:TCP|UDP|ERR)_[A-Z_]{3,30}|\bTAG_NONE|\bNONE|\bNONE_NONE)\/$/ },
  // OkHttp: `<-- 502 https://…`.
  { last: ['-'], before: /<-- $/ },
  // Java's test libraries: `Status expected:<200> but was:<403>`.
  { last: ['<'], before: /(?:expected:|code|but was:?) ?<$/, after: /^>/ },
  // npm and gcloud: `GET 304 https://…`.
  {
    last: ['T', 'E', 'D', 'H', 'S', 'A'],
    before: /\b(?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS) $/,
    after: /^ https?:\/\//,
  },
  // Feign: `[502] during [GET]`; hey: `[502]	45 responses`.
  { last: ['['], before: /\[$/, after: /^\](?: during \[|\s{1,8}\d{1,9} responses)/ },
  // Gin and Fiber: `| 502 |  1.2ms |`.
  { last: ['|'], before: /\|\s{0,12}$/, after: /^\s{0,8}\|\s{0,12}[\d.]{1,12}\s?(?:ns|µs|us|ms|s)\b/ },
  // chi: `from 127.0.0.1 - 502 12B in 1.2ms`; ASP.NET Core: `Request finished … - 502 0 - 1.2ms`.
  { last: ['-'], before: / - $/, after: /^ (?:\d{1,12}B in | ?(?:\d{1,12}|-) \S{1,40} [\d.]{1,12}ms)/ },
  // Chromium: `net::ERR_ABORTED 403`; npm: `npm ERR! 404`.
  { last: ['A'], before: /\bERR_[A-Z_]{3,40} $/ },
  { last: ['!'], before: /\bERR! $/ },
  // vegeta: `Status Codes  [code:count]  200:98  503:2`.
  { last: [']'], before: /\[code:count\]\s{1,8}$/ },
  // Buckets of Elasticsearch.
  { last: [':', '"'], before: /"key":\s?"?$/, after: /^"?,\s?"doc_count"/ },
  // Cloudflare's and other servers' error pages.
  { last: ['>'], before: /<(?:h1|title|strong)>$/, after: /^<\// },
];

const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const SLASH = 47;
const NINE = 57;
const COLON = 58;
const EQUALS = 61;
/** A key, but none of a count. */
const NEXT_KEY = /^"?(?:, ?"|\s)(?!count|total|hits|doc_)[a-zA-Z]/;

const BY_LAST = Map.groupBy(
  SHAPES.flatMap((shape) => shape.last.map((last) => ({ last, shape }))),
  ({ last }) => last,
);

/** The longest shape, with room for its numbers. */
const REACH = 72;

/** The format that has its status where the number stands. */
export function shapeAround(left: string, right: string): Shape | undefined {
  const shapes = BY_LAST.get(lastMark(left));
  if (!shapes) return undefined;
  const near = left.slice(-REACH);
  return shapes.find(({ shape }) => shape.before.test(near) && (shape.after?.test(right) ?? true))?.shape;
}

function lastMark(left: string): string {
  let end = left.length;
  while (end > 0 && left.length - end < 12 && left.charCodeAt(end - 1) <= SPACE) end--;
  const last = left.charAt(end - 1);
  if (last >= 'A' && last <= 'Z') return 'A';
  if (!isDigit(last)) return last;
  while (isDigit(left.charAt(end - 1))) end--;
  return `0${left.charAt(end - 1)}`;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** Whether the request of an access log ends before the number: `"GET / HTTP/1.1" 502`, `[…] "-" 400`. */
export function isAfterRequest(text: string, start: number): boolean {
  const quote = start - 2;
  if (text.charCodeAt(quote) !== QUOTE || text.charCodeAt(start - 1) !== SPACE) return false;
  if (text.startsWith('HTTP/', quote - 8) || text.startsWith('HTTP/', quote - 6)) return true;
  return text.startsWith('] ', text.lastIndexOf('"', quote - 1) - 2);
}

/** Whether HAProxy's five timers stand before the number: `0/0/1/-1/5 502 204 - - SH--`. */
export function isAfterTimers(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== SPACE || !isDigit(text.charAt(start - 2))) return false;
  let at = start - 2;
  let slashes = 0;
  for (; at > start - REACH; at--) {
    const code = text.charCodeAt(at);
    if (code === SLASH) slashes++;
    // Digits and signs; `.` and `,` are no part of timers but lie between them in ASCII.
    else if (code < PLUS || code > NINE) break;
  }
  return slashes === 4 && text.charCodeAt(at) === SPACE;
}

/** Whether `status` is the key of the number and the next key follows: nothing there needs weighing. */
export function isPlainStatus(text: string, start: number, end: number): boolean {
  let at = start - 1;
  if (text.charCodeAt(at) === QUOTE) at--;
  if (text.charCodeAt(at) === SPACE) at--;
  const mark = text.charCodeAt(at);
  if (mark !== COLON && mark !== EQUALS) return false;
  if (text.charCodeAt(at - 1) === QUOTE) at--;
  return (
    text.startsWith('status', at - 6) && /[\s"{,]/.test(text.charAt(at - 7)) && NEXT_KEY.test(text.slice(end, end + 9))
  );
}

/** Whether a key stands before the number: in an access log, fields beyond the usual ones are read only with theirs. */
export function isAfterKey(text: string, start: number): boolean {
  const mark = /["' ]/.test(text.charAt(start - 1)) ? text.charAt(start - 2) : text.charAt(start - 1);
  return mark === '=' || mark === ':';
}
