// Requests to Slack: with a time limit, repeated once where that is safe, and with failures sorted by what to do about them.
import { webApi } from '@slack/bolt';
import type { Timing } from './timing.ts';

/**
 * `busy`: rate limited. `expired`: the response_url or trigger is used up. `forbidden`: the app may not post there.
 * `blocks`: Slack does not take the blocks. `unavailable`: Slack is down or silent.
 */
export type TroubleKind = 'busy' | 'expired' | 'forbidden' | 'blocks' | 'unavailable';

/** What Slack answered instead of taking a request; a person can be told what to do about each kind. */
export class SlackTrouble extends Error {
  readonly kind: TroubleKind;
  readonly retryAfterMs: number | undefined;
  /** Whether the request certainly had no effect, so that sending it again cannot do it twice. */
  readonly isRepeatable: boolean;

  constructor(
    kind: TroubleKind,
    message: string,
    options: { retryAfterMs?: number; isRepeatable?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'SlackTrouble';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
    this.isRepeatable = options.isRepeatable ?? false;
  }
}

export interface Delivery {
  /** @throws SlackTrouble, or the error itself where it is a mistake of ours. */
  call: <Result>(send: () => Promise<Result>) => Promise<Result>;
  /** Posts to a response_url. @throws SlackTrouble */
  respond: (url: string, payload: object) => Promise<void>;
}

/** Error codes of the Web API and of response_urls, by what they mean for the asker. */
const KINDS: Record<string, TroubleKind> = {
  ...kinds(
    'expired',
    'expired_url used_url invalid_url expired_trigger_id exchanged_trigger_id invalid_trigger_id not_found hash_conflict',
  ),
  ...kinds(
    'forbidden',
    'not_in_channel channel_not_found is_archived restricted_action restricted_action_read_only_channel',
  ),
  ...kinds(
    'forbidden',
    'restricted_action_thread_only_channel restricted_action_non_threadable_channel cannot_reply_to_message',
  ),
  ...kinds(
    'forbidden',
    'user_not_in_channel messages_tab_disabled team_access_not_granted ekm_access_denied no_permission',
  ),
  ...kinds('blocks', 'invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long'),
  ...kinds('busy', 'ratelimited rate_limited'),
  ...kinds('unavailable', 'fatal_error internal_error service_unavailable request_timeout team_added_to_org'),
};

export function createDelivery({ requestMs, repeatMs, maxRetryAfterMs, wait }: Timing): Delivery {
  const repeated = async <Result>(send: () => Promise<Result>): Promise<Result> => {
    try {
      return await sorted(send);
    } catch (error) {
      if (!(error instanceof SlackTrouble) || !error.isRepeatable) throw error;
      const pause = error.retryAfterMs ?? repeatMs;
      if (pause > maxRetryAfterMs) throw error;
      await wait(pause);
      // Once only: a storm of repeats would make an outage worse.
      return sorted(send);
    }
  };
  return { call: repeated, respond: (url, payload) => repeated(() => post(url, payload, requestMs)) };
}

async function sorted<Result>(send: () => Promise<Result>): Promise<Result> {
  try {
    return await send();
  } catch (error) {
    throw troubleOf(error) ?? error;
  }
}

async function post(url: string, payload: object, requestMs: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(payload),
    signal: AbortSignal.timeout(requestMs),
  });
  const text = await response.text();
  if (response.status === 429) throw busy(Number(response.headers.get('retry-after') ?? 1), undefined);
  const code = /"error"\s*:\s*"(\w+)"/.exec(text)?.[1];
  if (response.ok && code === undefined) return;
  const kind = KINDS[code ?? ''] ?? (response.status >= 500 ? 'unavailable' : 'expired');
  const isRepeatable = response.status >= 500 && code === undefined;
  throw new SlackTrouble(kind, `response_url: ${response.status} ${code ?? ''}`.trim(), { isRepeatable });
}

function troubleOf(cause: unknown): SlackTrouble | undefined {
  if (cause instanceof SlackTrouble) return cause;
  if (cause instanceof webApi.WebAPIRateLimitedError) return busy(cause.retryAfter, cause);
  if (cause instanceof webApi.WebAPIHTTPError)
    return new SlackTrouble('unavailable', cause.message, { isRepeatable: cause.statusCode >= 500, cause });
  if (cause instanceof webApi.WebAPIPlatformError) {
    const kind = KINDS[cause.data.error];
    return kind && new SlackTrouble(kind, cause.message, { cause });
  }
  const failure = cause instanceof webApi.WebAPIRequestError ? cause.original : cause;
  if (!isNetworkFailure(failure)) return undefined;
  return new SlackTrouble('unavailable', failure.message, { isRepeatable: neverArrived(failure), cause });
}

function busy(seconds: number, cause: unknown): SlackTrouble {
  return new SlackTrouble('busy', `rate limited for ${seconds} s`, {
    retryAfterMs: seconds * 1000,
    isRepeatable: true,
    cause,
  });
}

/** fetch reports the network as TypeError, and a time limit as TimeoutError. */
function isNetworkFailure(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (error.name === 'TimeoutError' || error.name === 'AbortError' || (error instanceof TypeError && 'cause' in error))
  );
}

function neverArrived({ cause }: Error): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

function kinds(kind: TroubleKind, codes: string): Record<string, TroubleKind> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, kind]));
}
