// What Discord refuses in a set of commands although its schema lets it through.
import { ApplicationCommandType } from 'discord-api-types/v10';
import { LOCALES, SCHEMAS, schemaFaults } from './schema.ts';

export interface CommandBody {
  type?: number | null;
  name: string;
  name_localizations?: Record<string, string> | null;
  description?: string | null;
  description_localizations?: Record<string, string> | null;
  options?: readonly OptionBody[] | null;
  contexts?: readonly number[] | null;
  integration_types?: readonly number[] | null;
}

export interface OptionBody extends Omit<CommandBody, 'type' | 'options' | 'contexts' | 'integration_types'> {
  type: number;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?:
    | readonly { name: string; value: string | number; name_localizations?: Record<string, string> | null }[]
    | null;
}

/** Discord's own pattern for names of slash commands and options. */
const NAME = /^[-_ʼ\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_OF_TYPE: Record<number, number> = { 1: 100, 2: 15, 3: 15 };
const MAX_CHARACTERS = 8000;

export function commandSetFaults(commands: readonly CommandBody[]): string[] {
  const faults = commands.flatMap((command) =>
    [...schemaFaults(SCHEMAS.command, command), ...commandFaults(command)].map((fault) => `${command.name}: ${fault}`),
  );
  const keys = commands.map((command) => `${typeOf(command)}:${command.name}`);
  const counts = Map.groupBy(commands, typeOf);
  return [
    ...faults,
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key}: registered twice`),
    ...[...counts]
      .filter(([type, list]) => list.length > (MAX_OF_TYPE[type] ?? 0))
      .map(([type]) => `too many commands of type ${type}`),
  ];
}

export function typeOf({ type }: CommandBody): number {
  return type ?? ApplicationCommandType.ChatInput;
}

function commandFaults(command: CommandBody): string[] {
  const chat = typeOf(command) === ApplicationCommandType.ChatInput;
  const options = command.options ?? [];
  const total = characters(command);
  const contextMenu = [
    ...(command.description || command.description_localizations ? ['a context menu command has no description'] : []),
    ...(options.length > 0 ? ['a context menu command has no options'] : []),
  ];
  return [
    ...(chat ? slashFaults(command, options) : contextMenu),
    ...localeFaults(command),
    ...(total > MAX_CHARACTERS ? [`${total} characters, at most ${MAX_CHARACTERS}`] : []),
  ];
}

function slashFaults(command: CommandBody, options: readonly OptionBody[]): string[] {
  const names = options.map(({ name }) => name);
  const lastRequired = options.findLastIndex(({ required }) => required);
  const firstOptional = options.findIndex(({ required }) => !required);
  return [
    ...nameFaults(command),
    ...(command.description ? [] : ['a slash command needs a description']),
    ...(firstOptional !== -1 && firstOptional < lastRequired ? ['a required option after an optional one'] : []),
    ...(new Set(names).size < names.length ? ['an option name twice'] : []),
    ...options.flatMap((option) =>
      [...nameFaults(option), ...localeFaults(option), ...choiceFaults(option)].map(
        (fault) => `${option.name}: ${fault}`,
      ),
    ),
  ];
}

function nameFaults({ name, name_localizations }: CommandBody | OptionBody): string[] {
  const wrong = [name, ...Object.values(name_localizations ?? {})].filter(
    (one) => !NAME.test(one) || one !== one.toLowerCase(),
  );
  return wrong.map((one) => `name ${one} is not lower case or has a character that is not allowed`);
}

function localeFaults({ name_localizations, description_localizations }: CommandBody | OptionBody): string[] {
  const used = [...Object.keys(name_localizations ?? {}), ...Object.keys(description_localizations ?? {})];
  return used.filter((locale) => !LOCALES.has(locale)).map((locale) => `unknown locale ${locale}`);
}

function choiceFaults({ autocomplete, choices }: OptionBody): string[] {
  const names = (choices ?? []).map(({ name }) => name);
  return [
    ...(autocomplete && choices?.length ? ['autocomplete together with choices'] : []),
    ...(new Set(names).size < names.length ? ['a choice name twice'] : []),
  ];
}

/** Names, descriptions and values; of the localizations of each field only the longest counts. */
function characters(command: CommandBody | OptionBody): number {
  const longest = (text: string | null | undefined, others: Record<string, string> | null | undefined): number =>
    Math.max(text?.length ?? 0, ...Object.values(others ?? {}).map(({ length }) => length));
  const own =
    longest(command.name, command.name_localizations) + longest(command.description, command.description_localizations);
  const choices = ('choices' in command && command.choices) || [];
  const options = ('options' in command && command.options) || [];
  return (
    own +
    choices.reduce(
      (sum, { name, value, name_localizations }) => sum + longest(name, name_localizations) + String(value).length,
      0,
    ) +
    options.reduce((sum, option) => sum + characters(option), 0)
  );
}
