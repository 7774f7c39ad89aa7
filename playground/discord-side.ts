// The pretend Discord channel: what a person sees of it, and what they can do in it.
import { TYPING } from './exchanges.ts';
import { escapeHtml } from './html.ts';
import { messageHtml } from './message-html.ts';
import type { Person } from './people.ts';
import type { Platforms } from './platforms.ts';
import type { CommandBody } from './pretend-discord/command-rules.ts';
import { typeOf } from './pretend-discord/command-rules.ts';
import type { Person as DiscordPerson, Message, Response } from './pretend-discord.ts';
import { renderComponents, renderMessage } from './render-discord.ts';
import { type Action, InputError, MAX_SHOWN, type Side, type Suggestion, withinLimit } from './side.ts';
import { optionValues, parseTyped, type TypedCommand, typedText } from './typed-command.ts';

const BOT = 'slash-http';
/** Milliseconds since 1970 at which Discord's ids begin. */
const EPOCH = 1_420_070_400_000n;
const SLASH = 1;
const ON_MESSAGE = 3;

/** What the platform itself does not keep. */
interface Memory {
  /** The window that each person has open. */
  windows: Map<string, Response>;
  /** What was used to get a message. */
  origins: WeakMap<Message, { by: string; name: string }>;
  rendered: WeakMap<object, string>;
}

export function createDiscordSide(platforms: Platforms, onChange: () => void): Side {
  const memory: Memory = { windows: new Map(), origins: new WeakMap(), rendered: new WeakMap() };
  return {
    view: (person) => ({
      messages: shownMessages(platforms, person, memory),
      window: windowOf(memory.windows.get(person.discordId)),
      home: undefined,
    }),
    act: async (person, action) => {
      const response = await withinLimit(act(platforms, person, { action, memory }));
      onChange();
      return response;
    },
    suggest: (person, typed) => withinLimit(suggestions(platforms, personOf(platforms, person), typed)),
  };
}

function shownMessages(platforms: Platforms, { discordId }: Person, memory: Memory) {
  const { discord, room } = platforms;
  const { people, messages, bot } = discord.world;
  const names = new Map([...people.values()].map(({ id, name }) => [id, name]));
  const offer = ['explain', explainCommand(platforms, discordId).label] as const;
  const visible = [...messages.values()].filter(
    ({ channel, deleted, onlyFor }) => channel === room && !deleted && (onlyFor?.id ?? discordId) === discordId,
  );
  return visible.slice(-MAX_SHOWN).map((message) => {
    const { id, author, body, onlyFor } = message;
    const content = memory.rendered.get(body) ?? renderMessage(body as Record<string, unknown>, names);
    memory.rendered.set(body, content);
    const html = messageHtml({
      id,
      author: author.name,
      isApp: author === bot,
      at: Number((BigInt(id) >> 22n) + EPOCH),
      content,
      above: aboveOf(message, platforms, memory),
      ...(onlyFor ? { onlyYou: 'Only you can see this' } : {}),
      offers: onlyFor ? [] : [offer],
    });
    return { key: id, html };
  });
}

/** What the message answers: a command that was used, or another message. */
function aboveOf(message: Message, { discord }: Platforms, { origins }: Memory): string {
  const origin = origins.get(message);
  if (origin) return `<p class="above"><b>${escapeHtml(origin.by)}</b> used <b>${escapeHtml(origin.name)}</b></p>`;
  const to = message.replyTo ? discord.world.messages.get(message.replyTo) : undefined;
  if (!to) return '';
  const quoted = (to.body.content ?? '').replace(/<@!?\d+>/g, `@${BOT}`);
  return `<p class="above"><span aria-hidden="true">↪ </span>in reply to <b>${escapeHtml(to.author.name)}</b> ${escapeHtml(quoted.slice(0, 80))}</p>`;
}

function windowOf(open: Response | undefined) {
  if (!open?.modal) return undefined;
  const { title, components } = open.modal;
  const fields = renderComponents(components as readonly Record<string, unknown>[], new Map());
  const html = `<h2>${escapeHtml(title)}</h2><div class="discord">${fields}</div><footer><button type="button" class="button" data-close>Cancel</button><button type="submit" class="button primary">Submit</button></footer>`;
  return { key: open.interaction.id, html };
}

async function act(
  platforms: Platforms,
  person: Person,
  { action, memory }: { action: Action; memory: Memory },
): Promise<{ message?: string }> {
  const { discord, exchanges } = platforms;
  const me = personOf(platforms, person);
  const begin = (title: string): void => exchanges.begin('discord', title);
  switch (action.do) {
    case 'say':
      begin(action.text);
      return say(platforms, me, { text: action.text, memory });
    case 'press':
      begin(`“${action.press}” on a card`);
      return responded(await discord.press(me, messageOf(platforms, action.message), action.press), me, memory);
    case 'explain':
      return explain(platforms, me, { message: messageOf(platforms, action.message), memory });
    case 'submit': {
      const open = memory.windows.get(me.id);
      if (!open) throw new InputError('no window is open');
      begin('“Submit” in the window');
      memory.windows.delete(me.id);
      return responded(await discord.submit(me, open, action.value), me, memory);
    }
    case 'close':
      memory.windows.delete(me.id);
      return {};
    case 'open home':
    case 'press home':
    case 'search':
    case 'press window':
    case 'pick':
      throw new InputError('Discord has nothing like that');
  }
}

async function say(
  platforms: Platforms,
  me: DiscordPerson,
  { text, memory }: { text: string; memory: Memory },
): Promise<{ message?: string }> {
  const { discord, room } = platforms;
  const typed = parseTyped(text, registered(platforms, SLASH));
  if (!typed) {
    const content = text.replace(new RegExp(`@${BOT}(?![\\w-])`, 'g'), `<@${discord.applicationId}>`);
    return { message: discord.say(me, room, content).id };
  }
  const { name } = typed.command;
  const response = await discord.slash(me, room, { name, options: optionValues(typed) });
  if (response.message) memory.origins.set(response.message, { by: me.name, name: `/${name}` });
  return responded(response, me, memory);
}

async function explain(
  platforms: Platforms,
  me: DiscordPerson,
  { message, memory }: { message: Message; memory: Memory },
): Promise<object> {
  const { name, label } = explainCommand(platforms, me.id);
  const { useOnMessage: applyTo } = platforms.discord;
  platforms.exchanges.begin('discord', `“${label}” on a message`);
  const response = await applyTo(me, message, name);
  if (response.message) memory.origins.set(response.message, { by: me.name, name: label });
  return {};
}

/** A window opens for the person; anything else is a message. */
function responded(response: Response, me: DiscordPerson, { windows }: Memory): object {
  if (response.modal) windows.set(me.id, response);
  return {};
}

async function suggestions(platforms: Platforms, me: DiscordPerson, text: string): Promise<Suggestion[]> {
  if (!text.startsWith('/')) return [];
  const commands = registered(platforms, SLASH);
  if (!text.includes(' ')) {
    return commands
      .filter(({ name }) => `/${name}`.startsWith(text))
      .map((one) => ({ label: `/${one.name}`, detail: described(one, me), value: `/${one.name} ` }));
  }
  const typed = parseTyped(text, commands);
  if (!typed) return [];
  return [...(await choicesOf(platforms, me, typed)), ...furtherOptions(typed, me)];
}

async function choicesOf({ discord, room, exchanges }: Platforms, me: DiscordPerson, typed: TypedCommand) {
  const { command, given, last } = typed;
  if (!last) return [];
  const choose = (label: string, value: string): Suggestion => ({ label, value: typedText(typed, last.name, value) });
  if (last.choices?.length) return last.choices.map(({ name, value }) => choose(name, String(value)));
  if (!last.autocomplete) return ['True', 'False'].map((value) => choose(value, value));
  exchanges.begin('discord', TYPING);
  const options = { [last.name]: given.get(last.name) ?? '' };
  const { choices = [] } = await discord.complete(me, room, { name: command.name, options, focused: last.name });
  return choices.map(({ name, value }) => choose(name, value));
}

/** Options that are not there yet, to go on with. */
function furtherOptions({ command, given, last }: TypedCommand, me: DiscordPerson): Suggestion[] {
  const typed = [...given].map(([name, value]) => `${name}:${value} `).join('');
  return (command.options ?? [])
    .filter((option) => !given.has(option.name) && option !== last)
    .map((option) => ({
      label: `${option.name}:`,
      detail: described(option, me),
      value: `/${command.name} ${typed}${option.name}:`,
    }));
}

function registered({ discord }: Platforms, type: number): CommandBody[] {
  return [...discord.commands.values()].flat().filter((command) => typeOf(command) === type);
}

function described(one: Pick<CommandBody, 'description' | 'description_localizations'>, me: DiscordPerson): string {
  return one.description_localizations?.[me.locale] ?? one.description ?? '';
}

function explainCommand(platforms: Platforms, personId: string): { name: string; label: string } {
  const [command] = registered(platforms, ON_MESSAGE);
  if (!command) throw new InputError('no command for messages is registered');
  const locale = platforms.discord.world.people.get(personId)?.locale ?? '';
  return { name: command.name, label: command.name_localizations?.[locale] ?? command.name };
}

function personOf({ discord }: Platforms, { discordId, name }: Person): DiscordPerson {
  const person = discord.world.people.get(discordId);
  if (!person) throw new InputError(`${name} is not there`);
  return person;
}

function messageOf({ discord, room }: Platforms, id: string): Message {
  const message = discord.world.messages.get(id);
  if (!message || message.deleted || message.channel !== room) throw new InputError('this message is no longer there');
  return message;
}
