// Slack's own way to write a message → what people wrote, without mentions and markup.

/** `<…>` with nothing of that kind in it, so that no part of a text is looked at twice. */
const TAG = /<([^<>]*)>/g;
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

export function plainText(text: string): string {
  return text
    .replace(TAG, (whole, tag: string) => textOf(tag) ?? whole)
    .replace(/&(?:lt|gt|amp);/g, (one) => ENTITIES[one] ?? one);
}

/** `@U1`, `!here`, `#C1|general`, `https://example.com|label` */
function textOf(tag: string): string | undefined {
  const [target = '', ...rest] = tag.split('|');
  const label = rest.join('|');
  if (target.startsWith('@') || target.startsWith('!')) return ' ';
  if (target.startsWith('#')) return `#${label}`;
  return target === '' ? undefined : label || target;
}
