import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeButton } from '../../adapters/button-id.ts';
import { flatten } from '../../playground/pretend-discord/message-rules.ts';
import type { Channel, Message, Person, Response } from '../../playground/pretend-discord.ts';
import { buttonsOf, type Conversation, core, optionsOf, startConversation, textOf, troubles } from './conversation.ts';

let talk: Conversation;
let ann: Person;
let bo: Person;
let room: Channel;
beforeAll(async () => {
  talk = await startConversation();
  ann = talk.discord.person('ann');
  bo = talk.discord.person('bo', 'zh-CN');
  room = talk.discord.channel(talk.discord.guild());
});
afterEach(() => {
  expect(troubles(talk)).toEqual([]);
});
afterAll(() => talk.close());

async function card(query: string, options: Record<string, string | boolean> = {}): Promise<Message> {
  const { message } = await talk.discord.slash(ann, room, { name: 'http', options: { query, ...options } });
  return message ?? expect.fail('no message');
}

/** Shares the card and resolves when the private one is gone. */
async function shared(query: string): Promise<Message> {
  const { discord } = talk;
  const own = await card(query);
  const created = discord.next('created');
  const deleted = discord.next('deleted');
  await discord.press(ann, own, 'Share');
  expect(await deleted).toBe(own);
  return created;
}

/** Its pressable labels; a link is opened by the browser. */
function labels(message: Message): string[] {
  const links = flatten(message.body.components ?? []).flatMap(({ url, label }) => (url && label ? [label] : []));
  return [...buttonsOf(message), ...optionsOf(message)].filter((label) => !links.includes(label));
}

describe('Share', () => {
  it('posts a new message that names who shared it, and takes the private card away', async () => {
    const posted = await shared('502');
    expect(posted.onlyFor).toBeUndefined();
    expect(textOf(posted)).toContain('## 502 Bad Gateway');
    expect(textOf(posted)).toContain(`-# Shared by <@${ann.id}>`);
    expect(posted.body.allowed_mentions).toEqual({ parse: [] });
  });

  it('posts one message, also where it is pressed twice at once', async () => {
    const { discord } = talk;
    const own = await card('502');
    const posted: Message[] = [];
    const note = (message: Message): void => void posted.push(message);
    discord.events.on('created', note);
    const deleted = discord.next('deleted');
    const presses = await Promise.all([discord.press(ann, own, 'Share'), discord.press(ann, own, 'Share')]);
    expect(presses.map(({ type }) => type)).toEqual([6, 6]);
    await deleted;
    discord.events.off('created', note);
    expect(posted.map(({ onlyFor }) => onlyFor)).toEqual([undefined]);
  });

  it('keeps on the shared card only what everyone can use', async () => {
    expect(buttonsOf(await shared('502'))).toEqual(['More', '中文', 'Open source', 'Delete']);
  });

  it('answers whoever presses a shared card privately, the sharer too, and leaves the card alone', async () => {
    const posted = await shared('502');
    for (const person of [ann, bo]) {
      const { message } = await talk.discord.press(person, posted, 'More');
      expect(message?.onlyFor).toBe(person);
      expect(textOf(message)).toContain('**Facts**');
      expect(textOf(message)).not.toContain('Only the person');
    }
    expect(textOf(posted)).not.toContain('**Facts**');
  });

  it('says so where the server keeps outside apps private', async () => {
    const { discord } = talk;
    const channel = discord.channel(discord.guild({ hasApp: false, allowsExternalApps: false }));
    const { message } = await discord.slash(ann, channel, { name: 'http', options: { query: '502' } });
    const told = await discord.press(ann, message ?? expect.fail(), 'Share');
    expect(told.message?.onlyFor).toBe(ann);
    expect(textOf(told.message)).toContain('not installed in this server');
  });

  it('says so on the card that was asked to be shared at once', async () => {
    const { discord } = talk;
    const channel = discord.channel(discord.guild({ hasApp: false, allowsExternalApps: false }));
    const { message } = await discord.slash(bo, channel, { name: 'http', options: { query: '502', share: true } });
    expect(textOf(message)).toContain('没有安装本应用');
    expect(textOf(message)).toContain('## 502 Bad Gateway');
    expect(buttonsOf(message)).toContain('分享');
  });

  it('works where the server allows outside apps', async () => {
    const { discord } = talk;
    const channel = discord.channel(discord.guild({ hasApp: false }));
    const { message } = await discord.slash(ann, channel, { name: 'http', options: { query: '502', share: true } });
    expect(message?.onlyFor).toBeUndefined();
  });
});

describe('Delete', () => {
  it('removes the card for the one who shared it', async () => {
    const posted = await shared('502');
    const deleted = talk.discord.next('deleted');
    await talk.discord.press(ann, posted, 'Delete');
    expect(await deleted).toBe(posted);
  });

  it('tells anybody else privately, in their language, who can', async () => {
    const posted = await shared('502');
    const { message } = await talk.discord.press(bo, posted, 'Delete');
    expect(message?.onlyFor).toBe(bo);
    expect(textOf(message)).toBe(`只有 <@${ann.id}> 能删除这张卡片。`);
    expect(posted.deleted).toBe(false);
  });
});

describe("somebody else's or an old card", () => {
  it('gives the other person a card of their own, and says why', async () => {
    const { discord } = talk;
    const created = discord.next('created');
    discord.say(ann, room, `<@${discord.world.bot.id}> 502`);
    const { message } = await discord.press(bo, await created, 'More');
    expect(message?.onlyFor).toBe(bo);
    expect(textOf(message)).toContain('Only the person who asked can do that');
    expect(textOf(message)).toContain('**Facts**');
  });

  it.each([
    ['0|sc|en|1|502', '这张卡片来自旧版本，请重新查询：`/http 502`。'],
    ['something else', '这张卡片来自旧版本，请用 `/http` 重新查询。'],
  ])('answers a button of an earlier version: %s', async (id, words) => {
    const { discord } = talk;
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Old', custom_id: id }] };
    const body = { components: [row], content: 'old' };
    const old: Message = {
      id: discord.world.snowflake(),
      channel: room,
      author: discord.world.bot,
      body,
      flags: 0,
      deleted: false,
    };
    const { message } = await discord.press(bo, old, 'Old');
    expect(message?.onlyFor).toBe(bo);
    expect(textOf(message)).toBe(words);
  });

  it('understands a button whose language is no longer there', async () => {
    const { discord } = talk;
    const id = encodeButton({ verb: 'show', owner: bo.id, ask: { query: '502', detail: 'compact', locale: 'xx' } });
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Old', custom_id: id }] };
    const old: Message = {
      id: discord.world.snowflake(),
      channel: room,
      author: discord.world.bot,
      body: { components: [row] },
      flags: 32_768 + 64,
      onlyFor: bo,
      deleted: false,
    };
    const { message } = await discord.press(bo, old, 'Old');
    expect(textOf(message)).toContain('## 502 Bad Gateway');
  });
});

describe('menus and lists', () => {
  it('opens the chosen code in place', async () => {
    const list = await card('4xx');
    await talk.discord.press(ann, list, '404 Not Found');
    expect(textOf(list)).toContain('## 404 Not Found');
  });

  it('turns pages', async () => {
    const list = await card('4xx');
    await talk.discord.press(ann, list, 'Next');
    expect(textOf(list)).toContain('page 2 of');
    await talk.discord.press(ann, list, 'Previous');
    expect(textOf(list)).toContain('page 1 of');
  });
});

describe('Search', () => {
  const open = async (): Promise<{ help: Message; window: Response }> => {
    const help = await card('help');
    return { help, window: await talk.discord.press(ann, help, 'Search') };
  };

  it('opens a window, and answers in place what is typed there', async () => {
    const { help, window } = await open();
    expect(window.modal?.title).toBe('Search');
    const { message } = await talk.discord.submit(ann, window, '502');
    expect(message).toBe(help);
    expect(textOf(help)).toContain('## 502 Bad Gateway');
  });

  it('answers anything that is typed', async () => {
    const { window } = await open();
    const { message } = await talk.discord.submit(ann, window, '🙈'.repeat(30));
    expect(textOf(message)).not.toBe('');
  });
});

const QUESTIONS = [
  '502',
  '499',
  'nginx 499',
  '403.14',
  '4xx',
  '520-526',
  'nginx',
  'rfc 7231',
  '502 vs 504',
  '301 302 307 308',
  '299',
  '600',
  '999',
  'gateway',
  'zzqqxx',
  'help',
  'status code',
  'which',
];

describe('every component of every kind of card', () => {
  it.each(QUESTIONS.flatMap((query) => core.locales.map((locale) => [query, locale])))(
    'answers: %s in %s',
    async (query, language) => {
      const first = await card(query, { language });
      for (const label of labels(first)) {
        const fresh = await card(query, { language });
        const response = await talk.discord.press(ann, fresh, label);
        expect(response.message ?? response.modal, label).toBeDefined();
        if (response.modal) expect((await talk.discord.submit(ann, response, '404')).message).toBe(fresh);
      }
    },
  );

  it('answers at every step of the decision guide', async () => {
    const { message: start } = await talk.discord.slash(ann, room, { name: 'http-guide' });
    const seen = new Set<string>();
    const walk = async (message: Message): Promise<void> => {
      if (seen.has(textOf(message)) || /^## \d/m.test(textOf(message))) return;
      seen.add(textOf(message));
      for (const label of labels(message).filter((one) => one !== 'Share' && one !== '中文')) {
        const step = { ...message };
        await talk.discord.press(ann, step, label);
        await walk(step);
      }
    };
    await walk(start ?? expect.fail());
    expect(seen.size).toBeGreaterThan(1);
  });
});
