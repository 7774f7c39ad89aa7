// Facts that a sub-status takes from the code which it divides, where it has none of its own.

import type { Entry } from '../catalog/catalog.ts';
import type { Hop, Retry } from '../catalog/schema.ts';

export function senderOf(entry: Entry): Hop | 'any' | undefined {
  return inherited(entry, ({ status }) => status.sender);
}

export function faultOf(entry: Entry): Hop | 'any' | 'none' | undefined {
  return inherited(entry, ({ status }) => status.fault);
}

/** Whether repeating the request helps. */
export function retryOf(entry: Entry): Retry | undefined {
  return inherited(entry, ({ status }) => (typeof status.retry === 'object' ? status.retry.value : status.retry));
}

function inherited<T>(entry: Entry, pick: (one: Entry) => T | undefined): T | undefined {
  return pick(entry) ?? (entry.parent && pick(entry.parent));
}
