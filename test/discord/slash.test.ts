import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, type Conversation, startConversation, textOf } from './conversation.ts';

let talk: Conversation;
beforeAll(async () => {
  talk = await startConversation();
});
afterEach(() => {
  expect(talk.discord.refusals.splice(0)).toEqual([]);
});
afterAll(() => talk.close());

describe('/http in a server', () => {
  it('is answered by a card that only the asker sees', async () => {
    const { discord } = talk;
    const ann = discord.person('ann');
    const { message } = await discord.slash(ann, discord.channel(discord.guild()), {
      name: 'http',
      options: { query: '502' },
    });
    expect(message?.onlyFor).toBe(ann);
    expect(textOf(message)).toContain('## 502 Bad Gateway');
    expect(buttonsOf(message)).toEqual(expect.arrayContaining(['Share', 'More', '中文']));
  });
});
