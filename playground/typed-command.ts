// `/http 502 share:true` → a Discord command with its options, as far as it is typed.
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { CommandBody, OptionBody } from './pretend-discord/command-rules.ts';
import { InputError } from './side.ts';

export interface TypedCommand {
  command: CommandBody;
  /** As written. */
  given: Map<string, string>;
  /** The option that the end of the text belongs to. */
  last: OptionBody | undefined;
}

/** Undefined where the text is no command; one that is not registered is an error. */
export function parseTyped(text: string, commands: readonly CommandBody[]): TypedCommand | undefined {
  const [, name, rest = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const command = commands.find((one) => one.name === name);
  if (!command) throw new InputError(`/${name} is no command of this app; try /http`);
  const options = command.options ?? [];
  const given = new Map<string, string>();
  let last = options.find(({ autocomplete }) => autocomplete);
  const names = options.map((option) => option.name).join('|') || '(?!)';
  const [unnamed = '', ...named] = rest.split(new RegExp(`(?:^|\\s)(${names}):`));
  for (const [option, value] of spread(unnamed, options)) {
    given.set(option.name, value);
    last = option;
  }
  for (let at = 0; at < named.length; at += 2) {
    given.set(named[at] ?? '', (named[at + 1] ?? '').trim());
    last = options.find((option) => option.name === named[at]);
  }
  return { command, given, last };
}

/** What is typed without a name belongs to the options that take text: a word each, and the rest to the last. */
function spread(unnamed: string, options: readonly OptionBody[]): [OptionBody, string][] {
  const texts = options.filter(
    ({ autocomplete, required }) => autocomplete && (required || options[0]?.required !== true),
  );
  const words = unnamed.trim().split(/\s+/);
  if (unnamed.trim() === '') return [];
  return texts.flatMap((option, index): [OptionBody, string][] => {
    const value = index === texts.length - 1 ? words.slice(index).join(' ') : (words[index] ?? '');
    return value === '' ? [] : [[option, value]];
  });
}

/** The options as Discord takes them. @throws InputError where a value is none of those to choose from */
export function optionValues({ command, given }: TypedCommand): Record<string, string | boolean> {
  return Object.fromEntries(
    [...given].flatMap(([name, value]): [string, string | boolean][] => {
      const option = command.options?.find((one) => one.name === name);
      return value === '' || !option ? [] : [[name, chosenValue(option, value)]];
    }),
  );
}

function chosenValue({ name, type, choices }: OptionBody, value: string): string | boolean {
  if (type === ApplicationCommandOptionType.Boolean) {
    if (/^true$/i.test(value)) return true;
    if (/^false$/i.test(value)) return false;
    throw new InputError(`${name} is True or False`);
  }
  if (!choices?.length) return value;
  const lower = value.toLowerCase();
  const choice = choices.find((one) => [one.name, String(one.value)].some((text) => text.toLowerCase() === lower));
  if (!choice) throw new InputError(`${name} is one of ${choices.map((one) => one.name).join(', ')}`);
  return String(choice.value);
}

/** The command as text, with one option changed. */
export function typedText({ command, given }: TypedCommand, name: string, value: string): string {
  const options = new Map(given).set(name, value);
  return `/${command.name} ${[...options].map(([key, text]) => `${key}:${text}`).join(' ')}`;
}
