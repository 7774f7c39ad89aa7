// Who asked, where, and how they can be answered.
import type { webApi } from '@slack/bolt';
import type { Frame, Surface } from './actions.ts';
import type { Threads } from './threads.ts';

export interface Asker {
  user: string;
  team: string;
  client: webApi.WebClient;
  channel?: string;
  /** Only where they asked inside a thread. */
  threadTs?: string;
  responseUrl?: string;
  /** Answers in the acknowledgement itself, as long as nothing has been acknowledged. */
  acknowledge?: (payload: { response_type: 'ephemeral'; text: string }) => Promise<boolean>;
}

/** What Bolt's arguments have in common, whatever happened; any of it may be missing. */
interface Body {
  team?: { id?: string } | null;
  team_id?: string;
  enterprise?: { id?: string } | null;
  enterprise_id?: string;
  user?: { id?: string; team_id?: string } | null;
  channel?: { id?: string } | null;
  message?: Record<string, unknown> | null;
  container?: Record<string, unknown> | null;
  response_url?: string;
}

/** Slack's timestamps name messages, and so threads. */
const TIMESTAMP = /^\d{1,20}\.\d{1,20}$/;

/** For buttons, menus, shortcuts and windows. */
export function askerOf(body: Body, client: webApi.WebClient): Asker {
  const threadTs = timestampOf(body.message?.thread_ts) ?? timestampOf(body.container?.thread_ts);
  const channel = body.channel?.id ?? body.container?.channel_id;
  return {
    user: body.user?.id ?? '',
    team: teamOf(body),
    client,
    ...(channel ? { channel: String(channel) } : {}),
    ...(threadTs ? { threadTs } : {}),
    ...(body.response_url ? { responseUrl: body.response_url } : {}),
  };
}

/** Installed for a whole organisation, an app gets no team. */
export function teamOf(body: Body): string {
  return body.team?.id ?? body.team_id ?? body.enterprise?.id ?? body.enterprise_id ?? body.user?.team_id ?? '';
}

/** A card for this person, who owns its buttons. */
export function frameFor(asker: Asker, surface: Surface, threads: Threads): Omit<Frame, 't'> {
  const { user, channel = '', threadTs } = asker;
  return { surface, owner: user, ...(threadTs ? { thread: threads.seal(channel, threadTs) } : {}) };
}

export function timestampOf(value: unknown): string | undefined {
  return typeof value === 'string' && TIMESTAMP.test(value) ? value : undefined;
}
