// People who use the app: they type, press, choose and speak.
import { GatewayIntentBits, InteractionType } from 'discord-api-types/v10';
import { type CommandBody, typeOf } from './command-rules.ts';
import type { Gateway } from './gateway.ts';
import { commandData, interactionPayload, type Use } from './interaction-payload.ts';
import { findComponent, type Interaction, type Response } from './interactions.ts';
import { type Channel, type Message, messagePayload, type Person, type World } from './world.ts';

/** A slash command as a person sends it; `sentAgoMs` lets it arrive late. */
interface Typed {
  name: string;
  options?: Record<string, string | boolean>;
  sentAgoMs?: number;
}

/** Each resolves with what the person sees first, and never where the app does not answer. */
export interface People {
  say: (person: Person, channel: Channel, content: string, extra?: object) => Message;
  slash: (person: Person, channel: Channel, typed: Typed) => Promise<Response>;
  complete: (person: Person, channel: Channel, typed: Typed & { focused: string }) => Promise<Response>;
  useOnMessage: (person: Person, message: Message, name: string) => Promise<Response>;
  /** Presses the button, or chooses the option, of that label. */
  press: (person: Person, message: Message, label: string) => Promise<Response>;
  submit: (person: Person, window: Response, text: string) => Promise<Response>;
}

export interface Stage {
  world: World;
  gateway: Gateway;
  /** Registered commands by server; '' for those that are everywhere. */
  commands: Map<string, CommandBody[]>;
  interactions: Map<string, Interaction>;
}

const { ApplicationCommand, ApplicationCommandAutocomplete, MessageComponent, ModalSubmit } = InteractionType;

export function peopleOf(stage: Stage): People {
  return { ...typing(stage), ...pressing(stage) };
}

function typing(stage: Stage): Pick<People, 'say' | 'slash' | 'complete' | 'useOnMessage'> {
  const data = (typed: Typed): object => commandData(find(stage, typed.name, 1), typed);
  return {
    say: (person, channel, content, extra = {}) => say({ person, channel, body: { content, ...extra } }, stage),
    slash: (person, channel, typed) => {
      const { sentAgoMs = 0 } = typed;
      return interact({ type: ApplicationCommand, person, channel, sentAgoMs, data: data(typed) }, stage);
    },
    complete: (person, channel, typed) =>
      interact({ type: ApplicationCommandAutocomplete, person, channel, data: data(typed) }, stage),
    useOnMessage: (person, message, name) => {
      const resolved = { messages: { [message.id]: messagePayload(message, stage.world) } };
      const target = { ...commandData(find(stage, name, 3), { name }), target_id: message.id, resolved };
      return interact({ type: ApplicationCommand, person, channel: message.channel, data: target }, stage);
    },
  };
}

function pressing(stage: Stage): Pick<People, 'press' | 'submit'> {
  return {
    press: (person, message, label) => {
      const data = pressData(person, message, label);
      return interact({ type: MessageComponent, person, channel: message.channel, message, data }, stage);
    },
    submit: (person, { modal, interaction: { channel, message } }, text) => {
      const components = (modal?.components ?? []).map(({ component }, index) => {
        const input = { type: 4, id: 2 * index + 2, custom_id: component?.custom_id, value: text };
        return { type: 18, id: 2 * index + 1, component: input };
      });
      const data = { custom_id: modal?.custom_id, components };
      return interact({ type: ModalSubmit, person, channel, ...(message ? { message } : {}), data }, stage);
    },
  };
}

function find({ commands }: Stage, name: string, type: number): CommandBody {
  const found = [...commands.values()].flat().find((one) => one.name === name && typeOf(one) === type);
  if (!found) throw new Error(`no command is called ${name}`);
  return found;
}

function pressData(person: Person, message: Message, label: string): object {
  if (message.onlyFor && message.onlyFor !== person) throw new Error(`${person.name} does not see this message`);
  const { customId, type, value } = findComponent(message, label);
  return { custom_id: customId, component_type: type, id: 1, ...(value === undefined ? {} : { values: [value] }) };
}

function say(
  { person, channel, body }: { person: Person; channel: Channel; body: Message['body'] },
  { world, gateway }: Stage,
): Message {
  const message: Message = { id: world.snowflake(), channel, author: person, body, flags: 0, deleted: false };
  world.messages.set(message.id, message);
  const intent = channel.guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  gateway.dispatch('MESSAGE_CREATE', heard(message, world), intent);
  return message;
}

/** Without the privileged intent an app reads only what is written to it. */
function heard(message: Message, world: World): object {
  const { channel, body } = message;
  const payload = messagePayload(message, world);
  const toBot = !channel.guild || payload.mentions.some(({ id }) => id === world.bot.id);
  const member = { roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 };
  const where = channel.guild ? { guild_id: channel.guild.id, member } : {};
  const hidden = toBot ? {} : { content: '', embeds: [], components: [], attachments: [] };
  const type = 'type' in body ? { type: body.type } : {};
  return { ...payload, ...type, ...where, ...hidden, channel_type: channel.type };
}

function interact(use: Use, { world, gateway, interactions }: Stage): Promise<Response> {
  const { type, person, channel, message, sentAgoMs = 0 } = use;
  const { guild } = channel;
  const { promise, resolve } = Promise.withResolvers<Response>();
  const interaction: Interaction = {
    id: world.snowflake(),
    token: `${crypto.randomUUID()}-token`,
    type,
    person,
    channel,
    ...(message ? { message } : {}),
    sentAt: world.now() - sentAgoMs,
    keptPrivate: guild !== undefined && !guild.hasApp && !guild.allowsExternalApps,
    followUps: 0,
    onResponse: resolve,
  };
  interactions.set(interaction.token, interaction);
  gateway.dispatch('INTERACTION_CREATE', interactionPayload(interaction, use.data, world), 0);
  return promise;
}
