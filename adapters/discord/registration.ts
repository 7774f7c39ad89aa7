// The commands as Discord registers them, from the one list of commands.
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocaleString,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import {
  type Command,
  type CommandOption,
  type Core,
  commands,
  FALLBACK_LOCALE,
  fitUnits,
  type Translate,
} from '#core';
import { LIMITS } from './limits.ts';

export type CommandSet = RESTPutAPIApplicationCommandsJSONBody;

/** Discord falls back from none of these to another, so each is named. */
const LOCALES: readonly LocaleString[] = ['en-US', 'en-GB', 'zh-CN', 'zh-TW'];
/** Added to a server or by a person; used in servers, with the bot alone, and among people. */
const AVAILABLE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** Every command that Discord has a place for: a shortcut without a message has none. */
export function toCommands(core: Core): CommandSet {
  return (commands as readonly Command[]).flatMap((command) => commandsOf(command, core));
}

function commandsOf(command: Command, core: Core): CommandSet {
  switch (command.surface) {
    case 'slash':
      return [slashCommand(command, core)];
    case 'message':
      return [messageCommand(command, core)];
    case 'global':
      return [];
  }
}

function slashCommand({ id, slash = id, options }: Command, core: Core): CommandSet[number] {
  return {
    type: ApplicationCommandType.ChatInput,
    name: slash,
    ...described(core, (t) => labelOf(t, `${id}.description`)),
    options: options.map((option) => optionOf(id, option, core)),
    ...AVAILABLE,
  };
}

function messageCommand({ id }: Command, core: Core): CommandSet[number] {
  const name = (locale: string): string => labelOf(core.translate(locale), `${id}.name`);
  return {
    type: ApplicationCommandType.Message,
    name: name(FALLBACK_LOCALE),
    name_localizations: localized(core, name),
    ...AVAILABLE,
  };
}

function optionOf(
  command: string,
  { id, type, required }: CommandOption,
  core: Core,
): APIApplicationCommandBasicOption {
  const base = { name: id, ...described(core, (t) => labelOf(t, `${command}.options.${id}`)), required };
  switch (type) {
    case 'text':
      return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
    case 'flag':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'language': {
      const choices = core.locales.map((value) => ({ name: core.translate(value)('language.name'), value }));
      return { ...base, type: ApplicationCommandOptionType.String, choices };
    }
  }
}

function described(core: Core, text: (t: Translate) => string) {
  const inLocale = (locale: string): string => text(core.translate(locale));
  return { description: inLocale(FALLBACK_LOCALE), description_localizations: localized(core, inLocale) };
}

function localized(core: Core, text: (locale: string) => string): Partial<Record<LocaleString, string>> {
  return Object.fromEntries(LOCALES.map((tag) => [tag, text(core.negotiate([tag]) ?? FALLBACK_LOCALE)]));
}

/** Commands and options are data, so their keys are known at run time only; a test looks for every one. */
function labelOf(t: Translate, key: string): string {
  return fitUnits(t(`commands:${key}` as 'commands:http.description'), LIMITS.commandText.max);
}

/** One line for each command that would come, go or change; empty where what is registered is current. */
export function commandChanges(registered: readonly object[], wanted: readonly object[]): string[] {
  const before = new Map(registered.map((command) => [keyOf(command), command]));
  const after = new Map(wanted.map((command) => [keyOf(command), command]));
  return [
    ...[...after].filter(([key]) => !before.has(key)).map(([key]) => `+ ${key}`),
    ...[...before].filter(([key]) => !after.has(key)).map(([key]) => `- ${key}`),
    ...[...after].flatMap(([key, command]) => {
      const fields = before.has(key) ? changedFields(before.get(key) ?? {}, command, '') : [];
      return fields.length > 0 ? [`~ ${key}: ${fields.join(', ')}`] : [];
    }),
  ];
}

function keyOf(command: object): string {
  const { name, type } = command as { name: string; type?: ApplicationCommandType };
  return type === ApplicationCommandType.Message ? `${name} (on messages)` : `/${name}`;
}

/** Discord adds ids and defaults of its own; only what is wanted counts, and an option that is gone. */
function changedFields(before: unknown, wanted: unknown, path: string): string[] {
  if (wanted === undefined || wanted === false || (Array.isArray(wanted) && wanted.length === 0))
    return isUnset(before) ? [] : [path];
  if (typeof wanted !== 'object' || wanted === null) return before === wanted ? [] : [path];
  if (typeof before !== 'object' || before === null) return [path];
  if (Array.isArray(wanted) && Array.isArray(before) && wanted.length !== before.length) return [path];
  return Object.entries(wanted).flatMap(([key, value]) =>
    changedFields((before as Record<string, unknown>)[key], value, path ? `${path}.${key}` : key),
  );
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
