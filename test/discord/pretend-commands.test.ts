import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSetFaults } from '../../playground/pretend-discord/command-rules.ts';
import { type BareApp, startBareApp } from './bare-app.ts';

let app: BareApp;
beforeAll(async () => {
  app = await startBareApp();
});
afterAll(() => app.close());

describe('a set of commands is refused', () => {
  const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });
  const slash = (more: object = {}) => ({ type: 1, name: 'a', description: 'd', ...more });

  it.each<[string, object[], string]>([
    ['with a name in upper case', [slash({ name: 'A' })], 'not lower case'],
    ['with a blank in a name', [slash({ name: 'a b' })], 'not allowed'],
    ['with a localized name in upper case', [slash({ name_localizations: { de: 'Ä' } })], 'not lower case'],
    ['with an unknown locale', [slash({ description_localizations: { en: 'd' } })], 'unknown locale en'],
    ['without a description', [{ type: 1, name: 'a' }], 'needs a description'],
    ['with a description of 101 characters', [slash({ description: 'd'.repeat(101) })], 'a: description'],
    [
      'with a required option after an optional one',
      [slash({ options: [option('b'), option('c', { required: true })] })],
      'required option after',
    ],
    [
      'with autocomplete together with choices',
      [slash({ options: [option('b', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
      'autocomplete together',
    ],
    ['with an option name twice', [slash({ options: [option('b'), option('b')] })], 'option name twice'],
    [
      'with a choice name twice',
      [
        slash({
          options: [
            option('b', {
              choices: [
                { name: 'x', value: '1' },
                { name: 'x', value: '2' },
              ],
            }),
          ],
        }),
      ],
      'choice name twice',
    ],
    ['with 26 options', [slash({ options: Array.from({ length: 26 }, (_, n) => option(`o${n}`)) })], 'a: options'],
    ['with a description on a message command', [{ type: 3, name: 'M', description: 'd' }], 'has no description'],
    ['with the same name twice', [slash(), slash()], 'registered twice'],
    ['with 16 message commands', Array.from({ length: 16 }, (_, n) => ({ type: 3, name: `M${n}` })), 'too many'],
    [
      'with more than 8000 characters',
      [
        slash({
          options: Array.from({ length: 25 }, (_, n) =>
            option(`o${n}`, {
              choices: Array.from({ length: 4 }, (_v, v) => ({ name: `${v}`.repeat(90), value: `${v}` })),
            }),
          ),
        }),
      ],
      'at most 8000',
    ],
    ['with an unknown field', [slash({ hidden: true })], 'hidden: unknown field'],
  ])('%s', (_, commands, fault) => {
    expect(commandSetFaults(commands as never).join('\n')).toContain(fault);
  });

  it('by the address too, which takes only the own application', async () => {
    const path = `/applications/${app.discord.applicationId}/guilds/${app.room.guild?.id}/commands`;
    expect((await app.request('PUT', path, [slash({ name: 'A' })])).status).toBe(400);
    expect((await app.request('PUT', '/applications/2/commands', [slash()])).code).toBe(50001);
    expect((await app.request('PUT', path, [slash({ nsfw: false, default_permission: true })])).status).toBe(200);
    app.discord.commands.delete(app.room.guild?.id ?? '');
  });
});
