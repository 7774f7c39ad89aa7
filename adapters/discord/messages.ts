// An answer as a message, and private words.
import {
  type APIMessageTopLevelComponent,
  type AutocompleteInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Answer, Prose } from '#core';
import type { Frame } from './actions.ts';
import { isAcknowledged } from './boundary.ts';
import { fieldsOf, isId } from './fields.ts';
import { toComponents, toNotice } from './render.ts';

export type Components = APIMessageTopLevelComponent[];

/** What replies, follow-ups and updates have in common. Nothing in it ever notifies anybody. */
export interface CardMessage {
  components: Components;
  flags: [MessageFlags.IsComponentsV2];
  allowedMentions: { parse: [] };
}

export type Answerable = Exclude<Interaction, AutocompleteInteraction> | ModalSubmitInteraction;

export function cardMessage({ card }: Answer, frame: Frame): CardMessage {
  return messageOf(toComponents(card, frame));
}

export function onlyFor<Message extends CardMessage>(message: Message) {
  return { ...message, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
}

/** Words for one person, as the first response or after it; they may name `person`. */
export async function tellPrivately(interaction: Answerable, words: Prose, person?: string): Promise<void> {
  const message = onlyFor(messageOf(toNotice(words, person)));
  await (interaction.replied || interaction.deferred ? interaction.followUp(message) : interaction.reply(message));
}

/** The same, and where it fails one more way: after the response whose arrival nobody confirmed, else apart from it. */
export async function tellSomehow(interaction: Answerable, words: Prose): Promise<void> {
  try {
    await tellPrivately(interaction, words);
  } catch (error) {
    const notice = toNotice(words);
    if (isAcknowledged(error)) await interaction.webhook.send(onlyFor(messageOf(notice)));
    else await sendDirectly(interaction.client.rest, { to: interaction.user.id, about: interaction.id }, notice);
  }
}

/** A message that only this person sees: channels have no private words. */
export async function sendDirectly(
  rest: REST,
  { to, about }: { to: string; about: string },
  components: Components,
): Promise<void> {
  const { id } = fieldsOf(await rest.post(Routes.userChannels(), { body: { recipient_id: to } }));
  if (!isId(id)) throw new Error('Discord named no channel for direct messages');
  await rest.post(Routes.channelMessages(id), { body: channelMessage(components, about) });
}

/** @param about the id of what it answers: Discord takes one answer to it, however often it is sent */
export function channelMessage(components: Components, about: string): RESTPostAPIChannelMessageJSONBody {
  const flags = MessageFlags.IsComponentsV2;
  return { components, flags, allowed_mentions: { parse: [] }, nonce: about, enforce_nonce: true };
}

function messageOf(components: Components): CardMessage {
  return { components, flags: [MessageFlags.IsComponentsV2], allowedMentions: { parse: [] } };
}
