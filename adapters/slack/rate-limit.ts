// How often one person may ask, and what becomes of the questions that are too many.
import type { Core } from '#core';
import { createAllowance } from '../allowance.ts';
import type { Asker } from './asker.ts';
import type { Languages } from './languages.ts';
import { wordMessage } from './messages.ts';
import type { Reply } from './reply.ts';
import { createSeen } from './seen.ts';
import type { Timing } from './timing.ts';

export interface RateLimit {
  /** Counts a question. True where it is one too many; then the person has been told, privately. */
  refuses: (asker: Asker) => Promise<boolean>;
  /** Counts what happens by the way, while somebody types or looks around, apart from their questions. */
  allows: (asker: Asker, aside: 'typing' | 'home') => boolean;
}

/** One word is enough, until the questions of that time are forgiven. */
const TOLD = { keepMs: 10_000, room: 10_000 };

interface Needs {
  core: Core;
  languages: Languages;
  reply: Reply;
}

export function createRateLimit({ core, languages, reply }: Needs, timing: Pick<Timing, 'now'>): RateLimit {
  const allowance = createAllowance(timing.now);
  const told = createSeen(timing, TOLD);
  const refuses: RateLimit['refuses'] = async (asker) => {
    const person = personOf(asker);
    if (allowance.allows(person)) return false;
    // An acknowledgement costs nothing, and without one Slack shows an error.
    if (!asker.acknowledge && !told.isNew(person)) return true;
    const t = core.translate(await languages.of(asker.client, asker.team, asker.user));
    const word = wordMessage(t('chat.tooMany'));
    const isTold = await asker.acknowledge?.({ response_type: 'ephemeral', text: word.text });
    if (!isTold) await reply.privately(asker, word);
    return true;
  };
  return { refuses, allows: (asker, aside) => allowance.allows(`${aside} ${personOf(asker)}`) };
}

/** Ids of people are unique in their workspace. */
function personOf({ team, user }: Asker): string {
  return `${team} ${user}`;
}
