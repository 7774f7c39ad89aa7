// What a client saw, read from the bytes that it got.
import standard from '../data/standard.json' with { type: 'json' };

export type Outcome = {
  status: number | null;
  phrase?: string;
  /** Left out for a complete response. */
  end?: 'closed' | 'reset' | 'cut' | 'silent' | 'gone' | 'not-http' | 'not-loaded';
  /** What came that was no HTTP/1 and is neither content without a header. */
  instead?: 'http2' | 'tls-alert';
  /** One of its processes ended. */
  exited?: true;
  /** Interim statuses that came before it. */
  interim?: number[];
  header?: Record<string, string>;
  /** `missing`: the access log has no line about it. */
  log?: { status?: string; marker?: string; missing?: true; error?: string };
  /** How many requests reached the upstream; left out when 1. */
  asked?: number;
  seconds?: number;
};

/** Bytes, and how the connection ended; `open`: the client was satisfied, `limit`: it waited in vain. */
export type Exchanged = { bytes: Buffer; end: 'open' | 'closed' | 'reset' | 'limit' | 'left'; seconds: number };

export type Response = {
  status: number;
  phrase: string;
  interim: number[];
  header: Map<string, string>;
  /** `unframed`: only the end of the connection can complete it. */
  content: 'complete' | 'incomplete' | 'unframed';
  /** Bytes after the header. */
  received: number;
};

const statusLine = /^HTTP\/\d\.\d (\d{3})(?: ([^\r\n]*))?\r?\n/;

/** Reads a response to a request with this method; null while there is no whole header. */
export function readResponse(bytes: Buffer, method: string): Response | null {
  let rest = bytes.toString('latin1');
  const interim: number[] = [];
  for (;;) {
    const line = statusLine.exec(rest);
    const blank = /\r?\n\r?\n/.exec(rest);
    if (!line || !blank) return null;
    const status = Number(line[1]);
    const content = rest.slice(blank.index + blank[0].length);
    if (status >= 100 && status < 200 && status !== 101 && content !== '') {
      interim.push(status);
      rest = content;
      continue;
    }
    const header = readHeader(rest.slice(line[0].length, blank.index));
    const state = contentState({ status, header, method, content });
    return { status, phrase: line[2] ?? '', interim, header, content: state, received: content.length };
  }
}

function readHeader(text: string): Map<string, string> {
  const fields = text.split(/\r?\n/).filter((line) => line.includes(':'));
  return new Map(
    fields.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function contentState(part: {
  status: number;
  header: Map<string, string>;
  method: string;
  content: string;
}): Response['content'] {
  const { status, header, method, content } = part;
  if (status === 101) return 'complete';
  if (status < 200 && status >= 100) return 'incomplete';
  if (method === 'HEAD' || status === 204 || status === 304) return 'complete';
  if (/chunked/i.test(header.get('transfer-encoding') ?? ''))
    return endsInLastChunk(content) ? 'complete' : 'incomplete';
  const length = header.get('content-length');
  if (length !== undefined) return content.length >= Number(length) ? 'complete' : 'incomplete';
  return 'unframed';
}

/** Walks the chunks, because content may contain what looks like the last one. */
function endsInLastChunk(content: string): boolean {
  let at = 0;
  for (;;) {
    const size = /^([0-9a-f]+)[^\r\n]*\r\n/i.exec(content.slice(at, at + 200));
    if (!size) return false;
    const length = Number.parseInt(size[1] ?? '', 16);
    at += size[0].length;
    if (length === 0) return content.slice(at).includes('\r\n');
    at += length + 2;
    if (at > content.length) return false;
  }
}

/** Fields that tell the reader something about the failure. */
const interesting = [
  'allow',
  'retry-after',
  'www-authenticate',
  'proxy-authenticate',
  'x-squid-error',
  'proxy-status',
  'location',
  'content-range',
  'accept',
  'accept-encoding',
  'upgrade',
  'link',
];

export function readOutcome(exchanged: Exchanged, method = 'GET'): Outcome {
  const { end, bytes } = exchanged;
  if (end === 'left') return { status: null, end: 'gone' };
  const response = readResponse(bytes, method);
  // An interim response that nothing follows is no answer.
  if (!response || isInterim(response)) return outcomeWithoutStatus(exchanged);
  const outcome: Outcome = { status: response.status };
  if (response.phrase !== registeredPhrase(response.status)) outcome.phrase = response.phrase;
  const how = endOf(response, end);
  if (how) outcome.end = how;
  if (response.interim.length > 0) outcome.interim = response.interim;
  const header = interesting.flatMap((name) => {
    const value = response.header.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (header.length > 0) outcome.header = Object.fromEntries(header);
  return outcome;
}

const isInterim = ({ status, content }: Response) => status >= 100 && status < 200 && content === 'incomplete';

function registeredPhrase(status: number): string {
  return standard.statuses.find((record) => record.code === String(status))?.name ?? '';
}

function outcomeWithoutStatus({ bytes, end }: Exchanged): Outcome {
  if (isNotHttp(bytes)) {
    const instead = insteadOf(bytes);
    return { status: null, end: 'not-http', ...(instead ? { instead } : {}) };
  }
  if (bytes.includes('\r\n') && !bytes.toString('latin1').match(statusLine)) return { status: null, end: 'not-http' };
  const lines = [...bytes.toString('latin1').matchAll(/^HTTP\/1\.\d (1\d\d)/gm)];
  const interim = lines.map(([, status]) => Number(status));
  return { status: null, end: endWithoutStatus(end), ...(interim.length > 0 ? { interim } : {}) };
}

function insteadOf(bytes: Buffer): Outcome['instead'] {
  if (bytes[0] === 0x15 && bytes[1] === 0x03) return 'tls-alert';
  // The fourth byte of a frame is its type; a server's first frame is SETTINGS.
  return bytes[0] === 0 && bytes[3] === 4 ? 'http2' : undefined;
}

/** Whether bytes came that cannot become a response: a client stops reading here. */
export function isNotHttp(bytes: Buffer): boolean {
  const begin = bytes.subarray(0, 5).toString('latin1');
  return begin !== '' && !'HTTP/'.startsWith(begin);
}

function endWithoutStatus(end: Exchanged['end']): NonNullable<Outcome['end']> {
  if (end === 'reset') return 'reset';
  return end === 'closed' ? 'closed' : 'silent';
}

function endOf(response: Response, end: Exchanged['end']): Outcome['end'] {
  if (response.content === 'complete') return undefined;
  if (response.content === 'unframed' && end === 'closed') return undefined;
  if (end === 'limit') return 'silent';
  return 'cut';
}
