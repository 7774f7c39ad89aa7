// trigger_ids: one use within three seconds.
import type { Workspace } from './workspace.ts';

const LIFETIME_MS = 3000;

export interface Triggers {
  issue: (user: string) => string;
  /** Whose it was, or the error code that Slack would answer with. */
  use: (id: string) => { user: string } | { error: string };
}

export function createTriggers(workspace: Workspace): Triggers {
  const issued = new Map<string, { user: string; until: number; isUsed: boolean }>();
  return {
    issue: (user) => {
      const id = workspace.nextId('1.2.');
      issued.set(id, { user, until: workspace.now() + LIFETIME_MS, isUsed: false });
      return id;
    },
    use: (id) => {
      const trigger = issued.get(id);
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      trigger.isUsed = true;
      return workspace.now() > trigger.until ? { error: 'expired_trigger_id' } : { user: trigger.user };
    },
  };
}
