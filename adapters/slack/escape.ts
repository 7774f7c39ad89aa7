// Text that came from outside never becomes a mention, a link, an emoji or formatting.
import { type Prose, shorten } from '#core';

const MARKUP = /[&<>*~_`]|:[a-z0-9_+'-]+:/i;

/** Slack's three control characters, as its formatting guide asks. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Prose as mrkdwn: code spans stay code, everything else is shown as it is written. */
export function toMrkdwn(prose: Prose): string {
  // Most prose has no sign that means anything to Slack, and this runs for every line of every card.
  if (!MARKUP.test(prose)) return prose;
  return prose
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? escapeText(part) : plainMrkdwn(part)))
    .join('');
}

/** A target inside `<…|…>`, where `|` and `>` would end it. */
export function toLink(url: string, label: string): string {
  const target = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('&', '&amp;');
  return `<${target}|${plainMrkdwn(label).replaceAll('\n', ' ')}>`;
}

/** At most `limit` UTF-16 units, which is how Slack counts; whole graphemes, shortened visibly. */
export function fitText(text: string, limit: number): string {
  let fitted = shorten(text, limit);
  for (let graphemes = limit; fitted.length > limit; graphemes -= 1) fitted = shorten(text, graphemes);
  return fitted;
}

/** mrkdwn has no escape for its own signs, so look-alikes stand in for those that would format. */
function plainMrkdwn(text: string): string {
  if (!MARKUP.test(text)) return text;
  const shown = text
    .replaceAll('`', 'ʼ')
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .replace(/:(?=[a-z0-9_+'-]+:)/gi, '։')
    .replace(/^(\s*)>/gm, '$1›');
  return escapeText(shown);
}
