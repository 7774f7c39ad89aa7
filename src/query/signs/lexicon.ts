// The signs that together name a condition, in the words of `sameWords`.
import { EVENTS } from './events.ts';
import { SIDES } from './sides.ts';
import { THINGS } from './things.ts';

export const SIGNS = { ...SIDES, ...EVENTS, ...THINGS } as const;

export type Sign = keyof typeof SIGNS;

/** An origin or a worker may be some vendor's. */
export function saysBackend(text: string): boolean {
  return /\b(?:backend|upstream)s?\b|后端|上游/.test(text);
}

export function saysAppServer(text: string): boolean {
  return SIDES.appServer.test(text);
}
