// Which numbers are looked at at all: evidence against a status code in the characters that touch it.

/** Words that may be glued to a code: `HTTP502`, `http_502`, `E404`, `HTTPCode_ELB_502_Count`; and `\n` in JSON. */
const GLUED = String.raw`(?:[Hh]ttps?|HTTPS?|[Ee]rr(?:or)?|ERR(?:OR)?|[Ss]tatus|[Cc]ode|\b[Cc]ode E|ELB|Target|\\[nrt])`;

/** The ends of keys that may hold a status, and what else may stand before `=`. */
const KEY = String.raw`(?:tus(?:es)?|TUS|[cC]odes?|CODE|_\d{3}|ttps?|TTP|rr|rror|onses?|esp|\bsc|key|[=!><\d\s"'?\u3400-\u9fff])`;

const NOT_BEFORE = [
  // Part of a word or an identifier: `x86`, `a502f`, `ABC-404`, `user_502`.
  String.raw`[A-Za-z0-9](?<!${GLUED})|[-_](?<!${GLUED}.)(?<!(?<!\w)_)`,
  // A decimal, a price, a reference, an approximation, a threshold: `v2.404`, `$404`, `#502`, `~500`, `>500`.
  String.raw`[.$#+@%^&\\≈≤≥№£€¥￥₹]|~(?!\d{3}~)|\d\s?[–—]|(?<!\S)>|<(?!\d{3}>)`,
  // A merge request: `MR !502`.
  String.raw`\s!`,
  // A time or a line and column: `12:404`, `app.js:404:12`, but `Top3:500`.
  String.raw`(?<![A-Za-z]\d?)\d:`,
  // A process, an index, a cluster, an error number: `sshd[502]`, `outbound|404||`, `(111: Connection refused)`, but not
  // the list `502|503`.
  String.raw`\w\[|\w(?<!\b\d{3})\||\((?=1\d\d: [A-Z])`,
  // A path or a date, unless it is a list: `/404`, `5/404`, but `502/504` and Squid's `TCP_MISS/502`.
  String.raw`(?<!\b\d{3}|(?:TCP|UDP|ERR)_[A-Z_]{3,30}|\bNONE|_NONE|[45]xx|HTTP)\/`,
  // Thousands or milliseconds, unless it is a list: `1,502`, `12:00:00,502`, but `502,504`.
  String.raw`(?<!\b\d{3}|\D),|\d,(?=0)`,
  // The value of a Prometheus sample: `{code="502"} 310`.
  String.raw`["']\} `,
  // nginx counts connections as `*404`; Markdown writes `*404*`.
  String.raw`\*(?!\d{3}\*)`,
  // Data under another key: `bytes=404`, `"id":404`, `'port': "502"`.
  String.raw`(?<!${KEY}["']?)=["']?|\w\\?["'](?<!${KEY}\\?["']): ?\\?["']?`,
].join('|');

const NOT_AFTER = [
  // Thousands: `502,000`.
  String.raw`,[06-9]\d\d(?!\d)`,
  // A measure, even under the key of a status: `502 ms`, `404 MB`.
  ` {0,2}(?:-byte|ms|µs|us|ns|secs?|seconds?|min|minutes?|bytes?|[kKMGT]i?B|毫秒|秒|字节)(?![a-z=:_"'-])`,
  // Part of a word: `404px`, `502_backup`, `503.html`, `500.1.2`.
  String.raw`[A-Za-z0-9%°℃‰$€£@^]|_(?!Count\b)\w|\.\w`,
  // A range, a comparison, a date, a phone number: `500-599`, `400 <= status`, `404-555-0100`.
  String.raw` ?[-–—~]\d|\.\.| ?[<>]=? `,
  // At least so many; a process and thread: `500+`, `502#502`.
  String.raw`\+(?!\d{3}\b)|#\d`,
  // A time, a pair of ports, or a line and its column: `503:20  error`, `(404:10)`, `"404:8080"`.
  String.raw`:\d{1,9}:|:\d\d\.\d|:\d{1,5}["')]|:\d{1,5}\s{1,4}(?:error|warning)\s`,
  // An age, the status of a process: `404 (12s ago)`, `203/EXEC`.
  String.raw` \(\d{1,4}[smhd]\w{0,6} ago\)|\/[A-Z]{3}`,
  // A ratio or a rate: `404/1000`, `500/s`.
  String.raw`\/(?!\d{3}(?!\d))\d|\/(?:s|sec|second|m|min|minute|h|hr|hour|d|day|req|user)\b`,
  // A telephone number or a mail server's reply: `(502) 555-0100`, `550 5.1.1`.
  String.raw`\)?[ -]\d{3}-\d{4}|[ -]\d\.\d{1,3}\.\d`,
  // A process id in Spring Boot's log: `ERROR 502 --- [main]`.
  String.raw` {1,4}---\s`,
].join('|');

/** Words people make of a code: `502s`, `404ed`, `502ing`. */
const ENDING = '(?:s|ing|ed)?';

/** Most numbers of a log are octets, sizes, years, versions and parts of a path: turned away first, half the time is saved. */
const FREQUENT = String.raw`(?=\d{3})(?<![\d.]|[a-wyz]\/)(?!\d{5}|[02-9]\d{3}|\d{3}\.\d{1,3}\.)`;

/** A space is evidence only after a colon or a brace. Read first, as it stands last in the look-behind, it spares most numbers the rest. */
const UNLESS_SPACED = '(?<![^:}] )';

/**
 * Three digits, perhaps with a sub-status, or the four of a Cloudflare error. Every part has a fixed or bounded length,
 * so a search through the text takes linear time.
 */
export function createNumberPattern(): RegExp {
  const number = String.raw`(?:1\d{3}|\d{3})(?:\.\d{1,3})?`;
  return new RegExp(`${FREQUENT}(?<!(?:${NOT_BEFORE})${UNLESS_SPACED})${number}(?=${ENDING}(?!${NOT_AFTER}))`, 'g');
}

/** Where a number begins that the pattern has found to end at `end`. */
export function startOfNumber(text: string, end: number): number {
  let start = end - 3;
  while (isDigitOrDot(text.charCodeAt(start - 1))) start--;
  return start;
}

function isDigitOrDot(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46;
}
