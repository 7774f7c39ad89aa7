import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flatten } from '../../playground/pretend-discord/message-rules.ts';
import type { Channel, Person } from '../../playground/pretend-discord.ts';
import { buttonsOf, type Conversation, startConversation, textOf, troubles } from './conversation.ts';

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

const ask = (query: string, options: Record<string, string | boolean> = {}, person = ann, channel = room) =>
  talk.discord.slash(person, channel, { name: 'http', options: { query, ...options } });

describe('/http in a server', () => {
  it('is answered by a card that only the asker sees', async () => {
    const { message } = await ask('502');
    expect(message?.onlyFor).toBe(ann);
    expect(textOf(message)).toContain('## 502 Bad Gateway');
    expect(buttonsOf(message)).toEqual(expect.arrayContaining(['Share', 'More', '中文']));
    const [container] = message?.body.components ?? [];
    expect(container).toMatchObject({ type: 17, accent_color: 0xe5484d });
  });

  it('answers everyone when asked to share, and says who asked', async () => {
    const { message } = await ask('502', { share: true });
    expect(message?.onlyFor).toBeUndefined();
    expect(textOf(message)).toContain(`-# Shared by <@${ann.id}>`);
    expect(buttonsOf(message)).toEqual(['More', '中文', 'Open source', 'Delete']);
    expect(message?.body.allowed_mentions).toEqual({ parse: [] });
  });

  it('gives help for an empty question', async () => {
    const { message } = await talk.discord.slash(ann, room, { name: 'http' });
    expect(message?.onlyFor).toBe(ann);
    expect(textOf(message)).toContain('## Ask about an HTTP status');
  });

  it('shows what was typed as it is: no mention, no link, no formatting', async () => {
    const { message } = await ask('zzqq <@123456789012345678> @everyone [x](https://evil.example) ||a|| `b');
    const shown = textOf(message).replace(/`[^`\n]*`/g, '');
    expect(shown).not.toMatch(/(?<!\\)<@|(?<!\\)@everyone|\]\(https:\/\/evil|(?<!\\)\|\|/);
  });

  it('has one primary button and no id twice', async () => {
    const { message } = await ask('502');
    const buttons = flatten(message?.body.components ?? []).filter(({ type }) => type === 2);
    expect(buttons.filter(({ style }) => style === 1).map(({ label }) => label)).toEqual(['Share']);
  });
});

describe('/http in a direct message', () => {
  it('is answered plainly, without anything to share', async () => {
    const { message } = await ask('502', {}, ann, talk.discord.direct(ann));
    expect(message?.onlyFor).toBeUndefined();
    expect(buttonsOf(message)).not.toContain('Share');
    expect(buttonsOf(message)).not.toContain('Delete');
  });

  it('stays plain when asked to share', async () => {
    const { message } = await ask('502', { share: true }, ann, talk.discord.direct(ann));
    expect(textOf(message)).not.toContain('Shared by');
  });

  it('changes its card in place', async () => {
    const { message } = await ask('502', {}, ann, talk.discord.direct(ann));
    const pressed = await talk.discord.press(ann, message ?? expect.fail(), 'More');
    expect(pressed.message).toBe(message);
  });
});

describe('a private card', () => {
  it('changes in place to more, less and the other language', async () => {
    const { message } = await ask('502');
    if (!message) expect.fail('no message');
    expect((await talk.discord.press(ann, message, 'More')).message).toBe(message);
    expect(textOf(message)).toContain('**Facts**');
    await talk.discord.press(ann, message, '中文');
    expect(textOf(message)).toContain('**要点**');
    await talk.discord.press(ann, message, '收起');
    expect(textOf(message)).not.toContain('**要点**');
    expect(message.onlyFor).toBe(ann);
  });
});

describe('the language', () => {
  it.each([
    ['the option', '502', { language: 'zh-CN' }, 'en-US', 'en-US', '可能原因'],
    [
      'a language named in the question, before the option',
      '502 en',
      { language: 'zh-CN' },
      'zh-CN',
      'zh-CN',
      'Likely causes',
    ],
    ["the person's where the option names none of ours", '502', { language: 'xx' }, 'zh-CN', 'en-US', '可能原因'],
    ["the person's", '502', {}, 'zh-CN', 'en-US', '可能原因'],
    ["the person's, in Taiwan", '502', {}, 'zh-TW', 'en-US', '可能原因'],
    ["the server's where there is none in the person's", '502', {}, 'de', 'zh-CN', '可能原因'],
    ["the question's before the person's", '网关错误', {}, 'en-US', 'en-US', '可能原因'],
    ["the option before the question's", '网关错误', { language: 'en' }, 'zh-CN', 'en-US', 'Likely causes'],
    ["the person's where the question is in Japanese", '502 ゲートウェイ', {}, 'en-US', 'en-US', 'Likely causes'],
    ['the default where neither is served', '502', {}, 'de', 'fr', 'Likely causes'],
  ])('is %s', async (_, query, options, person, guild, expected) => {
    const { discord } = talk;
    const { message } = await ask(
      query,
      options,
      discord.person('bo', person),
      discord.channel(discord.guild({ locale: guild })),
    );
    expect(textOf(message)).toContain(expected);
  });

  it('is the default of the process where neither is served', async () => {
    const chinese = await startConversation({ defaultLocale: 'zh-CN' });
    const { discord } = chinese;
    const channel = discord.channel(discord.guild({ locale: 'fr' }));
    const { message } = await discord.slash(discord.person('bo', 'de'), channel, {
      name: 'http',
      options: { query: '502' },
    });
    expect(textOf(message)).toContain('可能原因');
    await chinese.close();
  });
});

describe('autocomplete', () => {
  const complete = (query: string, locale = 'en-US') =>
    talk.discord.complete(talk.discord.person('bo', locale), room, {
      name: 'http',
      options: { query },
      focused: 'query',
    });

  it.each(['', '5', '50', 'nginx', 'gateway', '网关', 'zzzzqq'])('offers at most 25 choices for %j', async (typed) => {
    const { choices = [] } = await complete(typed);
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const { name, value } of choices) expect(Math.max(name.length, value.length)).toBeLessThanOrEqual(100);
  });

  it('offers the code itself first', async () => {
    const { choices } = await complete('502');
    expect(choices?.[0]).toMatchObject({ value: '502', name: expect.stringContaining('502 Bad Gateway') });
  });

  it("is in the asker's language", async () => {
    const { choices } = await complete('502', 'zh-CN');
    expect(choices?.[0]?.name).toMatch(/\p{Script=Han}/u);
  });

  it('completes every code of a comparison', async () => {
    const options = { first: '502', second: '50' };
    const { choices } = await talk.discord.complete(ann, room, { name: 'http-compare', options, focused: 'second' });
    expect(choices?.map(({ value }) => value)).toContain('504');
  });
});

describe('other commands', () => {
  it('/http-compare sets codes side by side', async () => {
    const { message } = await talk.discord.slash(ann, room, {
      name: 'http-compare',
      options: { first: '502', second: '504' },
    });
    expect(textOf(message)).toMatch(/## 502 .*504/);
    expect(message?.onlyFor).toBe(ann);
  });

  it('/http-compare answers what was typed without choosing', async () => {
    const options = { first: '502', second: '504', third: '503', language: 'zh-CN' };
    const { message } = await talk.discord.slash(ann, room, { name: 'http-compare', options });
    expect(textOf(message)).toMatch(/## 502.*504.*503/);
  });

  it('/http-guide opens the decision guide', async () => {
    const { message } = await talk.discord.slash(ann, room, { name: 'http-guide' });
    expect(textOf(message)).toContain('## Which code should my API return?');
  });

  it('answers a command of an earlier version with help', async () => {
    const { discord } = talk;
    const old = await startConversation();
    const commands = old.discord.commands.get('') ?? [];
    commands.push({ type: 1, name: 'status', description: 'gone since' });
    const { message } = await old.discord.slash(old.discord.person('bo'), old.discord.channel(old.discord.guild()), {
      name: 'status',
    });
    expect(textOf(message)).toContain('## Ask about an HTTP status');
    await old.close();
    expect(discord.refusals).toEqual([]);
  });
});
