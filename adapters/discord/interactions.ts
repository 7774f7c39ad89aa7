// An interaction → whatever answers it, within a boundary.
import type { Interaction } from 'discord.js';
import { withinBoundary } from './boundary.ts';
import { answerPress, answerSearch } from './buttons.ts';
import { answerCommand, completeOption } from './commands.ts';
import type { DiscordContext } from './context.ts';
import { labelsFor } from './languages.ts';
import { explainMessage } from './message-command.ts';
import { type Answerable, tellPrivately, tellSomehow } from './messages.ts';

/** Never rejects. */
export async function onInteraction(interaction: Interaction, context: DiscordContext): Promise<void> {
  const { guildId, guildLocale, id } = interaction;
  const { guildLocales, log } = context;
  guildLocales.learn(guildId, guildLocale);
  const t = labelsFor(interaction, context);
  // Nobody reads words where suggestions are shown.
  const tell = interaction.isAutocomplete()
    ? () => interaction.respond([])
    : (words: string) => tellSomehow(interaction, words);
  const boundary = { kind: interaction.constructor.name, ids: { interaction: id }, log, t, tell };
  await withinBoundary(boundary, () => answerInTurn(interaction, context));
}

async function answerInTurn(interaction: Interaction, context: DiscordContext): Promise<unknown> {
  const { turns } = context;
  const { id } = interaction.user;
  if (interaction.isAutocomplete())
    return turns.maySuggest(id) ? completeOption(interaction, context) : interaction.respond([]);
  if (turns.mayAsk(id)) return answerInteraction(interaction, context);
  return tellPrivately(interaction, labelsFor(interaction, context)('discord.tooMany'));
}

async function answerInteraction(interaction: Answerable, context: DiscordContext): Promise<void> {
  if (interaction.isChatInputCommand()) return answerCommand(interaction, context);
  if (interaction.isMessageContextMenuCommand()) return explainMessage(interaction, context);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return answerPress(interaction, context);
  if (interaction.isModalSubmit() && interaction.isFromMessage()) return answerSearch(interaction, context);
  return tellPrivately(interaction, labelsFor(interaction, context)('chat.oldCardUnknown'));
}
