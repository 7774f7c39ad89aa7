// JSON as anybody may print it.

/** What JSON lets stand, and a terminal would obey or a reader mistake for a line break or another order of words. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** The same JSON, on one line, with the unseen in it escaped. */
export function printableJson(json: string): string {
  return json.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
