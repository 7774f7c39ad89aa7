// Ids that no card of ours has: they can do what their verb says on one's own behalf, and nothing else.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Message, Person, Response } from '../../playground/pretend-discord.ts';
import { anyText } from './any-text.ts';
import { type Conversation, startConversation, textOf, troubles } from './conversation.ts';

let talk: Conversation;
let ann: Person;
let bo: Person;
let room: Channel;
beforeAll(async () => {
  talk = await startConversation();
  ann = talk.discord.person('ann');
  bo = talk.discord.person('bo');
  room = talk.discord.channel(talk.discord.guild());
});
afterEach(() => {
  expect(troubles(talk)).toEqual([]);
});
afterAll(() => talk.close());

/** A message of the bot with this component. */
function card(component: object, onlyFor?: Person): Message {
  const message: Message = {
    id: talk.discord.world.snowflake(),
    channel: room,
    author: talk.discord.world.bot,
    body: { components: [{ type: 1, components: [component as never] }] },
    flags: 32_768 + (onlyFor ? 64 : 0),
    ...(onlyFor ? { onlyFor } : {}),
    deleted: false,
  };
  talk.discord.world.messages.set(message.id, message);
  return message;
}

const button = (custom_id: string): object => ({ type: 2, style: 1, label: 'X', custom_id });
const press = (id: string, person = bo): Promise<Response> => talk.discord.press(person, card(button(id)), 'X');
/** Resolves when whatever was still going on is over. */
async function settled(): Promise<void> {
  await talk.discord.slash(ann, room, { name: 'http', options: { query: '404' } });
}

describe('a made-up owner', () => {
  it.each([
    '',
    ' ',
    '0x1',
    'someone',
    '1> @everyone https://evil.example <@1',
    '123456789012345678 ',
    '&123456789012345678',
    '\n# big',
    '\u202e1',
    '9'.repeat(40),
  ])('is never named: %j', async (owner) => {
    const { message } = await press(`1|dc|en|${owner}|`);
    expect(message?.onlyFor).toBe(bo);
    expect(textOf(message)).toBe('Only the person who shared this card can delete it.');
  });

  it('that could be somebody is named, and nothing else', async () => {
    const { message } = await press(`1|dc|en|${ann.id}|x`);
    expect(textOf(message)).toBe(`Only <@${ann.id}> can delete this card.`);
  });
});

describe('a verb', () => {
  it('in a menu does no more than open a card', async () => {
    for (const verb of ['d', 'h', 'w']) {
      const options = [{ label: 'X', value: `1|${verb}c|en|${bo.id}|502` }];
      const list = card({ type: 3, custom_id: 'menu|0', options });
      const { message } = await talk.discord.press(bo, list, 'X');
      expect(message?.onlyFor).toBe(bo);
      expect(textOf(message)).toContain('earlier version');
      await settled();
      expect(list.deleted).toBe(false);
    }
  });

  it('of a window does no more than search', async () => {
    const help = card(button('x'));
    const window = { modal: { custom_id: `1|dc|en|${bo.id}|502`, title: 'x', components: [] } };
    const submitted = { ...window, interaction: { channel: room, message: help } } as unknown as Response;
    const { message } = await talk.discord.submit(bo, submitted, '502');
    expect(textOf(message)).toContain('earlier version');
    await settled();
    expect(help.deleted).toBe(false);
  });

  it('that shares leaves a card alone which others see', async () => {
    const shared = card(button('1|hc|en|1|502'));
    const created = talk.discord.next('created');
    await talk.discord.press(bo, shared, 'X');
    expect(textOf(await created)).toContain(`Shared by <@${bo.id}>`);
    await settled();
    expect(shared.deleted).toBe(false);
  });
});

describe('an id', () => {
  it('that is longer than Discord lets one be is none', async () => {
    const { message } = await press(`1|sc|en||${'5'.repeat(100_000)}`);
    expect(textOf(message)).toContain('earlier version');
    expect(textOf(message).length).toBeLessThan(300);
  });

  it('opens a window that holds nothing of it', async () => {
    const { modal } = await press('1|wc|e\u0007n|<@1>|\u001b[31m\ud83c');
    expect(modal?.custom_id).toBe('1|wc|en||');
  });

  it('of any kind is answered', async () => {
    const part = fc.oneof(anyText(30), fc.constantFrom('1', 'sc', 'en', '', ann.id));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 7 }), async (parts) => {
        const { message, modal } = await press(`x${parts.join('|')}`.slice(parts.length % 2) || 'x');
        expect(message ?? modal).toBeDefined();
        expect(JSON.stringify(message?.body ?? modal)).not.toMatch(/<@>|\\u00|\\ud/);
      }),
      { numRuns: 100 },
    );
  });
});
