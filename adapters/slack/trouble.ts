// What Slack answered instead of taking a request, sorted by what a person can be told to do about it.
import { webApi } from '@slack/bolt';

/**
 * `busy`: rate limited. `expired`: the response_url or trigger is used up. `forbidden`: the app may not post there.
 * `blocks`: Slack does not take the blocks. `unavailable`: Slack is down, silent or talks nonsense.
 */
export type TroubleKind = 'busy' | 'expired' | 'forbidden' | 'blocks' | 'unavailable';

interface Details {
  /** How long Slack asks to wait, where it says so. */
  retryAfterMs?: number | undefined;
  isRepeatable?: boolean;
  cause?: unknown;
}

export class SlackTrouble extends Error {
  readonly kind: TroubleKind;
  readonly retryAfterMs: number | undefined;
  /** Whether the request certainly had no effect, so that sending it again cannot do it twice. */
  readonly isRepeatable: boolean;

  constructor(kind: TroubleKind, message: string, { retryAfterMs, isRepeatable = false, cause }: Details = {}) {
    super(message, { cause });
    this.name = 'SlackTrouble';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.isRepeatable = isRepeatable;
  }
}

/** Error codes of the Web API and of response_urls, by what they mean for the asker. */
const CODES: Record<TroubleKind, string> = {
  expired:
    'expired_url used_url invalid_url expired_trigger_id exchanged_trigger_id invalid_trigger_id not_found hash_conflict',
  forbidden: [
    'not_in_channel channel_not_found is_archived restricted_action restricted_action_read_only_channel',
    'restricted_action_thread_only_channel restricted_action_non_threadable_channel cannot_reply_to_message',
    'user_not_in_channel messages_tab_disabled team_access_not_granted ekm_access_denied no_permission',
  ].join(' '),
  blocks: 'invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long',
  busy: 'ratelimited rate_limited',
  unavailable: 'fatal_error internal_error service_unavailable request_timeout team_added_to_org',
};

const KINDS = new Map(
  (Object.keys(CODES) as TroubleKind[]).flatMap((kind) => CODES[kind].split(' ').map((code) => [code, kind] as const)),
);

/** Undefined for a code that nobody can do anything about but whoever runs the app. */
export function troubleOfCode(code: string, cause?: unknown): SlackTrouble | undefined {
  const kind = KINDS.get(code);
  return kind && new SlackTrouble(kind, `slack says ${code}`, { isRepeatable: kind === 'busy', cause });
}

/** What a failed call of Slack's client comes from, where that is Slack; undefined where it is a mistake of ours. */
export function troubleOf(error: unknown): SlackTrouble | undefined {
  if (error instanceof SlackTrouble) return error;
  if (error instanceof webApi.WebAPIPlatformError) return troubleOfCode(String(error.data.error), error);
  return error instanceof webApi.WebAPIRequestError ? troubleOf(error.original) : undefined;
}
