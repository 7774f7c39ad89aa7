// How long to wait before a gateway that does not hold is opened again. An app may begin 1,000 sessions a day; Discord
// takes its token away where it begins more: https://docs.discord.com/developers/events/gateway#session-start-limit

/** What came of opening it: nothing greeted, a session was resumed, or one was begun, as far as can be told. */
export type Opening = 'unanswered' | 'resumed' | 'begun';

export interface Reconnecting {
  /** Asked before each opening, which follows after the pause; with what came of the one before. */
  pauseMs: (last: Opening) => number;
}

interface Pace {
  /** What ends sooner has not held. */
  heldMs: number;
  maxPauseMs: number;
}

const FIRST_PAUSE_MS = 500;
const PACES: Readonly<Record<Opening, Pace>> = {
  /** At most 720 sessions a day. */
  begun: { heldMs: 120_000, maxPauseMs: 120_000 },
  /** Counts for no session, and while it is away nobody is answered. */
  resumed: { heldMs: 10_000, maxPauseMs: 15_000 },
  /** A Discord that is away is not kept waiting for long when it comes back. */
  unanswered: { heldMs: 120_000, maxPauseMs: 30_000 },
};

/** @param now milliseconds, never going back */
export function createReconnecting(now: () => number): Reconnecting {
  let openedAt = Number.NEGATIVE_INFINITY;
  let unheld = 0;
  return {
    pauseMs: (last) => {
      const { heldMs, maxPauseMs } = PACES[last];
      unheld = now() - openedAt < heldMs ? unheld + 1 : 0;
      // The first one that breaks is no sign of anything.
      const pause = unheld > 1 ? Math.min(FIRST_PAUSE_MS * 2 ** Math.min(unheld - 2, 10), maxPauseMs) : 0;
      openedAt = now() + pause;
      return pause;
    },
  };
}
