// People in Slack: commands, mentions that may come twice, explained messages, and cards that are shared.
import { addMessage, type PostedMessage } from '../../../playground/pretend-slack/workspace.ts';
import type { PretendSlack } from '../../../playground/pretend-slack.ts';
import type { KeyOf } from './faulty-proxy.ts';
import { askInTurn, type Crowd, DOUBLE_MS, PEOPLE, pick, QUESTIONS } from './people.ts';
import type { Outcome, Tally } from './tally.ts';

const CHANNEL = 'C0INCIDENT';
const LOG = 'GET /orders HTTP/1.1" 502 157\nupstream sent status=504';
const KEPT_MESSAGES = 1000;

/**
 * What is private goes over a response_url, what is public to a thread too; the ways beside those stay open. A private
 * card whose arrival Slack does not confirm is sent another way, so it may come twice, which is better than not at all.
 */
export const slackKey: KeyOf = (path, body, fault) => {
  const isPrivate = !body.includes('"in_channel"');
  if (path.startsWith('/response/')) return isPrivate && fault.endsWith(' after') ? undefined : path;
  if (path.endsWith('/users.info')) return body;
  return path.endsWith('/chat.postMessage') ? /thread_ts=[\d.]+/.exec(body)?.[0] : undefined;
};

export async function slackLoad(slack: PretendSlack, crowd: Crowd, tally: Tally): Promise<void> {
  const { people } = slack.workspace;
  for (let index = 0; index < PEOPLE; index += 1)
    people.set(personAt(index), { id: personAt(index), name: `p${index}`, locale: 'en-US' });
  const kinds = [command, command, mention, explain, share];
  await askInTurn(crowd, async (turn) => {
    const user = personAt(turn);
    forget(slack, user);
    await pick(kinds, turn)({ slack, tally, user, turn });
  });
}

interface Asking {
  slack: PretendSlack;
  tally: Tally;
  user: string;
  turn: number;
}

function personAt(turn: number): string {
  return `U0SOAK${turn % PEOPLE}`;
}

async function command({ slack, tally, user, turn }: Asking): Promise<void> {
  const answer = slack.command('/http', pick(QUESTIONS, turn), { user, channel: CHANNEL });
  await tally.ask(
    'slack command',
    answer.then(({ status, body }): Outcome => (status === 200 && body?.blocks ? 'answered' : 'lost')),
  );
}

/** In a thread of its own, so that its answer is known. Slack delivers some twice, when it is unsure. */
async function mention({ slack, tally, user, turn }: Asking): Promise<void> {
  const { ts } = addMessage(slack.workspace, { channel: CHANNEL, text: 'it is down', by: user });
  const text = `<@${slack.workspace.botUser}> ${pick(QUESTIONS, turn)}`;
  const event = { type: 'app_mention', user, text, channel: CHANNEL, ts: `${ts}1`, thread_ts: ts };
  const ask = async (): Promise<void> => {
    const delivery = await slack.event(event);
    if (turn % 2 === 0) await slack.deliver({ ...delivery, retry: 1 });
  };
  await outcome({ slack, tally, user, turn }, 'slack mention', { ask, isCard: ({ threadTs }) => threadTs === ts });
}

async function explain(asking: Asking): Promise<void> {
  await privateCard(asking);
}

async function privateCard(asking: Asking): Promise<PostedMessage | undefined> {
  const { slack, user } = asking;
  const ask = () => slack.messageShortcut('explain', { ts: '1.1', text: LOG }, { user, channel: CHANNEL });
  return outcome(asking, 'slack message', { ask, isCard: ({ ephemeralTo }) => ephemeralTo === user });
}

/** Pressed twice, as impatient people do: that gives one message. */
async function share(asking: Asking): Promise<void> {
  const { slack, user } = asking;
  const card = await privateCard(asking);
  if (!card) return;
  const ask = () => Promise.all([slack.press(card, 'Share', user), slack.press(card, 'Share', user)]);
  const isCard = ({ ephemeralTo, threadTs, blocks }: PostedMessage): boolean =>
    !ephemeralTo && !threadTs && JSON.stringify(blocks).includes(`<@${user}>`);
  await outcome(asking, 'slack share', { ask, isCard });
}

interface Act {
  ask: () => Promise<unknown>;
  isCard: (message: PostedMessage) => boolean;
}

/** The card, if it came. */
async function outcome(
  { slack, tally, user }: Asking,
  kind: string,
  { ask, isCard }: Act,
): Promise<PostedMessage | undefined> {
  const before = new Set(slack.messages());
  const cards = (): PostedMessage[] =>
    slack.messages().filter((one) => one.blocks.length > 0 && !before.has(one) && isCard(one));
  const came = async (): Promise<Outcome> => {
    await ask();
    return slack.until((): Outcome | false => (cards().length > 0 ? 'answered' : isTold(slack, user) && 'told'));
  };
  await tally.ask(kind, came());
  setTimeout(() => cards().length > 1 && tally.doubled(kind), DOUBLE_MS);
  return cards()[0];
}

/** Words without a card, for them alone. */
function isTold(slack: PretendSlack, user: string): boolean {
  return slack.messages().some((one) => one.blocks.length === 0 && isFor(user, one));
}

function isFor(user: string, { ephemeralTo, channel }: PostedMessage): boolean {
  return ephemeralTo === user || channel === `D${user}`;
}

/** What they were told before, and so much that the soak itself does not fill its memory. */
function forget({ workspace }: PretendSlack, user: string): void {
  workspace.messages = workspace.messages.filter((one) => !isFor(user, one)).slice(-KEPT_MESSAGES);
  workspace.calls.length = 0;
}
