import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from '../../playground/pretend-discord.ts';
import { type BareApp, button, EPHEMERAL, good, row, startBareApp, text, V2 } from './bare-app.ts';

let app: BareApp;
beforeAll(async () => {
  app = await startBareApp();
});
afterAll(() => app.close());

/** A command that was just typed: how to answer it, and what the person sees in the end. */
async function typed(sentAgoMs = 0, channel = app.room) {
  let response: Promise<Response> = Promise.reject(new Error('not sent'));
  response.catch(() => undefined);
  const answering = await app.answering(() => {
    response = app.discord.slash(app.ann, channel, { name: 'http', options: { query: '1' }, sentAgoMs });
  });
  return { ...answering, response };
}

describe('an interaction', () => {
  it('takes one response', async () => {
    const { respond } = await typed();
    expect((await respond(4, good)).status).toBe(204);
    expect((await respond(4, good)).code).toBe(40060);
  });

  it('is over after three seconds', async () => {
    const { respond } = await typed(3_001);
    expect((await respond(4, good)).code).toBe(10062);
  });

  it('has a token for fifteen minutes', async () => {
    const { respond, followUp } = await typed();
    await respond(4, good);
    expect((await followUp(good)).status).toBe(200);
    app.discord.world.advance(15 * 60_000 + 1);
    expect((await followUp(good)).code).toBe(50027);
  });

  it('has nothing to follow before its response', async () => {
    const { followUp, edit, remove } = await typed();
    expect([(await followUp(good)).code, (await edit(good)).code, (await remove()).code]).toEqual([
      10015, 10015, 10015,
    ]);
  });

  it('takes no response that does not fit its kind', async () => {
    const { respond } = await typed();
    for (const type of [1, 6, 7, 8])
      expect((await respond(type, type === 8 ? { choices: [] } : good)).status).toBe(400);
  });

  it.each<[string, number, object]>([
    ['a message with a fault', 4, { ...good, content: 'x' }],
    ['a flag that cannot be set', 4, { ...good, flags: V2 | 1 }],
    ['V2 while deferring', 5, { flags: V2 }],
    ['a window with too long a title', 9, { custom_id: 'w', title: 'x'.repeat(46), components: [] }],
  ])('refuses %s', async (_, type, data) => {
    const { respond } = await typed();
    expect((await respond(type, data)).status).toBe(400);
  });

  it('never changes who sees it, nor its kind', async () => {
    const { respond, edit } = await typed();
    await respond(4, { ...good, flags: V2 | EPHEMERAL });
    expect((await edit({ ...good, flags: EPHEMERAL })).status).toBe(400);
    expect((await edit({ content: 'x' })).text).toContain('content together with');
    expect((await edit({ components: [text('new')] })).status).toBe(200);
  });

  it('is gone once deleted', async () => {
    const { respond, edit, remove } = await typed();
    await respond(4, good);
    expect((await remove()).status).toBe(204);
    expect((await edit(good)).code).toBe(10008);
  });

  it('stays private, with five follow-ups, where outside apps are not allowed', async () => {
    const { respond, followUp, response } = await typed(
      0,
      app.discord.channel(app.discord.guild({ hasApp: false, allowsExternalApps: false })),
    );
    await respond(4, good);
    expect((await response).message?.onlyFor).toBe(app.ann);
    for (let count = 0; count < 5; count += 1) expect((await followUp(good)).status).toBe(200);
    expect((await followUp(good)).code).toBe(40094);
  });

  it('takes at most 25 choices', async () => {
    const { respond } = await app.answering(() => {
      void app.discord.complete(app.ann, app.room, { name: 'http', options: { query: '' }, focused: 'query' });
    });
    const choices = Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }));
    expect((await respond(8, { choices })).status).toBe(400);
    expect((await respond(8, { choices: [{ name: 'x'.repeat(101), value: 'x' }] })).status).toBe(400);
    expect((await respond(8, { choices: choices.slice(1) })).status).toBe(204);
  });

  it('is sent only as it was registered', () => {
    expect(() => app.discord.slash(app.ann, app.room, { name: 'nothing' })).toThrow('no command');
    expect(() => app.discord.slash(app.ann, app.room, { name: 'http', options: { nothing: 'x' } })).toThrow(
      'no option',
    );
    expect(() => app.discord.slash(app.ann, app.room, { name: 'http' })).toThrow('needs query');
    expect(() =>
      app.discord.complete(app.ann, app.room, { name: 'http', options: { query: true }, focused: 'query' }),
    ).toThrow('no option');
  });
});

it('a person sees no private message of another', async () => {
  const { respond, response } = await typed();
  await respond(4, { components: [row(button('a', { label: 'Go' }))], flags: V2 | EPHEMERAL });
  const { message }: Response = await response;
  expect(() => app.discord.press(app.discord.person('bo'), message ?? expect.fail(), 'Go')).toThrow('does not see');
});
