// Everything that is written in a message.
import type { APIEmbed, Message, MessageSnapshot } from 'discord.js';

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
