// One send of a request: the whole answer, read within bounds, or an error that says what became of it.
import { DefaultRestOptions, type RESTOptions, type ResponseLike } from 'discord.js';
import { fieldsOf } from './fields.ts';

/** Discord did not take a request, or did not say that it did. */
export class NotTaken extends Error {
  /** How long Discord wants us to wait. */
  waitMs: number | undefined;
  /** Whether that holds for every request of the app. */
  isGlobal = false;
  /** Whether it may have been carried out all the same. */
  mayBeDone = true;

  constructor(reason: string, details: Partial<Pick<NotTaken, 'waitMs' | 'isGlobal' | 'mayBeDone' | 'cause'>>) {
    super(reason);
    Object.assign(this, details);
    this.name = 'NotTaken';
  }
}

type Send = RESTOptions['makeRequest'];

/** More than any answer to us has. */
const MAX_BYTES = 500_000;
/** Enough of what Discord has against a request. */
const MAX_REASONS = 2_000;
/** A bucket that says to be closed for longer is asked again after this. */
export const MAX_RESET_S = 60;
/** Nothing has arrived where these happen. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** @throws NotTaken for all but an answer that holds what it says, or a refusal that repeating would not change. */
export async function sendOnce(...[url, init]: Parameters<Send>): Promise<ResponseLike> {
  const { response, text } = await exchange(url, init).catch((cause: NodeJS.ErrnoException) => {
    throw new NotTaken(cause.message, { cause, mayBeDone: !UNSENT.has(cause.code ?? '') });
  });
  const { status, headers } = response;
  const body = status === 204 ? null : parse(text);
  if (status === 429) {
    const isGlobal = headers.has('x-ratelimit-global') || fieldsOf(body).global === true;
    throw new NotTaken('429', { waitMs: waitOf(headers, body), isGlobal, mayBeDone: false });
  }
  if (status >= 400 && status < 500) return answer(response, refusal(body, response));
  if (status < 200 || status >= 300) throw new NotTaken(String(status), { mayBeDone: status !== 503 });
  if (body === undefined) throw new NotTaken(`${status} without JSON`, {});
  return answer(response, body);
}

async function exchange(...[url, init]: Parameters<Send>): Promise<{ response: ResponseLike; text: string }> {
  const response = await DefaultRestOptions.makeRequest(url, init);
  // As interactions are answered: nothing follows.
  if (response.status === 204) return { response, text: '' };
  // As most answers are, and read at once.
  if (Number(response.headers.get('content-length') ?? Number.NaN) <= MAX_BYTES)
    return { response, text: await response.text() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error(`an answer of more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return { response, text: new TextDecoder().decode(Buffer.concat(chunks)) };
}

/** Null where nothing was said, undefined where it is no JSON. */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As the REST client reads it, with nothing in it that it could not bear. */
function answer({ headers, ok, status, statusText }: ResponseLike, body: unknown): ResponseLike {
  headers.delete('retry-after');
  if (Number(headers.get('x-ratelimit-reset-after')) > MAX_RESET_S)
    headers.set('x-ratelimit-reset-after', String(MAX_RESET_S));
  if (body === null) headers.delete('content-type');
  else headers.set('content-type', 'application/json');
  return {
    headers,
    ok,
    status,
    statusText,
    body: null,
    bodyUsed: true,
    json: async () => body,
    text: async () => JSON.stringify(body),
    arrayBuffer: async () => new ArrayBuffer(0),
  };
}

/** In the one form that the client's error takes. */
function refusal(body: unknown, { statusText }: ResponseLike): { code: number | string; message: string } {
  const { code, message, errors } = fieldsOf(body);
  return {
    code: typeof code === 'number' || typeof code === 'string' ? code : 0,
    message: `${typeof message === 'string' ? message : statusText}${reasons(errors)}`.slice(0, MAX_REASONS),
  };
}

function reasons(errors: unknown): string {
  try {
    return errors === undefined ? '' : ` ${JSON.stringify(errors)}`;
  } catch {
    return ' for reasons that stand too deep';
  }
}

/** The longest wait that the answer names, as seconds or as a date; undefined where it names none. */
function waitOf(headers: ResponseLike['headers'], body: unknown): number | undefined {
  const told = [fieldsOf(body).retry_after, headers.get('retry-after'), headers.get('x-ratelimit-reset-after')];
  const waits = told.map(millisecondsOf).filter((wait) => wait !== undefined);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function millisecondsOf(told: unknown): number | undefined {
  if (typeof told !== 'number' && (typeof told !== 'string' || told.trim() === '')) return undefined;
  const seconds = Number(told);
  const milliseconds = Number.isNaN(seconds) ? Date.parse(String(told)) - Date.now() : seconds * 1000;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
