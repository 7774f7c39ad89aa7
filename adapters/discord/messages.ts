// An answer as a message, and private words.
import {
  type APIMessageTopLevelComponent,
  type AutocompleteInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Answer, Prose } from '#core';
import type { Frame } from './actions.ts';
import { toComponents, toNotice } from './render.ts';

/** What replies, follow-ups and updates have in common. Nothing in it ever notifies anybody. */
export interface CardMessage {
  components: APIMessageTopLevelComponent[];
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

function messageOf(components: APIMessageTopLevelComponent[]): CardMessage {
  return { components, flags: [MessageFlags.IsComponentsV2], allowedMentions: { parse: [] } };
}
