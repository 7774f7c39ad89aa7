import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Person } from '../../playground/pretend-discord.ts';
import { type Conversation, startConversation, textOf, troubles } from './conversation.ts';

let talk: Conversation;
let ann: Person;
let room: Channel;
beforeAll(async () => {
  talk = await startConversation();
  ann = talk.discord.person('ann');
  room = talk.discord.channel(talk.discord.guild());
});
afterEach(() => {
  expect(troubles(talk)).toEqual([]);
});
afterAll(() => talk.close());

const NAME = 'Explain HTTP statuses';
const explain = (content: string, extra: object = {}, channel = room) =>
  talk.discord.useOnMessage(ann, talk.discord.say(ann, channel, content, extra), NAME);

describe('Explain HTTP statuses', () => {
  it('answers privately', async () => {
    const { message } = await explain('GET /health HTTP/1.1" 502 12');
    expect(message?.onlyFor).toBe(ann);
    expect(textOf(message)).toContain('502');
  });

  it('answers plainly in a direct message', async () => {
    const { message } = await explain('HTTP 502', {}, talk.discord.direct(ann));
    expect(message?.onlyFor).toBeUndefined();
  });

  it.each([
    ['the content', 'upstream says HTTP 504', {}],
    ["an embed's description", '', { embeds: [{ title: 'Alert', description: 'status code 504' }] }],
    ["an embed's fields", '', { embeds: [{ fields: [{ name: 'Status', value: 'HTTP 504' }] }] }],
    ["an embed's footer", '', { embeds: [{ title: 'x', footer: { text: 'HTTP 504' } }] }],
    ['a text display deep inside', '', { components: [{ type: 17, components: [{ type: 10, content: 'HTTP 504' }] }] }],
    [
      'a section',
      '',
      {
        components: [
          {
            type: 9,
            components: [{ type: 10, content: 'HTTP 504' }],
            accessory: { type: 2, style: 5, label: 'x', url: 'https://example.com' },
          },
        ],
      },
    ],
  ])('reads %s', async (_, content, extra) => {
    expect(textOf((await explain(content, extra)).message)).toContain('504');
  });

  it.each(['good morning', '', '🙈'])('answers a message without any status code: %j', async (content) => {
    const { message } = await explain(content);
    expect(message?.onlyFor).toBe(ann);
    expect(textOf(message)).not.toBe('');
  });
});
