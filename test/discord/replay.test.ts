// What the gateway says twice is answered once, without anybody who remembers it: Discord knows each interaction and nonce.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel, Message, Person } from '../../playground/pretend-discord.ts';
import { type Conversation, startConversation, textOf } from './conversation.ts';

let talk: Conversation;
let ann: Person;
let room: Channel;
let messages: Message[];
beforeEach(async () => {
  talk = await startConversation();
  ann = talk.discord.person('ann');
  room = talk.discord.channel(talk.discord.guild());
  messages = [];
  talk.discord.events.on('created', (message) => void messages.push(message));
});
afterEach(async () => {
  expect(talk.logs.filter(({ level }) => level === 'error')).toEqual([]);
  await talk.close();
});

const ask = (query = '502') => talk.discord.slash(ann, room, { name: 'http', options: { query } });

/** Every event that this causes comes `times` times. */
async function replayed<Result>(times: number, use: () => Result): Promise<Awaited<Result>> {
  const { gateway } = talk.discord;
  const { dispatch } = gateway;
  gateway.dispatch = (...event) => {
    for (let n = 0; n < times; n += 1) dispatch(...event);
  };
  const result = await use();
  gateway.dispatch = dispatch;
  return result;
}

/** Resolves when everything that was said before has been handled. */
async function handled(): Promise<void> {
  const card = (await ask('404')).message;
  expect(textOf(card)).toContain('## 404');
  messages.splice(messages.indexOf(card ?? expect.fail()), 1);
}

describe('what comes twice', () => {
  it('is one answer to a command', async () => {
    await replayed(3, ask);
    await vi.waitFor(() => expect(talk.discord.refusals.map(({ code }) => code)).toEqual([40060, 40060]));
    await handled();
    expect(messages).toHaveLength(1);
  });

  it('is one card that is shared', async () => {
    const { message } = await ask();
    const deleted = talk.discord.next('deleted');
    await replayed(3, () => talk.discord.press(ann, message ?? expect.fail(), 'Share'));
    await deleted;
    await handled();
    expect(messages.filter(({ onlyFor }) => !onlyFor)).toHaveLength(1);
  });

  it('is one reply to a mention', async () => {
    await replayed(3, () => talk.discord.say(ann, room, `<@${talk.discord.world.bot.id}> 502`));
    await vi.waitFor(() => expect(messages).not.toEqual([]));
    await handled();
    expect(messages).toHaveLength(1);
  });

  it('is one direct message where the bot may not reply', async () => {
    room.bot.send = false;
    await replayed(3, () => talk.discord.say(ann, room, `<@${talk.discord.world.bot.id}> 502`));
    await vi.waitFor(() => expect(messages).not.toEqual([]));
    await handled();
    expect(messages.map(({ channel }) => channel)).toEqual([talk.discord.direct(ann)]);
  });
});
