import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandChanges, toCommands } from '../../adapters/discord/registration.ts';
import { commandSetFaults } from '../../playground/pretend-discord/command-rules.ts';
import { APPLICATION_ID, type PretendDiscord, startPretendDiscord, TOKEN } from '../../playground/pretend-discord.ts';
import { registerDiscord } from '../../scripts/register-discord.ts';
import { core } from './conversation.ts';

const wanted = toCommands(core);
const find = (name: string) => wanted.find((command) => command.name === name);

describe('the commands', () => {
  it('pass the schema and the rules beyond it', () => {
    expect(commandSetFaults(wanted as never)).toEqual([]);
  });

  it('are those that can be answered here', () => {
    expect(wanted.map(({ name }) => name)).toEqual(['http', 'http-guide', 'http-compare', 'Explain HTTP statuses']);
  });

  it.each(wanted.map((command) => [command.name, command] as const))(
    '%s is for servers and persons, everywhere',
    (_, command) => {
      expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    },
  );

  it('have every language that Discord does not fall back to', () => {
    const localizations = wanted.flatMap((command) => {
      const { description_localizations, name_localizations } = command as {
        description_localizations?: object;
        name_localizations?: object;
      };
      return [description_localizations, name_localizations].filter(Boolean);
    });
    for (const one of localizations) expect(Object.keys(one ?? {})).toEqual(['en-US', 'en-GB', 'zh-CN', 'zh-TW']);
    expect(find('Explain HTTP statuses')).toMatchObject({
      name_localizations: { 'zh-CN': '解释 HTTP 状态码', 'en-GB': 'Explain HTTP statuses' },
    });
    expect(find('http')).toMatchObject({
      description_localizations: { 'zh-TW': expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  it('have a text for every option, in words', () => {
    expect(JSON.stringify(wanted)).not.toContain('options.');
  });

  it('complete every text, and name every language', () => {
    const options = wanted.flatMap((command) => ('options' in command && command.options) || []);
    for (const option of options)
      if (option.type === 3 && !('choices' in option)) expect(option).toMatchObject({ autocomplete: true });
    expect(options.find(({ name }) => name === 'language')).toMatchObject({
      choices: [{ value: 'en' }, { value: 'zh-CN' }],
    });
  });
});

describe('the changes', () => {
  const registered = wanted.map((command) => ({
    ...command,
    id: '1',
    application_id: '2',
    version: '3',
    default_member_permissions: null,
    nsfw: false,
  }));

  it('are none where what is registered is current', () => {
    expect(commandChanges(registered, wanted)).toEqual([]);
  });

  it('name what comes, goes and differs', () => {
    const [http, ...rest] = registered;
    const before = [{ ...http, description: 'old' }, ...rest.slice(1), { name: 'gone', type: 1 }];
    expect(commandChanges(before, wanted)).toEqual(['+ /http-guide', '- /gone', '~ /http: description']);
  });

  it('name an option that is gone', () => {
    const before = registered.map((command) =>
      command.name === 'http-guide' ? { ...command, options: [{ name: 'a' }, { name: 'b' }] } : command,
    );
    expect(commandChanges(before, wanted)).toEqual(['~ /http-guide: options']);
  });
});

describe('register:discord', () => {
  let discord: PretendDiscord;
  const lines: string[] = [];
  const run = (...args: string[]): Promise<number> => {
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_APPLICATION_ID: APPLICATION_ID, DISCORD_API_URL: discord.apiUrl };
    return registerDiscord(args, env, (line) => void lines.push(line));
  };
  beforeEach(async () => {
    discord = await startPretendDiscord();
    lines.length = 0;
  });
  afterEach(() => discord.close());

  it('registers everywhere, and then has nothing to change', async () => {
    expect(await run()).toBe(0);
    expect(discord.commands.get('')).toHaveLength(4);
    expect(await run()).toBe(0);
    expect(lines.at(-1)).toContain('nothing to change');
  });

  it('registers for one server', async () => {
    const { id } = discord.guild();
    expect(await run('--guild', id)).toBe(0);
    expect(discord.commands.get(id)).toHaveLength(4);
    expect(discord.commands.get('')).toBeUndefined();
  });

  it('shows the changes and makes none with --dry-run', async () => {
    expect(await run('--dry-run')).toBe(0);
    expect(lines).toContain('+ /http');
    expect(discord.commands.get('')).toBeUndefined();
  });

  it('says what is wrong with how it was called', async () => {
    expect(await run('--nonsense')).toBe(2);
    expect(await registerDiscord([], {}, (line) => void lines.push(line))).toBe(2);
    expect(lines.join('\n')).toContain('DISCORD_TOKEN');
  });

  it('says what Discord refused', async () => {
    expect(await run('--guild', '123456789012345678')).toBe(1);
    expect(lines.at(-1)).toMatch(/^Discord refused: .*Unknown Guild/);
  });

  it('says that Discord cannot be reached, where nobody refused anything', async () => {
    const env = {
      DISCORD_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: APPLICATION_ID,
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
    };
    expect(await registerDiscord([], env, (line) => void lines.push(line))).toBe(1);
    expect(lines.at(-1)).toMatch(/^Discord cannot be reached: /);
  });
});
