// Whether a person may ask now. What is suggested while somebody types is counted apart, or typing would use it up.
import { createAllowance } from '../allowance.ts';

export interface Turns {
  /** Counts a question. */
  mayAsk: (person: string) => boolean;
  /** Counts a list of suggestions; none for whoever may not ask. */
  maySuggest: (person: string) => boolean;
  /** Whether this person has not been refused since the last answer. Asking it counts as refusing. */
  isFirstRefusal: (person: string) => boolean;
}

/** Whoever was refused first is forgotten first. */
const MAX_REFUSED = 10_000;

/** @param now milliseconds, never going back */
export function createTurns(now: () => number): Turns {
  const questions = createAllowance(now);
  const suggestions = createAllowance(now);
  const refused = new Set<string>();
  return {
    mayAsk: (person) => {
      const isAllowed = questions.allows(person);
      if (isAllowed) refused.delete(person);
      return isAllowed;
    },
    maySuggest: (person) => !questions.isSpent(person) && suggestions.allows(person),
    isFirstRefusal: (person) => {
      const isFirst = !refused.has(person);
      refused.add(person);
      if (refused.size > MAX_REFUSED) forgetOldest(refused);
      return isFirst;
    },
  };
}

function forgetOldest(people: Set<string>): void {
  const [oldest] = people;
  if (oldest !== undefined) people.delete(oldest);
}
