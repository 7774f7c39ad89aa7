// How often one person may ask: twenty questions in ten seconds are a script or a stuck key, not an incident.

export interface Allowance {
  /** Counts a question of this person; false where it is one too many, and then it counts for nothing. */
  allows: (person: string) => boolean;
  /** Whether the next question would be one too many. */
  isSpent: (person: string) => boolean;
}

const MAX_QUESTIONS = 20;
const WINDOW_MS = 10_000;
/** Who has not asked for longest is forgotten first, so a flood of names cannot fill memory. */
const MAX_PEOPLE = 10_000;
/** Together: a Map that has forgotten much is slow to say which key is its first. */
const FORGOTTEN_AT_ONCE = 500;

/** @param now milliseconds, never going back */
export function createAllowance(now: () => number): Allowance {
  const asked = new Map<string, number[]>();
  const recentOf = (person: string): number[] => (asked.get(person) ?? []).filter((at) => at > now() - WINDOW_MS);
  const allows = (person: string): boolean => {
    const recent = recentOf(person);
    const isAllowed = recent.length < MAX_QUESTIONS;
    if (isAllowed) recent.push(now());
    asked.delete(person);
    asked.set(person, recent);
    if (asked.size > MAX_PEOPLE) forgetIdlest(asked);
    return isAllowed;
  };
  return { allows, isSpent: (person) => recentOf(person).length >= MAX_QUESTIONS };
}

function forgetIdlest(asked: Map<string, unknown>): void {
  for (const person of asked.keys()) {
    if (asked.size <= MAX_PEOPLE - FORGOTTEN_AT_ONCE) return;
    asked.delete(person);
  }
}
