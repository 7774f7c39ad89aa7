import { once } from 'node:events';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen } from '../../adapters/discord/listen.ts';
import { type Channel, type Person, startPretendDiscord } from '../../playground/pretend-discord.ts';
import { type Conversation, core, startConversation, textOf } from './conversation.ts';

let talk: Conversation;
let ann: Person;
let room: Channel;
beforeEach(async () => {
  talk = await startConversation();
  ann = talk.discord.person('ann');
  room = talk.discord.channel(talk.discord.guild());
});
afterEach(() => talk.close());

const ask = (query = '502', person = ann) => talk.discord.slash(person, room, { name: 'http', options: { query } });
/** The adapter is still there. */
const survives = async (): Promise<void> => expect(textOf((await ask('404')).message)).toContain('## 404 Not Found');

describe('the connection', () => {
  it('is resumed after a drop, and what came meanwhile is answered', async () => {
    const { discord, adapter } = talk;
    expect(adapter.isReady()).toBe(true);
    discord.gateway.drop();
    await once(discord.gateway, 'closed');
    const answer = ask();
    await vi.waitFor(() => expect(adapter.isReady()).toBe(false));
    const [replayed] = await once(discord.gateway, 'resumed');
    expect(replayed).toBe(1);
    expect(textOf((await answer).message)).toContain('## 502 Bad Gateway');
    await vi.waitFor(() => expect(adapter.isReady()).toBe(true));
  });

  it('is resumed when Discord asks for it', async () => {
    talk.discord.gateway.requestReconnect();
    await once(talk.discord.gateway, 'resumed');
    await survives();
  });

  it('is resumed on the spot when the session is still good', async () => {
    talk.discord.gateway.invalidate(true);
    await once(talk.discord.gateway, 'resumed');
    await survives();
  });

  it('begins a new session when the old one is not', async () => {
    talk.discord.gateway.invalidate(false);
    await once(talk.discord.gateway, 'identified');
    await survives();
    await vi.waitFor(() => expect(talk.adapter.isReady()).toBe(true));
  });

  it('begins a new session when the old one was forgotten during a drop', async () => {
    const { gateway } = talk.discord;
    gateway.invalidate(false);
    gateway.drop();
    await once(gateway, 'identified');
    await survives();
  });
});

describe('stopping', () => {
  it('waits for what is in flight', async () => {
    const { discord, adapter } = talk;
    discord.faults.push({ match: 'POST /interactions', status: 429, retryAfter: 0.1 });
    const requested = discord.next('requested');
    const answer = ask();
    await requested;
    await adapter.stop();
    expect(textOf((await answer).message)).toContain('## 502 Bad Gateway');
    expect(adapter.isReady()).toBe(false);
  });

  it('waits for every request of an answer, although the gateway is closed by then', async () => {
    const { discord, adapter } = talk;
    const { message } = await ask();
    discord.faults.push({ match: 'POST /webhooks', status: 429, retryAfter: 0.1 });
    const deleted = discord.next('deleted');
    await discord.press(ann, message ?? expect.fail(), 'Share');
    await adapter.stop();
    expect(await deleted).toBe(message);
    expect([...discord.world.messages.values()].filter(({ onlyFor }) => !onlyFor)).toHaveLength(1);
  });

  it('waits for a mention, which needs the token, and for the language of its server', async () => {
    const { discord, adapter } = talk;
    const channel = discord.channel(discord.guild({ locale: 'zh-CN' }));
    discord.faults.push({ match: 'GET /guilds', status: 429, retryAfter: 0.05 });
    discord.faults.push({ match: `POST /channels/${channel.id}`, status: 429, retryAfter: 0.05 });
    const requested = discord.next('requested');
    const created = discord.next('created');
    discord.say(ann, channel, `<@${discord.world.bot.id}> 502`);
    await requested;
    await adapter.stop();
    expect(textOf(await created)).toContain('可能原因');
  });

  it('answers what was on its way when the gateway was told goodbye', async () => {
    const { discord, adapter } = talk;
    const answers = Array.from({ length: 20 }, () => ask());
    const created = discord.next('created');
    discord.say(ann, discord.direct(ann), '404');
    await adapter.stop();
    for (const { message } of await Promise.all(answers)) expect(textOf(message)).toContain('## 502 Bad Gateway');
    await created;
  });

  it('waits no longer than it may, and says so', async () => {
    const other = await startConversation({ stopMs: 30 });
    const { discord, adapter, logs } = other;
    discord.faults.push({ match: 'POST /interactions', status: 200, hangs: 'head' });
    const requested = discord.next('requested');
    void discord.slash(discord.person('bo'), discord.channel(discord.guild()), {
      name: 'http',
      options: { query: '1' },
    });
    await requested;
    await adapter.stop();
    expect(logs).toContainEqual(expect.objectContaining({ msg: 'stopped while work was in flight', unfinished: 1 }));
    await discord.close();
  });

  it('leaves a gateway that does not say goodbye', async () => {
    const other = await startConversation({ closeMs: 30 });
    other.discord.gateway.freeze();
    await other.adapter.stop();
    expect(other.logs.filter(({ level }) => level === 'warn')).toEqual([]);
    await other.discord.close();
  });
});

describe('starting', () => {
  const start = (env: Record<string, string>) =>
    listen({ core, env, defaultLocale: 'en', log: pino({ level: 'silent' }) });
  const { DISCORD_TOKEN, DISCORD_APPLICATION_ID } = {
    DISCORD_TOKEN: 'pretend-bot-token',
    DISCORD_APPLICATION_ID: '1100000000000000001',
  };

  it('fails in words where the token is wrong', async () => {
    await expect(
      start({ DISCORD_TOKEN: 'wrong', DISCORD_APPLICATION_ID, DISCORD_API_URL: talk.discord.apiUrl }),
    ).rejects.toThrow('invalid token');
  });

  it('fails in words where the application is another one', async () => {
    await expect(
      start({ DISCORD_TOKEN, DISCORD_APPLICATION_ID: '1', DISCORD_API_URL: talk.discord.apiUrl }),
    ).rejects.toThrow('DISCORD_APPLICATION_ID');
  });

  it('fails where the gateway refuses the connection', async () => {
    const discord = await startPretendDiscord();
    discord.gateway.refuseIdentify(4014);
    await expect(start({ DISCORD_TOKEN, DISCORD_APPLICATION_ID, DISCORD_API_URL: discord.apiUrl })).rejects.toThrow(
      '4014',
    );
    await discord.close();
  });

  it('fails where nothing listens', async () => {
    const discord = await startPretendDiscord();
    await discord.close();
    await expect(start({ DISCORD_TOKEN, DISCORD_APPLICATION_ID, DISCORD_API_URL: discord.apiUrl })).rejects.toThrow();
  });
});
