// What no text that leaves us may hold: control characters, halves of characters, live mentions and links of others.
import type { Card } from '../../../src/index.ts';
import { FLAG } from './hostile-text.ts';
import { OWNERS, type Surface } from './surfaces.ts';

/** Fields that only machines read: not even a line break belongs there. */
const IDS = new Set(['action_id', 'block_id', 'custom_id', 'value']);
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const HALF_A_FLAG = /[\u{1f1e6}-\u{1f1ff}]/u;

export function textFaults({ name, shown }: Surface, card: Card): string[] {
  const urls = urlsOf(card);
  return stringsOf(shown).flatMap(({ key, text }) => {
    const isFree = name !== 'json' && !IDS.has(key);
    return [
      ...(UNSEEN.test(isFree ? text.replaceAll('\n', '') : text) ? ['a control character'] : []),
      ...(HALF_A_FLAG.test(text.replaceAll(FLAG, '')) && name !== 'json' ? ['half a flag'] : []),
      ...(isFree && name === 'slack' ? slackMarkup(text, key, urls) : []),
      ...(isFree && name === 'discord' && key === 'content' ? discordMarkup(text, urls) : []),
    ].map((fault) => `${name} ${key}: ${fault} in ${JSON.stringify(text.slice(0, 300))}`);
  });
}

/** Everything in angle brackets is alive, in code too; in plain text nothing is. */
function slackMarkup(text: string, key: string, urls: ReadonlySet<string>): string[] {
  if (key !== 'mrkdwn') return [];
  const own = (target: string): boolean => target === `@${OWNERS.slack}` || urls.has(target.replaceAll('&amp;', '&'));
  const rest = text.replace(/<([^<>|]+)(?:\|[^<>]*)?>/g, (whole, target: string) => (own(target) ? '' : whole));
  return /[<>]/.test(rest) ? ['live markup'] : [];
}

/** Code, escaped characters, and our own links and mentions. */
const INERT = /```[\s\S]*?```|(`+)[^\n]*?[^`\n]\1(?!`)|\\[^\w\s]|\[(?:\\.|[^\]\\])*\]\(<(https:[^\s<>]+)>\)|<@(\d+)>/g;
const LIVE = /<[@#:]|<(?:a:|t:|\/)|@(?:everyone|here)|:\/\/|\]\(/;

function discordMarkup(text: string, urls: ReadonlySet<string>): string[] {
  const rest = text.replace(INERT, (whole, _fence, url?: string, mention?: string) => {
    if (url) return urls.has(decodeURI(url)) || urls.has(url) ? '\0' : whole;
    return mention && mention !== OWNERS.discord ? whole : '\0';
  });
  return LIVE.test(rest) ? ['live markup'] : [];
}

function urlsOf({ blocks }: Card): Set<string> {
  const links = blocks.flatMap((block) =>
    block.type === 'links'
      ? block.items
      : block.type === 'actions'
        ? block.items.flatMap((action) => (action.type === 'link' ? [action] : []))
        : [],
  );
  return new Set(links.map(({ url }) => url));
}

interface Named {
  key: string;
  text: string;
}

/** Every string of an object, with the key that it stands under; the text of a mrkdwn object under `mrkdwn`. */
function stringsOf(value: unknown, key = 'text'): Named[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const isMrkdwn = 'type' in value ? value.type === 'mrkdwn' : 'blocks' in value;
  return Object.entries(value).flatMap(([name, one]) =>
    stringsOf(one, Array.isArray(value) ? key : isMrkdwn && name === 'text' ? 'mrkdwn' : name),
  );
}
