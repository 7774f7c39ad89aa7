import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withinBoundary } from '../../adapters/discord/boundary.ts';
import type { Channel, Message, Person } from '../../playground/pretend-discord.ts';
import { type Conversation, core, startConversation, textOf } from './conversation.ts';

let talk: Conversation;
let ann: Person;
let room: Channel;
let bot: string;
beforeEach(async () => {
  talk = await startConversation();
  ann = talk.discord.person('ann');
  room = talk.discord.channel(talk.discord.guild());
  bot = `<@${talk.discord.world.bot.id}>`;
});
afterEach(() => talk.close());

const ask = (query = '502', person = ann) => talk.discord.slash(person, room, { name: 'http', options: { query } });
/** The adapter is still there. */
const survives = async (): Promise<void> => expect(textOf((await ask('404')).message)).toContain('## 404 Not Found');

async function answerTo(content: string, channel = room): Promise<Message> {
  const created = talk.discord.next('created');
  talk.discord.say(ann, channel, content);
  return created;
}

describe('an answer that Discord does not take at first', () => {
  it.each([
    ['a rate limit', { status: 429, retryAfter: 0.05 }],
    ['one server error', { status: 500 }],
    ['two server errors', { status: 503, times: 2 }],
    ['a connection that is cut', { status: 0 }],
  ])('is sent again after %s', async (_, fault) => {
    talk.discord.faults.push({ match: 'POST /interactions', ...fault });
    expect(textOf((await ask()).message)).toContain('## 502 Bad Gateway');
  });

  it.each([
    ['server errors without end', { status: 500, times: 3 }],
    ['connections that are cut', { status: 0, times: 3 }],
    ['a rate limit longer than anybody waits', { status: 429, retryAfter: 60 }],
  ])('ends in a private apology in their language after %s', async (_, fault) => {
    talk.discord.faults.push({ match: 'POST /interactions', ...fault });
    const { message } = await ask('502', talk.discord.person('bo', 'zh-CN'));
    const id = /`([0-9a-f]{8})`/.exec(textOf(message))?.[1];
    expect(textOf(message)).toContain('我们这边出了点问题');
    expect(message?.onlyFor?.name).toBe('bo');
    expect(talk.logs).toContainEqual(expect.objectContaining({ id, msg: 'could not answer' }));
  });

  it('is not given twice where only the confirmation was lost', async () => {
    talk.discord.faults.push({ match: 'POST /interactions', status: 500, carriedOut: true });
    const refused = talk.discord.next('refused');
    await ask();
    expect((await refused).code).toBe(40060);
    await survives();
    expect(talk.discord.world.messages.size).toBe(2);
  });

  it('is not given twice to a mention either', async () => {
    const answers = (): Message[] => [...talk.discord.world.messages.values()].filter(({ author }) => author.bot);
    talk.discord.faults.push({ match: 'POST /channels', status: 500, carriedOut: true });
    talk.discord.say(ann, room, `${bot} 502`);
    talk.discord.say(ann, room, `${bot} 404`);
    await vi.waitFor(() => expect(answers().some((answer) => textOf(answer).includes('## 404'))).toBe(true));
    expect(answers().filter((answer) => textOf(answer).includes('## 502'))).toHaveLength(1);
  });
});

describe('an interaction', () => {
  it('older than three seconds is given up, and nothing else', async () => {
    const refused = talk.discord.next('refused');
    void talk.discord.slash(ann, room, { name: 'http', options: { query: '502' }, sentAgoMs: 4_000 });
    expect((await refused).code).toBe(10062);
    await survives();
    expect(talk.logs).toContainEqual(expect.objectContaining({ msg: 'nobody is there to answer any more' }));
  });

  it('on a message that was deleted meanwhile is answered by a new private one', async () => {
    const { message } = await ask();
    if (!message) expect.fail('no message');
    message.deleted = true;
    const pressed = await talk.discord.press(ann, message, 'More');
    expect(pressed.message).not.toBe(message);
    expect(pressed.message?.onlyFor).toBe(ann);
    expect(textOf(pressed.message)).toContain('**Facts**');
  });

  it('whose shared card is refused ends in a private word', async () => {
    const { message } = await ask();
    talk.discord.faults.push({ match: 'POST /webhooks', status: 403 });
    const created = talk.discord.next('created');
    await talk.discord.press(ann, message ?? expect.fail(), 'Share');
    const told = await created;
    expect(told.onlyFor).toBe(ann);
    expect(textOf(told)).toContain('may not post');
    expect(message?.deleted).toBe(false);
  });

  it('to delete what is already deleted is no trouble', async () => {
    const { message } = await talk.discord.slash(ann, room, { name: 'http', options: { query: '502', share: true } });
    if (!message) expect.fail('no message');
    message.deleted = true;
    const refused = talk.discord.next('refused');
    void talk.discord.press(ann, message, 'Delete');
    await refused;
    await survives();
  });
});

describe('a mention', () => {
  it.each(['send', 'view'] as const)(
    'where the bot may not %s is answered in a direct message that says why',
    async (right) => {
      room.bot[right] = false;
      const answer = await answerTo(`${bot} 502`);
      expect(answer.channel).toBe(talk.discord.direct(ann));
      expect(textOf(answer)).toContain('may not post');
      expect(textOf(answer)).toContain('## 502 Bad Gateway');
    },
  );

  it('where the bot may not read what was said is answered without a reference', async () => {
    room.bot.history = false;
    const answer = await answerTo(`${bot} 502`);
    expect(answer.channel).toBe(room);
    expect(answer.replyTo).toBeUndefined();
    expect(textOf(answer)).toContain('## 502 Bad Gateway');
  });

  it('that can be answered nowhere ends nothing', async () => {
    room.bot.send = false;
    talk.discord.direct(ann).bot.send = false;
    talk.discord.say(ann, room, `${bot} 502`);
    await vi.waitFor(() => expect(talk.logs).toContainEqual(expect.objectContaining({ msg: 'could not apologize' })));
    await survives();
  });

  it('in a channel that is gone ends nothing', async () => {
    const refused = talk.discord.next('refused');
    room.deleted = true;
    talk.discord.say(ann, room, `${bot} 502`);
    expect((await refused).code).toBe(10003);
    room.deleted = false;
    await survives();
  });

  it('that meets server errors without end is apologized for in a direct message', async () => {
    talk.discord.faults.push({ match: `POST /channels/${room.id}`, status: 500, times: 3 });
    const answer = await answerTo(`${bot} 502`);
    expect(answer.channel).toBe(talk.discord.direct(ann));
    expect(textOf(answer)).toContain('Something went wrong on our side');
  });
});

describe('an error of our own', () => {
  const broken = (): never => {
    throw new Error('broken on purpose');
  };

  it('is logged with an id, which the person is told privately in their language', async () => {
    const conversation = await startConversation({ core: { ...core, answer: broken, suggest: broken } });
    const { discord, logs } = conversation;
    const channel = discord.channel(discord.guild());
    const { message } = await discord.slash(discord.person('bo', 'zh-CN'), channel, {
      name: 'http',
      options: { query: '502' },
    });
    const id = /`([0-9a-f]{8})`/.exec(textOf(message))?.[1];
    expect(textOf(message)).toContain('我们这边出了点问题');
    expect(message?.onlyFor?.name).toBe('bo');
    expect(logs).toContainEqual(
      expect.objectContaining({ id, err: expect.objectContaining({ message: 'broken on purpose' }) }),
    );
    const { choices } = await discord.complete(discord.person('cy'), channel, {
      name: 'http',
      options: { query: '5' },
      focused: 'query',
    });
    expect(choices).toEqual([]);
    await conversation.close();
  });
});

describe('the boundary', () => {
  it('ends what never ends, with an apology', async () => {
    const told: string[] = [];
    const tell = async (words: string) => void told.push(words);
    const boundary = { kind: 'test', log: pino({ level: 'silent' }), t: core.translate('en'), tell, limitMs: 5 };
    await withinBoundary(boundary, () => new Promise(() => undefined));
    expect(told).toEqual([expect.stringContaining('Something went wrong on our side')]);
  });

  it('writes neither tokens nor what people read into the log', async () => {
    talk.discord.faults.push({ match: 'POST /interactions', status: 500, times: 3 });
    await ask();
    void talk.discord.slash(ann, room, { name: 'http', options: { query: '502' }, sentAgoMs: 4_000 });
    await talk.discord.next('refused');
    await survives();
    const log = JSON.stringify(talk.logs);
    expect(log).toContain('could not answer');
    expect(log).toContain('nobody is there');
    expect(log).not.toMatch(/[0-9a-f]{12}-token|Bad Gateway/);
  });
});
