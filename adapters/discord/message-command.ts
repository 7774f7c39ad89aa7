// The message command: every text of a message → what its status codes mean.
import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { type DiscordContext, isDirect } from './context.ts';
import { localeOf } from './languages.ts';
import { messageText } from './message-text.ts';
import { cardMessage, onlyFor } from './messages.ts';

export async function explainMessage(
  interaction: MessageContextMenuCommandInteraction,
  context: DiscordContext,
): Promise<void> {
  const { core } = context;
  const text = messageText(interaction.targetMessage);
  const answer = core.answer({ text, locale: localeOf(interaction, context), as: 'message' });
  const frame = { owner: interaction.user.id, t: core.translate(answer.locale) };
  if (isDirect(interaction)) await interaction.reply(cardMessage(answer, { ...frame, surface: 'direct' }));
  else await interaction.reply(onlyFor(cardMessage(answer, { ...frame, surface: 'private' })));
}
