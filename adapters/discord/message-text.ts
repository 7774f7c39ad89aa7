// Everything that is written in a message, as far as anybody would read.
import type { Message, MessageSnapshot } from 'discord.js';
import { fieldsOf } from './fields.ts';

/** More than Discord lets anybody write: content, embeds and components, and those of what was forwarded. */
export const MAX_MESSAGE_TEXT = 32_000;

/** Content, embeds and components, and those of a forwarded message, as they are read: from top to bottom. */
export function messageText(message: Message): string {
  const texts: string[] = [];
  let room = MAX_MESSAGE_TEXT;
  for (const text of textsOf(message)) {
    if (text === '') continue;
    texts.push(text.slice(0, room));
    room -= text.length + 1;
    if (room <= 0) break;
  }
  return texts.join('\n').toWellFormed();
}

function* textsOf(message: Message): Generator<string> {
  for (const { content, embeds, components } of [message, ...snapshotsOf(message)]) {
    yield content;
    for (const { data } of embeds) yield* embedTexts(data);
    yield* componentTexts(components.map((one) => one.toJSON()));
  }
}

function snapshotsOf({ messageSnapshots }: Message): MessageSnapshot[] {
  return [...(messageSnapshots?.values() ?? [])];
}

function* embedTexts(embed: unknown): Generator<string> {
  const { author, title, description, fields, footer } = fieldsOf(embed);
  const inner = Array.isArray(fields) ? fields.map(fieldsOf).flatMap(({ name, value }) => [name, value]) : [];
  for (const text of [fieldsOf(author).name, title, description, ...inner, fieldsOf(footer).text])
    if (typeof text === 'string') yield text;
}

/** Text displays, however deep they stand. */
function* componentTexts(components: readonly object[]): Generator<string> {
  const waiting: unknown[] = components.toReversed();
  while (waiting.length > 0) {
    const { content, components: inner } = fieldsOf(waiting.pop());
    if (typeof content === 'string') yield content;
    if (Array.isArray(inner)) for (const one of inner.toReversed()) waiting.push(one);
  }
}
