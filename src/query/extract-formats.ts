// Where the formats of well-known software put the status: evidence from the shape of the characters around a number.

/** What stands directly before a status, by software. Each is tried against the last characters before the number. */
const SHAPES: readonly (readonly [before: RegExp, after?: RegExp])[] = [
  // A status line, quoted or not: `HTTP/1.1 502 Bad Gateway`, nginx, Apache, Envoy, Traefik: `"GET / HTTP/1.1" 502 157`.
  [/HTTP\/\d(?:\.\d)?["']?\s{1,4}$/],
  // HAProxy's five timers: `0/0/1/-1/5 502 204 - - SH--`.
  [/\s[+-]?\d{1,9}(?:\/[+-]?\d{1,9}){4}\s$/],
  // AWS load balancers: three times, the load balancer's status, the target's status.
  [/(?:\s(?:-1|\d{1,6}\.\d{1,9})){3}\s$/, /^ (?:\d{3}|-) \d{1,20} \d{1,20} "/],
  [/(?:\s(?:-1|\d{1,6}\.\d{1,9})){3}\s(?:\d{3}|-)\s$/, /^ \d{1,20} \d{1,20} "/],
  // Squid: `TCP_MISS/502`.
  [/TCP_[A-Z_]{3,30}\/$/],
  // OkHttp: `<-- 502 https://…`; Feign: `[502] during [GET]`.
  [/<-- $/],
  [/\[$/, /^\] during \[/],
  // Gin and Fiber: `| 502 |  1.2ms |`.
  [/\|\s{0,4}$/, /^\s{0,4}\|\s{0,12}[\d.]{1,12}\s?(?:ns|µs|us|ms|s)\b/],
  // chi: `from 127.0.0.1 - 502 12B in 1.2ms`; ASP.NET Core: `Request finished … - 502 0 - 1.2ms`.
  [/ - $/, /^ (?:\d{1,12}B in | ?(?:\d{1,12}|-) \S{1,40} [\d.]{1,12}ms)/],
  // Chromium: `net::ERR_ABORTED 403`; npm: `npm ERR! 404`.
  [/\bERR_[A-Z_]{3,40} $/],
  [/\bERR! $/],
  // Buckets of Elasticsearch.
  [/"key":\s?"?$/, /^"?,\s?"doc_count"/],
  // Cloudflare's and other servers' error pages.
  [/<(?:h1|title|strong)>$/, /^<\//],
];

/** Whether the number stands where a well-known format has its status. */
export function isStatusColumn(left: string, right: string): boolean {
  return SHAPES.some(([before, after]) => before.test(left) && (!after || after.test(right)));
}

const FIELDS = '#Fields:';
const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;
const HTTP_METHOD_FIRST = /^(?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS|CONNECT|TRACE|PROPFIND) /;

/** The field order of IIS where no `#Fields:` line says another, from the end: older versions lack the referrer. */
const IIS_DEFAULT_END = { status: 4, subStatus: 3 };
const IIS_DEFAULT_LINE =
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S{2,45} (?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS|TRACE|CONNECT|PROPFIND|DEBUG) /;

/** The columns of a W3C extended log, as a `#Fields:` line names them. */
export interface Columns {
  total: number;
  status: number;
  subStatus: number;
}

/** The columns that hold for a line, by its start. Asked in ascending order. */
export function createColumns(text: string): (start: number) => Columns | undefined {
  let next = text.indexOf(FIELDS);
  let columns: Columns | undefined;
  return (start) => {
    while (next !== -1 && next < start) {
      const end = text.indexOf('\n', next);
      if (next === 0 || text.charCodeAt(next - 1) === NEWLINE)
        columns = columnsOf(text.slice(next, end === -1 ? undefined : end));
      next = end === -1 ? -1 : text.indexOf(FIELDS, end);
    }
    return columns;
  };
}

function columnsOf(header: string): Columns | undefined {
  const names = header.slice(FIELDS.length).trim().split(/\s/);
  const status = names.indexOf('sc-status');
  return status === -1 ? undefined : { total: names.length, status, subStatus: names.indexOf('sc-substatus') };
}

/** The status of a line of a W3C extended log, with its sub-status; undefined for other lines. */
export function w3cStatus(text: string, columns: Columns | undefined): { code: string; subStatus: string } | undefined {
  if (columns) {
    const fields = text.trimEnd().split(text.includes('\t') ? '\t' : ' ');
    return fields.length === columns.total ? statusOf(fields, columns.status, columns.subStatus) : undefined;
  }
  if (!IIS_DEFAULT_LINE.test(text)) return undefined;
  const fields = text.trimEnd().split(' ');
  if (fields.length < 14 || fields.length > 15 || !fields.slice(-4).every((field) => /^\d{1,10}$/.test(field)))
    return undefined;
  return statusOf(fields, fields.length - IIS_DEFAULT_END.status, fields.length - IIS_DEFAULT_END.subStatus);
}

function statusOf(fields: readonly string[], status: number, subStatus: number) {
  const code = fields[status] ?? '';
  return /^\d{3}$/.test(code) ? { code, subStatus: fields[subStatus] ?? '0' } : undefined;
}

/** Whether the request of an access log ends before the number: `"GET / HTTP/1.1" 502`, `[…] "-" 400`. */
export function isAfterRequest(text: string, start: number): boolean {
  const quote = start - 2;
  if (text.charCodeAt(quote) !== QUOTE || text.charCodeAt(start - 1) !== SPACE) return false;
  if (text.startsWith('HTTP/', quote - 8) || text.startsWith('HTTP/', quote - 6)) return true;
  const opening = text.lastIndexOf('"', quote - 1);
  return text.startsWith('] ', opening - 2) || HTTP_METHOD_FIRST.test(text.slice(opening + 1, opening + 10));
}

/** Whether a key stands before the number: in an access log, fields beyond the usual ones are read only with theirs. */
export function isAfterKey(text: string, start: number): boolean {
  const mark = /["' ]/.test(text.charAt(start - 1)) ? text.charAt(start - 2) : text.charAt(start - 1);
  return mark === '=' || mark === ':';
}
