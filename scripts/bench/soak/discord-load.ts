// People in Discord: commands, completions, mentions, and presses on their private cards.
import type { Channel, Message, Person, PretendDiscord, Response } from '../../../playground/pretend-discord.ts';
import { languageOf } from '../../../src/index.ts';
import type { KeyOf } from './faulty-proxy.ts';
import { askInTurn, type Crowd, DOUBLE_MS, PEOPLE, pick, QUESTIONS } from './people.ts';
import type { Outcome, Tally } from './tally.ts';

const CHANNELS = 8;
const KEPT_MESSAGES = 1500;
const CONTAINER = 17;
/** A first response that completes what is typed. */
const COMPLETION = '"type":8';

/**
 * First responses and replies fail, the ways beside those stay open. A first response that Discord never gets cannot be
 * made good: three seconds later it takes none. Nor can one to which it says yes with a page in HTML, nor a completion,
 * which nobody waits for.
 */
export const discordKey: KeyOf = (path, body, fault) => {
  if (fault === 'html' || body.includes(COMPLETION)) return undefined;
  if (path.endsWith('/callback')) return fault === 'hang' ? undefined : path;
  return path.endsWith('/messages') ? /"message_reference":\{"message_id":"\d+/.exec(body)?.[0] : undefined;
};

export async function discordLoad(discord: PretendDiscord, crowd: Crowd, tally: Tally): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, index) => discord.person(`p${index}`));
  const guild = discord.guild();
  const channels = Array.from({ length: CHANNELS }, () => discord.channel(guild));
  const kinds = [slash, mention, press, complete];
  discord.events.setMaxListeners(0);
  const gaps = watchGaps(discord);
  await askInTurn(crowd, async (turn) => {
    forget(discord);
    const asking = { discord, tally, gaps, turn, person: pick(people, turn), channel: pick(channels, turn) };
    await pick(kinds, turn)(asking);
  });
}

interface Asking {
  discord: PretendDiscord;
  tally: Tally;
  gaps: Gaps;
  person: Person;
  channel: Channel;
  turn: number;
}

async function slash(asking: Asking): Promise<Message | undefined> {
  const { discord, person, channel, turn } = asking;
  let card: Message | undefined;
  const answer = discord.slash(person, channel, { name: 'http', options: { query: pick(QUESTIONS, turn) } });
  const seen = answer.then(({ message }): Outcome => {
    if (!hasCard(message)) return 'told';
    card = message;
    return 'answered';
  });
  await outcome(asking, 'discord command', { seen, isCard: ({ onlyFor }) => onlyFor === person });
  return card;
}

async function mention(asking: Asking): Promise<void> {
  const { discord, person, channel, turn } = asking;
  const asked = discord.say(person, channel, `<@${discord.world.bot.id}> ${pick(QUESTIONS, turn)}`);
  const isCard = ({ replyTo }: Message): boolean => replyTo === asked.id;
  const seen = created(discord, isCard).then((): Outcome => 'answered');
  await outcome(asking, 'discord mention', { seen, isCard });
}

async function press(asking: Asking): Promise<void> {
  const { discord, person, turn } = asking;
  const card = await slash(asking);
  if (!card) return;
  // A question in Chinese has been answered in Chinese.
  const isChinese = languageOf(pick(QUESTIONS, turn)) !== undefined;
  const seen = discord.press(person, card, isChinese ? 'English' : '中文').then(shown);
  await outcome(asking, 'discord press', { seen, isCard: () => false });
}

async function complete(asking: Asking): Promise<void> {
  const { discord, person, channel, turn } = asking;
  const text = pick(QUESTIONS, turn).slice(0, 2);
  const seen = discord.complete(person, channel, { name: 'http', options: { query: text }, focused: 'query' });
  await outcome(asking, 'discord completion', { seen: seen.then((): Outcome => 'answered'), isCard: () => false });
}

function shown({ message }: Response): Outcome {
  return hasCard(message) ? 'answered' : 'told';
}

interface Act {
  seen: Promise<Outcome>;
  isCard: (message: Message) => boolean;
}

/** A word for them alone also counts, over whatever way it comes. */
async function outcome({ discord, tally, gaps, person }: Asking, kind: string, { seen, isCard }: Act): Promise<void> {
  const before = new Set(discord.world.messages.keys());
  const isWord = (one: Message): boolean =>
    !hasCard(one) && one.author.bot && (one.onlyFor === person || one.channel.recipient === person);
  const told = created(discord, isWord);
  const came = Promise.race([seen, told.then((): Outcome => 'told')]);
  const asked = Date.now();
  await tally.ask(kind, came, () => (gaps.wasAwayAt(asked) ? 'cut off' : 'lost'));
  told.stop();
  const isSecond = (): boolean =>
    [...discord.world.messages.values()].filter((one) => !before.has(one.id) && hasCard(one) && isCard(one)).length > 1;
  setTimeout(() => isSecond() && tally.doubled(kind), DOUBLE_MS);
}

interface Gaps {
  /** Whether the gateway was away so long then that Discord took no first response any more. */
  wasAwayAt: (time: number) => boolean;
}

/** Discord takes a first response for three seconds. */
const FIRST_RESPONSE_MS = 3_000;
const LONG_GAP_MS = 1_000;

function watchGaps({ gateway }: PretendDiscord): Gaps {
  const gaps: { from: number; to: number }[] = [];
  gateway.on('closed', () => gaps.push({ from: Date.now(), to: Number.POSITIVE_INFINITY }));
  const back = (): void => {
    for (const gap of gaps) gap.to = Math.min(gap.to, Date.now());
  };
  gateway.on('resumed', back);
  gateway.on('identified', back);
  const wasAwayAt: Gaps['wasAwayAt'] = (time) =>
    gaps.some(({ from, to }) => to - from > LONG_GAP_MS && from < time + FIRST_RESPONSE_MS && to > time);
  return { wasAwayAt };
}

type Awaited = Promise<Message> & { stop: () => void };

function created({ events }: PretendDiscord, isIt: (message: Message) => boolean): Awaited {
  const { promise, resolve } = Promise.withResolvers<Message>();
  const look = (message: Message): void => {
    if (!isIt(message)) return;
    events.off('created', look);
    resolve(message);
  };
  events.on('created', look);
  return Object.assign(promise, { stop: () => void events.off('created', look) });
}

function hasCard(message: Message | undefined): boolean {
  return message?.body.components?.some(({ type }) => type === CONTAINER) ?? false;
}

/** So much that the soak itself does not fill its memory. */
function forget({ world: { messages } }: PretendDiscord): void {
  for (const id of messages.keys()) {
    if (messages.size <= KEPT_MESSAGES) return;
    messages.delete(id);
  }
}
