// In which language people are answered: their Slack locale, looked up once a day.
import type { webApi } from '@slack/bolt';
import { type Core, languageOf } from '#core';
import type { Asker } from './asker.ts';
import type { Delivery } from './delivery.ts';
import type { Timing } from './timing.ts';
import { SlackTrouble } from './trouble.ts';

export interface Languages {
  /** One of the core's locales; answers within the time limit, and never throws. */
  of: (client: webApi.WebClient, team: string, user: string) => Promise<string>;
  /** The question's own language, else the asker's. */
  ofQuestion: (text: string, asker: Pick<Asker, 'client' | 'team' | 'user'>) => Promise<string>;
}

const DAY_MS = 86_400_000;
/** Without lookups, where Slack is busy and does not say for how long; and the longest that it may say. */
const PAUSE_MS = 10_000;
const MAX_PAUSE_MS = 600_000;
/** About a megabyte; the people who asked longest ago are looked up again. */
const MAX_PEOPLE = 10_000;

interface Known {
  locale: string;
  until: number;
}

interface Needs extends Timing {
  delivery: Delivery;
  /** Slack refuses, and will again: the app lacks the scope, or Slack hides that person from it. */
  onRefused: (details: { err: unknown }) => void;
}

export function createLanguages(core: Core, defaultLocale: string, timing: Needs): Languages {
  const known = new Map<string, Known>();
  const asked = new Map<string, Promise<string | undefined>>();
  let pausedUntil = 0;

  const lookUp = async (client: webApi.WebClient, key: string, user: string): Promise<string | undefined> => {
    try {
      const { user: person } = await timing.delivery.call(() => client.users.info({ user, include_locale: true }));
      const locale = core.negotiate([person?.locale]) ?? defaultLocale;
      remember(known, key, { locale, until: timing.now() + DAY_MS });
      return locale;
    } catch (error) {
      // A language that is not known is no reason not to answer; asking again at once would not help a busy Slack.
      if (!(error instanceof SlackTrouble)) timing.onRefused({ err: error });
      else if (error.kind === 'busy')
        pausedUntil = timing.now() + Math.min(error.retryAfterMs ?? PAUSE_MS, MAX_PAUSE_MS);
      return undefined;
    } finally {
      asked.delete(key);
    }
  };

  const of: Languages['of'] = async (client, team, user) => {
    const key = `${team}:${user}`;
    const found = known.get(key);
    if (found && found.until > timing.now()) return found.locale;
    if (timing.now() < pausedUntil) return defaultLocale;
    const lookup = asked.get(key) ?? lookUp(client, key, user);
    asked.set(key, lookup);
    const inTime = timing.wait(timing.languageMs).then(() => undefined);
    return (await Promise.race([lookup, inTime])) ?? found?.locale ?? defaultLocale;
  };
  const ofQuestion: Languages['ofQuestion'] = async (text, { client, team, user }) =>
    core.negotiate([languageOf(text)]) ?? of(client, team, user);
  return { of, ofQuestion };
}

function remember(known: Map<string, Known>, key: string, value: Known): void {
  known.delete(key);
  known.set(key, value);
  if (known.size <= MAX_PEOPLE) return;
  const [oldest] = known.keys();
  if (oldest !== undefined) known.delete(oldest);
}
