// Lines of the W3C extended log format, as IIS and CloudFront write them: the columns stand in a `#Fields:` line.

const FIELDS = '#Fields:';
/** What is searched for: V8 finds up to six characters by their first one, ten times as fast as longer strings. */
const FIELDS_START = FIELDS.slice(0, 6);

/** A line of IIS without its `#Fields:`: the site and the computer may stand before the server's address. */
const IIS_LINE =
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:W3SVC\d{1,6} (?:[\w-]{1,63} )?)?[\da-fA-F.:]{2,45}(?:%\w{1,16})? (?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS|TRACE|CONNECT|PROPFIND|DEBUG) /;
/** It ends with numbers: status, sub-status, Win32 status, then perhaps bytes sent and received, and the time taken. */
const IIS_END = / ([1-5]\d\d) (\d{1,3}) \d{1,10}(?: \d{1,10}){0,3}\s*$/;

/** A line of CloudFront without its `#Fields:`: the host stands between method and path, and bytes look like statuses. */
const CLOUDFRONT_LINE =
  /^\d{4}-\d\d-\d\d\s{1,4}\d\d:\d\d:\d\d\s{1,4}[A-Z]{3}\d{1,3}-[A-Z]\d{1,2}\s{1,4}\d{1,15}\s{1,4}\S{2,45}\s{1,4}[A-Z]{3,10}\s{1,4}\S{1,255}\s{1,4}\S{1,2048}\s{1,4}(\d{3})(?:\s|$)/;

/** The columns of a W3C extended log, as a `#Fields:` line names them. */
export interface Columns {
  total: number;
  status: number;
  subStatus: number;
}

/** The columns that hold for a line, by its start. Asked in ascending order. */
export function createColumns(text: string): (start: number) => Columns | undefined {
  let next = text.indexOf(FIELDS_START);
  let columns: Columns | undefined;
  return (start) => {
    while (next !== -1 && next < start) {
      const end = text.indexOf('\n', next);
      const isHeader = text.startsWith(FIELDS, next) && (next === 0 || text[next - 1] === '\n');
      if (isHeader) columns = columnsOf(text.slice(next, end === -1 ? undefined : end));
      next = end === -1 ? -1 : text.indexOf(FIELDS_START, end);
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
  const cloudfront = /^\d{4}-/.test(text) ? CLOUDFRONT_LINE.exec(text)?.[1] : undefined;
  if (cloudfront) return { code: cloudfront, subStatus: '0' };
  if (!IIS_LINE.test(text)) return undefined;
  const [, code, subStatus = '0'] = IIS_END.exec(text) ?? [];
  return code === undefined ? undefined : { code, subStatus };
}

function statusOf(fields: readonly string[], status: number, subStatus: number) {
  const code = fields[status] ?? '';
  return /^\d{3}$/.test(code) ? { code, subStatus: fields[subStatus] ?? '0' } : undefined;
}
