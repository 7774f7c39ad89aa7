// A slash command, typed or completed → its answer.
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { type Command, commands, fitUnits, languageOf, type Suggestion } from '#core';
import type { Frame } from './actions.ts';
import { type DiscordContext, isDirect, isKeptPrivate } from './context.ts';
import { labelsFor, localeOf } from './languages.ts';
import { LIMITS } from './limits.ts';
import { cardMessage, onlyFor } from './messages.ts';

export async function answerCommand(interaction: ChatInputCommandInteraction, context: DiscordContext): Promise<void> {
  const { core } = context;
  const { options, user } = interaction;
  const text = questionOf(interaction);
  const chosen = options.getString('language');
  const locale = core.negotiate([chosen, languageOf(text)]) ?? localeOf(interaction, context);
  const answer = core.answer({ text, locale });
  const wanted = options.getBoolean('share') ?? false;
  const share = wanted && !isKeptPrivate(interaction);
  const notes = wanted && !share ? [labelsFor(interaction, context)('discord.externalApps')] : [];
  const frame: Frame = { surface: 'private', owner: user.id, t: core.translate(answer.locale), notes };
  if (isDirect(interaction)) await interaction.reply(cardMessage(answer, { ...frame, surface: 'direct' }));
  else if (share) await interaction.reply(cardMessage(answer, { ...frame, surface: 'public', sharedBy: user.id }));
  else await interaction.reply(onlyFor(cardMessage(answer, frame)));
}

/** What the options ask; a command that is no longer there gets help. */
function questionOf({ commandName, options }: ChatInputCommandInteraction): string {
  const command = (commands as readonly Command[]).find(({ slash }) => slash === commandName);
  const texts = command?.options
    .filter(({ type }) => type === 'text')
    .map(({ id }) => [id, options.getString(id)?.slice(0, LIMITS.typed.max)]);
  return command?.question?.(Object.fromEntries(texts ?? [])) ?? '';
}

/** What is typed without choosing a suggestion is answered as it stands. */
export async function completeOption(interaction: AutocompleteInteraction, context: DiscordContext): Promise<void> {
  const { core } = context;
  const locale = core.negotiate([interaction.options.getString('language')]) ?? localeOf(interaction, context);
  const typed = interaction.options.getFocused().slice(0, LIMITS.typed.max);
  await interaction.respond(toChoices(core.suggest(typed, locale, LIMITS.choices.max)));
}

/** A question that is longer than Discord lets a choice be cannot be chosen. */
export function toChoices(suggestions: readonly Suggestion[]): { name: string; value: string }[] {
  const whole = suggestions.filter(({ query }) => query.length <= LIMITS.choiceText.max);
  const choices = whole.map(({ label, query }) => ({ name: fitUnits(label, LIMITS.choiceText.max), value: query }));
  return choices.slice(0, LIMITS.choices.max);
}
