import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Message, Person } from '../../playground/pretend-discord.ts';
import { buttonsOf, type Conversation, startConversation, textOf, troubles } from './conversation.ts';

let talk: Conversation;
let ann: Person;
let room: Channel;
let bot: string;
beforeAll(async () => {
  talk = await startConversation();
  ann = talk.discord.person('ann');
  room = talk.discord.channel(talk.discord.guild());
  bot = `<@${talk.discord.world.bot.id}>`;
});
afterEach(() => {
  expect(troubles(talk)).toEqual([]);
});
afterAll(() => talk.close());

/** What the bot posts next, when this is said. */
async function answerTo(
  content: string,
  channel = room,
  extra: object = {},
): Promise<{ question: Message; answer: Message }> {
  const created = talk.discord.next('created');
  const question = talk.discord.say(ann, channel, content, extra);
  return { question, answer: await created };
}

/** Resolves when the bot has had the chance to answer: it answers what is asked after it first. */
async function silence(say: () => void): Promise<void> {
  say();
  const { answer } = await answerTo(`${bot} 418`);
  expect(textOf(answer)).toContain('418');
}

describe('a mention', () => {
  it('is answered by a reply that notifies nobody', async () => {
    const { question, answer } = await answerTo(`${bot} 502?`);
    expect(answer.replyTo).toBe(question.id);
    expect(textOf(answer)).toContain('## 502 Bad Gateway');
    expect(answer.body.allowed_mentions).toEqual({ parse: [] });
    expect(answer.body.message_reference).toMatchObject({ fail_if_not_exists: false });
    expect(buttonsOf(answer)).toContain('Delete');
    expect(buttonsOf(answer)).not.toContain('Share');
  });

  it('needs no privileged intent', () => {
    const { gateway } = talk.discord;
    expect(gateway.hasIntent(1 << 15) || gateway.hasIntent(1 << 1) || gateway.hasIntent(1 << 8)).toBe(false);
  });

  it('is answered in a thread', async () => {
    const thread = talk.discord.channel(talk.discord.guild(), 11);
    const { answer } = await answerTo(`${bot} 502`, thread);
    expect(answer.channel).toBe(thread);
  });

  it('is found anywhere in the message, in the older form too', async () => {
    const { answer } = await answerTo(
      `what is 502 <@!${talk.discord.world.bot.id}> for <@123456789012345678> in <#123456789012345678> <:x:123456789012345678>`,
    );
    expect(textOf(answer)).toContain('## 502 Bad Gateway');
  });

  it('without a question gets help', async () => {
    expect(textOf((await answerTo(bot)).answer)).toContain('## Ask about an HTTP status');
  });

  it('changes in place for the one who asked', async () => {
    const { answer } = await answerTo(`${bot} 502`);
    await talk.discord.press(ann, answer, 'More');
    expect(textOf(answer)).toContain('**Facts**');
    expect(buttonsOf(answer)).toContain('Delete');
  });

  it('is deleted by the one who asked', async () => {
    const { answer } = await answerTo(`${bot} 502`);
    const deleted = talk.discord.next('deleted');
    await talk.discord.press(ann, answer, 'Delete');
    expect(await deleted).toBe(answer);
  });

  it('is answered without a reference where the question is gone', async () => {
    const created = talk.discord.next('created');
    const question = talk.discord.say(ann, room, `${bot} 502`);
    question.deleted = true;
    expect((await created).replyTo).toBeUndefined();
  });
});

describe('what is not for the bot', () => {
  it.each([
    ['a bare number', '502', {}],
    ['@everyone', '@everyone 502', {}],
    ['a role', '<@&123456789012345678> 502', {}],
    ['another person', '<@123456789012345678> 502', {}],
    ['the notice that somebody joined', '', { type: 7 }],
  ])('is not answered: %s', async (_, content, extra) => {
    await silence(() => void talk.discord.say(ann, room, content, extra));
  });

  it('is not answered: another bot', async () => {
    const { discord } = talk;
    const other = { ...discord.person('other'), bot: true };
    await silence(() => void discord.say(other, room, `${bot} 502`));
  });
});

describe('a direct message', () => {
  it('is answered without a mention', async () => {
    const { answer } = await answerTo('502', talk.discord.direct(ann));
    expect(textOf(answer)).toContain('## 502 Bad Gateway');
    expect(buttonsOf(answer)).not.toContain('Delete');
  });
});

describe('the language of an answer to a mention', () => {
  it.each([
    ['that of the question', 'en-US', '网关超时 502', '可能原因'],
    ["the server's", 'zh-CN', '502', '可能原因'],
    ["the server's, of the same language", 'zh-TW', '502', '可能原因'],
    ['the default where the server has another', 'ja', '502', 'Likely causes'],
    ['not Chinese for a question in Japanese', 'en-US', '502 とは何ですか 説明', 'Likely causes'],
  ])('is %s', async (_, locale, question, expected) => {
    const channel = talk.discord.channel(talk.discord.guild({ locale }));
    expect(textOf((await answerTo(`${bot} ${question}`, channel)).answer)).toContain(expected);
  });

  it("remembers the server's", async () => {
    const channel = talk.discord.channel(talk.discord.guild({ locale: 'zh-CN' }));
    await answerTo(`${bot} 502`, channel);
    const requests: string[] = [];
    const listener = ({ path }: { path: string }): void => void requests.push(path);
    talk.discord.events.on('requested', listener);
    await answerTo(`${bot} 503`, channel);
    talk.discord.events.off('requested', listener);
    expect(requests.filter((path) => path.startsWith('/guilds/'))).toEqual([]);
  });

  it('is the default where the server does not tell', async () => {
    talk.discord.faults.push({ match: 'GET /guilds', status: 500, times: 5 });
    const channel = talk.discord.channel(talk.discord.guild({ locale: 'zh-CN' }));
    expect(textOf((await answerTo(`${bot} 502`, channel)).answer)).toContain('Likely causes');
    talk.discord.faults.length = 0;
  });
});
