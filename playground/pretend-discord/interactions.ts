// The life of an interaction: one first response within three seconds, then fifteen minutes for the rest.
import {
  ApplicationCommandOptionType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { flatten, type MessageBody, messageFaults } from './message-rules.ts';
import { refuse, refuseFaults } from './refusal.ts';
import { SCHEMAS, schemaFaults } from './schema.ts';
import type { Channel, Message, Person, World } from './world.ts';

export interface Interaction {
  id: string;
  token: string;
  type: InteractionType;
  person: Person;
  channel: Channel;
  /** The message whose component was used. */
  message?: Message;
  sentAt: number;
  /** Discord shows everything to the person alone, whatever the app asks for. */
  keptPrivate: boolean;
  response?: Response;
  original?: Message;
  followUps: number;
  onResponse: (response: Response) => void;
}

/** What the person sees as the first response. */
export interface Response {
  type: InteractionResponseType;
  interaction: Interaction;
  message?: Message;
  choices?: readonly { name: string; value: string }[];
  modal?: ModalBody;
}

interface ModalBody {
  custom_id: string;
  title: string;
  components: readonly { component?: { custom_id: string } }[];
}

export interface CallbackBody {
  type: InteractionResponseType;
  data?: object;
}

const FIRST_RESPONSE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;
/** For an app that the server has not installed. */
const MAX_KEPT_PRIVATE_FOLLOW_UPS = 5;
const {
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  DeferredMessageUpdate,
  UpdateMessage,
  ApplicationCommandAutocompleteResult,
  Modal,
} = InteractionResponseType;
const REPLIES: readonly InteractionResponseType[] = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
const UPDATES: readonly InteractionResponseType[] = [DeferredMessageUpdate, UpdateMessage];
/** Flags that a reply may set. */
const REPLY_FLAGS =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

export function respond(interaction: Interaction, body: CallbackBody, world: World): Response {
  if (interaction.response) refuse('answeredAlready');
  if (world.now() - interaction.sentAt > FIRST_RESPONSE_MS) refuse('unknownInteraction');
  refuseFaults(callbackFaults(interaction, body));
  const response: Response = { type: body.type, interaction };
  const data: MessageBody = body.data ?? {};
  if (REPLIES.includes(body.type)) response.message = createReply(interaction, data, world);
  if (UPDATES.includes(body.type)) response.message = updateOrigin(interaction, body);
  if (body.type === ApplicationCommandAutocompleteResult)
    response.choices = (body.data as Pick<Response, 'choices'> | undefined)?.choices ?? [];
  if (body.type === Modal) response.modal = body.data as ModalBody;
  interaction.response = response;
  if (response.message) interaction.original = response.message;
  return response;
}

function callbackFaults({ type, message }: Interaction, body: CallbackBody): string[] {
  const data: MessageBody = body.data ?? {};
  if (!allowedTypes(type, message !== undefined).includes(body.type))
    return [`a response of type ${body.type} to an interaction of type ${type}`];
  if (body.type === ApplicationCommandAutocompleteResult) return schemaFaults(SCHEMAS.choices, body);
  if (body.type === Modal) return [...schemaFaults(SCHEMAS.modal, body), ...modalFaults(body.data as ModalBody)];
  if (body.type === DeferredMessageUpdate) return schemaFaults(SCHEMAS.update, body);
  if (body.type === UpdateMessage) return schemaFaults(SCHEMAS.update, body);
  if (body.type === DeferredChannelMessageWithSource)
    return (data.flags ?? 0) & ~MessageFlags.Ephemeral
      ? ['only EPHEMERAL may be chosen when deferring']
      : schemaFaults(SCHEMAS.reply, body);
  return [...schemaFaults(SCHEMAS.reply, body), ...flagFaults(data.flags), ...messageFaults(data)];
}

function allowedTypes(type: InteractionType, onMessage: boolean): readonly InteractionResponseType[] {
  if (type === InteractionType.ApplicationCommandAutocomplete) return [ApplicationCommandAutocompleteResult];
  const window = type === InteractionType.ModalSubmit ? [] : [Modal];
  return [...REPLIES, ...(onMessage ? UPDATES : []), ...window];
}

function flagFaults(flags: number | null | undefined): string[] {
  return (flags ?? 0) & ~REPLY_FLAGS ? [`flags ${flags}: some of them cannot be set here`] : [];
}

function modalFaults({ components }: ModalBody): string[] {
  return components.length > 5 ? ['more than 5 components in a window'] : [];
}

function createReply(interaction: Interaction, body: MessageBody, world: World): Message {
  const { channel, person, keptPrivate } = interaction;
  const flags = (body.flags ?? 0) | (keptPrivate ? MessageFlags.Ephemeral : 0);
  const hidden = (flags & MessageFlags.Ephemeral) !== 0;
  const message: Message = {
    id: world.snowflake(),
    channel,
    author: world.bot,
    body,
    flags,
    deleted: false,
    ...(hidden ? { onlyFor: person } : {}),
  };
  world.messages.set(message.id, message);
  return message;
}

function updateOrigin({ message }: Interaction, { type, data }: CallbackBody): Message {
  if (!message || message.deleted) refuse('unknownMessage');
  if (type === UpdateMessage) edit(message, data ?? {});
  return message;
}

/** @throws Refusal where the result would break a rule; ephemeral and V2 never change. */
export function edit(message: Message, body: MessageBody): void {
  const isV2 = (message.flags & MessageFlags.IsComponentsV2) !== 0;
  const faults = messageFaults({ ...message.body, ...body }, isV2);
  const changed = (body.flags ?? 0) & ~(MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds);
  refuseFaults([...faults, ...(changed ? [`flags ${body.flags}: some of them cannot be changed`] : [])]);
  message.body = { ...message.body, ...body };
  message.flags |= body.flags ?? 0;
}

/** @throws Refusal where the token is no longer good, or nothing has been answered yet. */
export function checkToken(interaction: Interaction | undefined, world: World): Interaction {
  if (!interaction?.response) refuse('unknownWebhook');
  if (world.now() - interaction.sentAt > TOKEN_MS) refuse('expiredToken');
  return interaction;
}

export function followUp(interaction: Interaction, body: MessageBody, world: World): Message {
  refuseFaults([...schemaFaults(SCHEMAS.followUp, body), ...flagFaults(body.flags), ...messageFaults(body)]);
  interaction.followUps += 1;
  if (interaction.keptPrivate && interaction.followUps > MAX_KEPT_PRIVATE_FOLLOW_UPS) refuse('tooManyFollowUps');
  return createReply(interaction, body, world);
}

/** The component with this label, as a person finds it. */
export function findComponent(
  { body }: Message,
  label: string,
): { customId: string; type: ComponentType; value?: string } {
  for (const { type, label: own, custom_id, options } of flatten(body.components ?? [])) {
    if (type === ComponentType.Button && own === label && custom_id) return { type, customId: custom_id };
    const option = options?.find((one) => one.label === label);
    if (option && custom_id) return { type, customId: custom_id, value: option.value };
  }
  throw new Error(`no button and no option is called ${label}`);
}

export const OPTION_TYPES: Record<string, number> = {
  string: ApplicationCommandOptionType.String,
  boolean: ApplicationCommandOptionType.Boolean,
};
