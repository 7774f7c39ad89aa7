// One answer on every surface, as it leaves the process.
import { cardMessage as toDiscordMessage } from '../../../adapters/discord/messages.ts';
import { cardMessage, sharedMessage } from '../../../adapters/slack/messages.ts';
import { toText } from '../../../adapters/terminal/render.ts';
import { toJson } from '../../../adapters/terminal/run.ts';
import type { Answer, Core } from '../../../src/index.ts';

export interface Surface {
  name: 'terminal' | 'json' | 'slack' | 'discord';
  /** A text, or the objects that are sent. */
  shown: unknown;
}

/** The longest id on either platform. */
const DISCORD_OWNER = '12345678901234567890';
const SLACK_OWNER = 'U0123456789';

export function surfacesOf(answer: Answer, typed: string, core: Core): Surface[] {
  const { card, locale } = answer;
  const t = core.translate(locale);
  const slack = { owner: SLACK_OWNER, t };
  const discord = { owner: DISCORD_OWNER, t };
  return [
    { name: 'terminal', shown: toText(card, { width: 100, color: false, locale }) },
    { name: 'json', shown: toJson(typed, answer) },
    { name: 'slack', shown: cardMessage(card, { ...slack, surface: 'private', thread: 'thread|1780000000.000100|x' }) },
    { name: 'slack', shown: sharedMessage(card, { ...slack, surface: 'shared' }) },
    { name: 'discord', shown: toDiscordMessage(answer, { ...discord, surface: 'private' }).components },
    {
      name: 'discord',
      shown: toDiscordMessage(answer, { ...discord, surface: 'public', sharedBy: DISCORD_OWNER }).components,
    },
  ];
}

/** What nobody may make a link or a mention but we. */
export const OWNERS = { slack: SLACK_OWNER, discord: DISCORD_OWNER };
