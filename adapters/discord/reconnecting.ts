// How long to wait before a gateway that does not hold is opened again. An app may begin 1,000 sessions a day; Discord
// takes its token away where it begins more: https://docs.discord.com/developers/events/gateway#session-start-limit
export interface Reconnecting {
  /**
   * Asked before each opening, which follows after the pause.
   * @param hadOpened whether Discord greeted last time, so that it may have begun a session
   */
  pauseMs: (hadOpened: boolean) => number;
}

/** What ends sooner has not held. Together with the longest pause that is at most 720 sessions a day. */
const HELD_MS = 120_000;
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 120_000;
/** A Discord that is away is not kept waiting for so long when it comes back. */
const MAX_AWAY_MS = 30_000;

/** @param now milliseconds, never going back */
export function createReconnecting(now: () => number): Reconnecting {
  let openedAt = Number.NEGATIVE_INFINITY;
  let unheld = 0;
  return {
    pauseMs: (hadOpened) => {
      unheld = now() - openedAt < HELD_MS ? unheld + 1 : 0;
      // The first one that breaks is no sign of anything.
      const pause = unheld > 1 ? FIRST_PAUSE_MS * 2 ** Math.min(unheld - 2, 10) : 0;
      const bounded = Math.min(pause, hadOpened ? MAX_PAUSE_MS : MAX_AWAY_MS);
      openedAt = now() + bounded;
      return bounded;
    },
  };
}
