// Who asked, where, and how they can be answered.
import type { webApi } from '@slack/bolt';
import type { Frame, Surface } from './actions.ts';

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

/** What Bolt's arguments have in common, whatever happened. */
interface Body {
  team?: { id: string } | null;
  team_id?: string;
  enterprise?: { id: string } | null;
  enterprise_id?: string;
  user?: { id: string; team_id?: string };
  channel?: { id: string };
  message?: Record<string, unknown>;
  container?: Record<string, unknown>;
  response_url?: string;
}

/** For buttons, menus, shortcuts and windows. */
export function askerOf(body: Body, client: webApi.WebClient): Asker {
  const threadTs = textOf(body.message?.thread_ts) ?? textOf(body.container?.thread_ts);
  const channel = body.channel?.id ?? textOf(body.container?.channel_id);
  return {
    user: body.user?.id ?? '',
    team: teamOf(body),
    client,
    ...(channel ? { channel } : {}),
    ...(threadTs ? { threadTs } : {}),
    ...(body.response_url ? { responseUrl: body.response_url } : {}),
  };
}

/** Installed for a whole organisation, an app gets no team. */
export function teamOf(body: Body): string {
  return body.team?.id ?? body.team_id ?? body.enterprise?.id ?? body.enterprise_id ?? body.user?.team_id ?? '';
}

/** A card for this person, who owns its buttons. */
export function frameFor({ user, threadTs }: Asker, surface: Surface): Omit<Frame, 't'> {
  return { surface, owner: user, ...(threadTs ? { threadTs } : {}) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
