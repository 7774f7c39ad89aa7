// A pressed button, a chosen option, or a search that was typed into a window → its answer.
import {
  type ButtonInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type Ask, FALLBACK_LOCALE, inlineCode, MAX_ASK_LENGTH, type Prose, type Translate } from '#core';
import { type Button, decodeButton, MAX_BUTTON_ID_LENGTH } from '../button-id.ts';
import type { Frame } from './actions.ts';
import { isGone } from './boundary.ts';
import { type DiscordContext, isDirect, isKeptPrivate } from './context.ts';
import { isId } from './fields.ts';
import { labelsFor } from './languages.ts';
import { cardMessage, onlyFor, tellPrivately } from './messages.ts';
import { searchedText, searchWindow } from './search-window.ts';

type Press = ButtonInteraction | StringSelectMenuInteraction;
type OnCard = Press | ModalMessageModalSubmitInteraction;

export async function answerPress(interaction: Press, context: DiscordContext): Promise<void> {
  const isMenu = interaction.isStringSelectMenu();
  const id = isMenu ? (interaction.values[0] ?? '') : interaction.customId;
  const t = labelsFor(interaction, context);
  const button = readButton(id, context);
  // An option of a menu asks a question, and nothing else.
  if (!button || (isMenu && button.verb !== 'show')) return tellPrivately(interaction, oldCardWords(id, t));
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
  const button = readButton(interaction.customId, context);
  if (button?.verb !== 'search') return tellPrivately(interaction, oldCardWords('', labelsFor(interaction, context)));
  const query = searchedText(interaction);
  return showCard(interaction, { ...button, ask: { ...button.ask, query } }, context);
}

/** Discord gives back the ids that it was given; one that it was not can say no more than ours can. */
function readButton(id: string, { core }: DiscordContext): Button | undefined {
  const button = id.length > MAX_BUTTON_ID_LENGTH ? undefined : decodeButton(id);
  if (!button) return undefined;
  const locale = core.negotiate([button.ask.locale]) ?? FALLBACK_LOCALE;
  return { ...button, owner: isId(button.owner) ? button.owner : '', ask: { ...button.ask, locale } };
}

/** The asker's own card changes in place; anybody else, and anybody on a shared card, gets a card of their own. */
async function showCard(interaction: OnCard, { ask, owner }: Button, { core }: DiscordContext): Promise<void> {
  const answer = core.answer({ text: ask.query, locale: ask.locale, detail: ask.detail });
  const t = core.translate(answer.locale);
  const { id } = interaction.user;
  const isOwn = isPrivate(interaction);
  const mine: Frame = {
    surface: 'private',
    owner: id,
    t,
    notes: owner === '' || owner === id ? [] : [t('chat.onlyAsker')],
  };
  if (!isOwn && owner !== id) return void (await interaction.reply(onlyFor(cardMessage(answer, mine))));
  const surface = isDirect(interaction) ? 'direct' : isOwn ? 'private' : 'public';
  try {
    await interaction.update(cardMessage(answer, { surface, owner: id, t }));
  } catch (error) {
    // The card was deleted meanwhile, or it was too late; a reply tells which.
    if (!isGone(error)) throw error;
    await interaction.reply(onlyFor(cardMessage(answer, mine)));
  }
}

/** Once, however often it is pressed until the card is gone. */
async function shareCard(interaction: Press, ask: Ask, context: DiscordContext): Promise<void> {
  if (isKeptPrivate(interaction))
    return tellPrivately(interaction, labelsFor(interaction, context)('discord.externalApps'));
  const { sharing } = context;
  const { message, user } = interaction;
  const key = `${message.id} ${user.id}`;
  if (sharing.has(key)) return void (await interaction.deferUpdate());
  sharing.add(key);
  await postShared(interaction, ask, context).finally(() => sharing.delete(key));
}

/** Private messages stay private for ever, so the shared card is a new message and the private one goes. */
async function postShared(interaction: Press, ask: Ask, { core, log }: DiscordContext): Promise<void> {
  const { id } = interaction.user;
  const answer = core.answer({ text: ask.query, locale: ask.locale, detail: ask.detail });
  await interaction.deferUpdate();
  await interaction.followUp(
    cardMessage(answer, { surface: 'public', owner: id, sharedBy: id, t: core.translate(answer.locale) }),
  );
  if (!isPrivate(interaction)) return;
  // It is shared; a private card that stays behind does no harm.
  await interaction.deleteReply().catch((error: unknown) => log.debug({ err: error }, 'private card not removed'));
}

async function deleteCard(interaction: Press, { owner }: Button, t: Translate): Promise<void> {
  if (owner === '') return tellPrivately(interaction, t('discord.onlySharer'));
  if (owner !== interaction.user.id)
    return tellPrivately(interaction, t('chat.onlySharer', { who: `<@${owner}>` }), owner);
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

function isPrivate({ message }: OnCard): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** The question has always been the last part of an id. */
function oldCardWords(id: string, t: Translate): Prose {
  const query = id.slice(0, MAX_BUTTON_ID_LENGTH).split('|').slice(4).join('|');
  return query
    ? t('chat.oldCard', { query: inlineCode(query, MAX_ASK_LENGTH).slice(1, -1) })
    : t('chat.oldCardUnknown');
}
