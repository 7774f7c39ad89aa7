// One request to Slack and its whole answer: no redirect followed, bounded in time and size, and sorted where it failed.
import type { webApi } from '@slack/bolt';
import { retryAfterMs } from './retry-after.ts';
import type { Timing } from './timing.ts';
import { SlackTrouble } from './trouble.ts';

interface SlackAnswer {
  status: number;
  text: string;
}

/** Slack's answers to what the app asks are a few kilobytes. */
const MAX_ANSWER_BYTES = 1_000_000;

/** Codes of a connection that never was, so that nothing can have arrived. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Far more than an incident needs; a silent Slack must not fill memory with requests that wait for it. */
const MAX_AT_ONCE = 1_000;

export type Exchange = (url: string, request: RequestInit) => Promise<SlackAnswer>;

/** What it makes throws SlackTrouble where Slack cannot be reached, is busy, or is broken. */
export function createExchange(timing: Pick<Timing, 'requestMs'>): Exchange {
  let open = 0;
  return async (url, request) => {
    if (open >= MAX_AT_ONCE)
      throw new SlackTrouble('unavailable', `${open} requests wait for slack`, { isRepeatable: true });
    open += 1;
    try {
      return await exchanged(url, request, timing.requestMs);
    } finally {
      open -= 1;
    }
  };
}

async function exchanged(url: string, request: RequestInit, limitMs: number): Promise<SlackAnswer> {
  const stop = new AbortController();
  const late = setTimeout(
    () => stop.abort(new DOMException(`no answer within ${limitMs} ms`, 'TimeoutError')),
    limitMs,
  );
  try {
    const response = await fetch(url, { ...request, redirect: 'error', signal: stop.signal });
    const { status, headers } = response;
    if (status === 429) throw busy(retryAfterMs(headers.get('retry-after'), Date.now()));
    if (status >= 500) throw new SlackTrouble('unavailable', `slack answered ${status}`, { isRepeatable: true });
    return { status, text: await textOf(response) };
  } catch (cause) {
    // Whatever of the answer is still to come is not waited for.
    stop.abort();
    throw cause instanceof SlackTrouble ? cause : unreachable(cause);
  } finally {
    clearTimeout(late);
  }
}

/** `fetch` for Slack's client: whatever it gives back is an answer of the Web API, as far as the app reads it. */
export function createApiFetch(exchange: Exchange): NonNullable<webApi.WebClientOptions['fetch']> {
  return async (url, { method = 'POST', headers = {}, body = '' } = {}) => {
    const { status, text } = await exchange(String(url), { method, headers, body });
    const answer = objectOf(text);
    if (status !== 200 || !answer)
      throw new SlackTrouble('unavailable', `slack answered ${status} with something that is no answer`);
    // The client trusts the shapes of these; warnings and the like are not read.
    const { response_metadata: _, error, ...rest } = answer;
    const code = typeof error === 'string' ? error : error && 'unknown';
    return new Response(JSON.stringify({ ...rest, error: code }), { status });
  };
}

/** Undefined where it is not the JSON of an object. */
export function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) throw new SlackTrouble('unavailable', 'slack answered more than a megabyte');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function busy(ms: number | undefined): SlackTrouble {
  return new SlackTrouble('busy', `rate limited for ${ms ?? 'some'} ms`, { retryAfterMs: ms, isRepeatable: true });
}

function unreachable(cause: unknown): SlackTrouble {
  const from = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const code = from instanceof Error && 'code' in from ? String(from.code) : '';
  const message = from instanceof Error ? from.message : 'unknown';
  return new SlackTrouble('unavailable', `slack not reached: ${message}`, {
    isRepeatable: NEVER_CONNECTED.has(code),
    cause,
  });
}
