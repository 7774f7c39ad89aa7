// The message command: every text of a message → what its status codes mean.
import type { APIEmbed, Message, MessageContextMenuCommandInteraction, MessageSnapshot } from 'discord.js';
import { type DiscordContext, isDirect, localeOf } from './context.ts';
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

/** Content, embeds and components, and those of a forwarded message, as they are read: from top to bottom. */
export function messageText({ content, embeds, components, messageSnapshots }: Message | MessageSnapshot): string {
  const forwarded = [...(messageSnapshots?.values() ?? [])].map(messageText);
  const texts = [
    content,
    ...embeds.flatMap(({ data }) => embedTexts(data)),
    ...components.flatMap((one) => componentTexts(one.toJSON())),
    ...forwarded,
  ];
  return texts.filter(Boolean).join('\n');
}

function embedTexts({ author, title, description, fields = [], footer }: Readonly<APIEmbed>): (string | undefined)[] {
  return [author?.name, title, description, ...fields.flatMap(({ name, value }) => [name, value]), footer?.text];
}

/** Text displays, however deep they stand. */
function componentTexts(component: object): string[] {
  const own = 'content' in component && typeof component.content === 'string' ? [component.content] : [];
  const inner = 'components' in component && Array.isArray(component.components) ? component.components : [];
  return [...own, ...inner.flatMap((one: object) => componentTexts(one))];
}
