import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTurns } from '../../adapters/discord/turns.ts';
import type { Channel, Message, Person, Response } from '../../playground/pretend-discord.ts';
import { type Conversation, startConversation, textOf, troubles } from './conversation.ts';

const WORDS = 'You are asking faster than the app may answer';

let talk: Conversation;
let ann: Person;
let room: Channel;
let clock: { now: number };
beforeEach(async () => {
  clock = { now: 0 };
  talk = await startConversation({ turns: createTurns(() => clock.now) });
  ann = talk.discord.person('ann');
  room = talk.discord.channel(talk.discord.guild());
});
afterEach(async () => {
  expect(troubles(talk)).toEqual([]);
  await talk.close();
});

const ask = (query = '502', person = ann): Promise<Response> =>
  talk.discord.slash(person, room, { name: 'http', options: { query } });
const complete = (): Promise<Response> =>
  talk.discord.complete(ann, room, { name: 'http', options: { query: '50' }, focused: 'query' });
const mention = (person = ann): Message => talk.discord.say(person, room, `<@${talk.discord.world.bot.id}> 502`);

async function times<Result>(count: number, act: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let n = 0; n < count; n += 1) results.push(await act());
  return results;
}

/** Resolves when the bot has had the chance to answer: it answers what somebody else asks after it first. */
async function silence(say: () => void): Promise<void> {
  const created: Message[] = [];
  const listener = (message: Message): void => void created.push(message);
  talk.discord.events.on('created', listener);
  say();
  await ask('404', talk.discord.person('bo'));
  talk.discord.events.off('created', listener);
  expect(created.filter(({ onlyFor, author }) => author.bot && onlyFor?.name !== 'bo')).toEqual([]);
}

describe('whoever asks more than twenty questions in ten seconds', () => {
  it('is told so privately, in one response, whatever they use', async () => {
    const window = await talk.discord.press(ann, (await ask('help')).message ?? expect.fail(), 'Search');
    const [first] = await times(18, ask);
    const card = first?.message ?? expect.fail();
    const said = talk.discord.say(ann, room, 'HTTP 502');
    for (const use of [
      () => ask(),
      () => talk.discord.press(ann, card, 'More'),
      () => talk.discord.press(ann, card, 'Share'),
      () => talk.discord.submit(ann, window, '502'),
      () => talk.discord.useOnMessage(ann, said, 'Explain HTTP statuses'),
    ]) {
      const { message } = await use();
      expect(message?.onlyFor).toBe(ann);
      expect(textOf(message)).toContain(WORDS);
    }
    expect((await complete()).choices).toEqual([]);
  });

  it('is told in their language', async () => {
    const bo = talk.discord.person('bo', 'zh-CN');
    const answers = await times(21, () => ask('502', bo));
    expect(textOf(answers.at(-1)?.message)).toBe('你问得太快了，请过几秒再试。');
  });

  it('may ask again ten seconds after the first question', async () => {
    await times(25, ask);
    clock.now += 10_000;
    expect(textOf((await ask()).message)).toContain('## 502');
  });

  it('does not keep anybody else from asking', async () => {
    await times(21, ask);
    expect(textOf((await ask('502', talk.discord.person('cy'))).message)).toContain('## 502');
  });

  it('by mentions is told so once, in a direct message', async () => {
    await times(20, ask);
    const told = talk.discord.next('created');
    mention();
    const word = await told;
    expect(word.channel).toBe(talk.discord.direct(ann));
    expect(textOf(word)).toContain(WORDS);
    await silence(() => {
      mention();
      mention();
    });
  });

  it('by mentions is told again only after having been answered again', async () => {
    await times(20, ask);
    const told = talk.discord.next('created');
    mention();
    await told;
    clock.now += 10_000;
    const answered = talk.discord.next('created');
    mention();
    expect(textOf(await answered)).toContain('## 502');
    await times(19, ask);
    const again = talk.discord.next('created');
    mention();
    expect(textOf(await again)).toContain(WORDS);
  });

  it('and takes no direct messages is refused without a word', async () => {
    talk.discord.direct(ann).bot.send = false;
    await times(20, ask);
    const refused = talk.discord.next('refused');
    await silence(() => void mention());
    await refused;
    talk.discord.refusals.length = 0;
  });
});

describe('suggestions', () => {
  it('are counted apart, so that typing a question leaves the question', async () => {
    const lists = await times(21, complete);
    expect(lists.map(({ choices = [] }) => choices.length > 0)).toEqual([...Array(20).fill(true), false]);
    expect(textOf((await ask()).message)).toContain('## 502');
  });
});
