// A button's whole meaning, in its id: what it does, the question it asks, and who may press it.
import type { Ask } from '#core';

export type Verb = 'show' | 'share' | 'delete' | 'search';

export interface Button {
  verb: Verb;
  ask: Ask;
  /** The platform's id of the person who asked. */
  owner: string;
}

/** Discord's limit for a `custom_id`, the strictest of all platforms. */
export const MAX_BUTTON_ID_LENGTH = 100;

/** Grows when the meaning of ids changes, so that buttons of older cards are told apart. */
const VERSION = '1';
const VERBS: Record<Verb, string> = { show: 's', share: 'h', delete: 'd', search: 'w' };
const DETAILS: Record<Ask['detail'], string> = { compact: 'c', full: 'f' };

/** @throws RangeError where it would be longer than {@link MAX_BUTTON_ID_LENGTH}; the core keeps questions short enough. */
export function encodeButton({ verb, ask, owner }: Button): string {
  const id = [VERSION, VERBS[verb] + DETAILS[ask.detail], ask.locale, owner, ask.query].join('|');
  if (id.length > MAX_BUTTON_ID_LENGTH) throw new RangeError(`button id of ${id.length} characters: ${id}`);
  return id;
}

/** Undefined for an id of another version, or one that is none of ours. */
export function decodeButton(id: string): Button | undefined {
  const [version, kind = '', locale, owner, ...query] = id.split('|');
  const verb = keyOf(VERBS, kind[0]);
  const detail = keyOf(DETAILS, kind[1]);
  if (version !== VERSION || !verb || !detail || !locale || owner === undefined || query.length === 0) return undefined;
  return { verb, owner, ask: { query: query.join('|'), detail, locale } };
}

function keyOf<Key extends string>(table: Record<Key, string>, value: string | undefined): Key | undefined {
  return (Object.keys(table) as Key[]).find((key) => table[key] === value);
}
