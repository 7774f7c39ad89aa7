import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Channel, startPretendDiscord } from '../../playground/pretend-discord.ts';
import { type BareApp, button, EPHEMERAL, good, row, startBareApp, text, V2 } from './bare-app.ts';

const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'a', value: 'a' }],
  ...more,
});

let app: BareApp;
beforeAll(async () => {
  app = await startBareApp();
});
afterAll(() => app.close());

const post = (body: object, channel = app.room) => app.request('POST', `/channels/${channel.id}/messages`, body);

describe('a message is refused', () => {
  it.each<[string, object, string]>([
    ['without anything in it', { content: '' }, 'an empty message'],
    ['of the V2 flag alone', { components: [], flags: V2 }, 'an empty message'],
    ['with an unknown field', { ...good, colour: 1 }, 'colour: unknown field'],
    [
      'with an unknown field deep inside',
      { components: [row(button('a', { size: 1 }))], content: 'x' },
      'unknown field',
    ],
    ['with content beside the V2 flag', { ...good, content: 'x' }, 'content together with the components V2 flag'],
    [
      'with embeds beside the V2 flag',
      { ...good, embeds: [{ title: 'x' }] },
      'embeds together with the components V2 flag',
    ],
    ['with V2 components without the flag', { components: [text('x')] }, 'without the components V2 flag'],
    [
      'with 41 components',
      { components: [{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }], flags: V2 },
      '41 components',
    ],
    [
      'with 4001 characters over two texts',
      { components: [text('x'.repeat(4000)), text('y')], flags: V2 },
      '4001 characters',
    ],
    ['with a text of blanks', { components: [text('  ')], flags: V2 }, 'a text display without text'],
    ['with the same custom_id twice', { components: [row(button('a'), button('a'))], content: 'x' }, 'custom_id twice'],
    [
      'with the same custom_id in a menu and a button',
      { components: [row(select()), row(button('s'))], content: 'x' },
      'custom_id twice',
    ],
    [
      'with a button without custom_id',
      { components: [row({ type: 2, style: 1, label: 'x' })], content: 'x' },
      'a button without custom_id',
    ],
    [
      'with a button without a label',
      { components: [row({ type: 2, style: 1, custom_id: 'a' })], content: 'x' },
      'without label',
    ],
    [
      'with a link button without url',
      { components: [row({ type: 2, style: 5, label: 'x' })], content: 'x' },
      'a link button without url',
    ],
    [
      'with a link button with custom_id',
      { components: [row(button('a', { style: 5, url: 'https://example.com' }))], content: 'x' },
      'a link button with custom_id',
    ],
    [
      'with url and custom_id',
      { components: [row(button('a', { url: 'https://example.com' }))], content: 'x' },
      'both custom_id and url',
    ],
    [
      'with a label of 81 characters',
      { components: [row(button('a', { label: 'x'.repeat(81) }))], content: 'x' },
      '50035',
    ],
    ['with a custom_id of 101 characters', { components: [row(button('a'.repeat(101)))], content: 'x' }, '50035'],
    [
      'with a url of 513 characters',
      {
        components: [row({ type: 2, style: 5, label: 'x', url: `https://example.com/${'a'.repeat(493)}` })],
        content: 'x',
      },
      '50035',
    ],
    [
      'with six buttons in a row',
      { components: [row(...'abcdef'.split('').map((id) => button(id)))], content: 'x' },
      '50035',
    ],
    ['with a menu beside a button', { components: [row(select(), button('a'))], content: 'x' }, 'shares its row'],
    [
      'with 26 options',
      {
        components: [row(select({ options: Array.from({ length: 26 }, (_, n) => ({ label: 'a', value: `${n}` })) }))],
        content: 'x',
      },
      '50035',
    ],
    [
      'with an option value twice',
      {
        components: [
          row(
            select({
              options: [
                { label: 'a', value: 'a' },
                { label: 'b', value: 'a' },
              ],
            }),
          ),
        ],
        content: 'x',
      },
      'option value twice',
    ],
    [
      'with a placeholder of 151 characters',
      { components: [row(select({ placeholder: 'x'.repeat(151) }))], content: 'x' },
      '50035',
    ],
    [
      'with an accent colour that is none',
      { components: [{ type: 17, accent_color: 0x1000000, components: [text('x')] }], flags: V2 },
      '50035',
    ],
    ['with more than 2000 characters of content', { content: 'x'.repeat(2001) }, 'more than 2000'],
    ['that is ephemeral in a channel', { ...good, flags: V2 | EPHEMERAL }, 'only a response to an interaction'],
  ])('%s', async (_, body, fault) => {
    const { status, text: answer } = await post(body);
    expect(status).toBe(400);
    expect(answer).toContain(fault);
  });

  it('that answers another where the history may not be read', async () => {
    const channel = app.discord.channel(app.discord.guild());
    channel.bot.history = false;
    const reference = { message_reference: { message_id: '123456789012345678', fail_if_not_exists: false } };
    expect((await post({ ...good, ...reference }, channel)).code).toBe(160002);
    expect((await post(good, channel)).status).toBe(200);
  });

  it('that answers a message which is not there, unless told not to mind', async () => {
    const reference = { message_reference: { message_id: '123456789012345678' } };
    expect((await post({ ...good, ...reference })).code).toBe(10008);
    expect(
      (await post({ ...good, message_reference: { ...reference.message_reference, fail_if_not_exists: false } }))
        .status,
    ).toBe(200);
  });

  it('without authorization, or with a wrong one', async () => {
    expect((await app.request('POST', `/channels/${app.room.id}/messages`, good, 'Bot wrong')).status).toBe(401);
    expect((await app.request('POST', `/channels/${app.room.id}/messages`, good, app.discord.token)).status).toBe(401);
  });

  it('where the channel is unknown, unseen or closed', async () => {
    expect((await post(good, { ...app.room, id: '123456789012345678' })).code).toBe(10003);
    const hidden = app.discord.channel(app.discord.guild());
    hidden.bot.view = false;
    expect((await post(good, hidden)).code).toBe(50001);
    hidden.bot = { view: true, send: false, history: true };
    expect((await post(good, hidden)).code).toBe(50013);
  });

  it('not when it keeps every rule; sent again with the same nonce it is one message', async () => {
    const body = { ...good, nonce: '1', enforce_nonce: true };
    expect((await post(body)).id).toBe((await post(body)).id);
  });
});

describe('rate limits', () => {
  it('are told with every answer, and kept', async () => {
    const strict = await startPretendDiscord({ rateLimit: { limit: 2, windowMs: 60_000 } });
    const channel = strict.channel(strict.guild());
    const other = strict.channel(strict.guild());
    const send = ({ id }: Channel) =>
      fetch(`${strict.apiUrl}/v10/channels/${id}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${strict.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(good),
      });
    const first = await send(channel);
    expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
    await send(channel);
    const third = await send(channel);
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send(other)).status).toBe(200);
    await strict.close();
  });
});
