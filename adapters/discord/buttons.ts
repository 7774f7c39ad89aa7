// A pressed button, a chosen option, or a search that was typed into a window → its answer.
import {
  type ButtonInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type Ask, inlineCode, MAX_ASK_LENGTH, type Prose, type Translate } from '#core';
import { type Button, decodeButton } from '../button-id.ts';
import type { Frame } from './actions.ts';
import { isGone } from './boundary.ts';
import { type DiscordContext, isDirect, isKeptPrivate } from './context.ts';
import { labelsFor } from './languages.ts';
import { cardMessage, onlyFor, tellPrivately } from './messages.ts';
import { searchedText, searchWindow } from './search-window.ts';

type Press = ButtonInteraction | StringSelectMenuInteraction;
type OnCard = Press | ModalMessageModalSubmitInteraction;

export async function answerPress(interaction: Press, context: DiscordContext): Promise<void> {
  const id = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
  const t = labelsFor(interaction, context);
  const button = decodeButton(id);
  if (!button) return tellPrivately(interaction, oldCardWords(id, t));
  switch (button.verb) {
    case 'show':
      return showCard(interaction, button, context);
    case 'share':
      return shareCard(interaction, button.ask, context);
    case 'delete':
      return deleteCard(interaction, button, t);
    case 'search':
      return interaction.showModal(searchWindow(button, t)).then(() => undefined);
  }
}

export async function answerSearch(
  interaction: ModalMessageModalSubmitInteraction,
  context: DiscordContext,
): Promise<void> {
  const button = decodeButton(interaction.customId);
  if (!button) return tellPrivately(interaction, oldCardWords('', labelsFor(interaction, context)));
  const query = searchedText(interaction);
  return showCard(interaction, { ...button, ask: { ...button.ask, query } }, context);
}

/** The asker's own card changes in place; anybody else, and anybody on a shared card, gets a card of their own. */
async function showCard(interaction: OnCard, { ask, owner }: Button, { core }: DiscordContext): Promise<void> {
  const answer = core.answer({ text: ask.query, locale: ask.locale, detail: ask.detail });
  const t = core.translate(answer.locale);
  const { id } = interaction.user;
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  const mine: Frame = {
    surface: 'private',
    owner: id,
    t,
    notes: owner === '' || owner === id ? [] : [t('chat.onlyAsker')],
  };
  if (!isPrivate && owner !== id) return void (await interaction.reply(onlyFor(cardMessage(answer, mine))));
  const surface = isDirect(interaction) ? 'direct' : isPrivate ? 'private' : 'public';
  try {
    await interaction.update(cardMessage(answer, { surface, owner: id, t }));
  } catch (error) {
    // The card was deleted meanwhile, or it was too late; a reply tells which.
    if (!isGone(error)) throw error;
    await interaction.reply(onlyFor(cardMessage(answer, mine)));
  }
}

/** Private messages stay private for ever, so the shared card is a new message and the private one goes. */
async function shareCard(interaction: Press, ask: Ask, context: DiscordContext): Promise<void> {
  const { core, log } = context;
  if (isKeptPrivate(interaction))
    return tellPrivately(interaction, labelsFor(interaction, context)('discord.externalApps'));
  const { id } = interaction.user;
  const answer = core.answer({ text: ask.query, locale: ask.locale, detail: ask.detail });
  await interaction.deferUpdate();
  await interaction.followUp(
    cardMessage(answer, { surface: 'public', owner: id, sharedBy: id, t: core.translate(answer.locale) }),
  );
  // It is shared; a private card that stays behind does no harm.
  await interaction.deleteReply().catch((error: unknown) => log.debug({ err: error }, 'private card not removed'));
}

async function deleteCard(interaction: Press, { owner }: Button, t: Translate): Promise<void> {
  if (owner !== interaction.user.id)
    return tellPrivately(interaction, t('chat.onlySharer', { who: `<@${owner}>` }), owner);
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

/** The question has always been the last part of an id. */
function oldCardWords(id: string, t: Translate): Prose {
  const query = id.split('|').slice(4).join('|');
  return query
    ? t('chat.oldCard', { query: inlineCode(query, MAX_ASK_LENGTH).slice(1, -1) })
    : t('chat.oldCardUnknown');
}
