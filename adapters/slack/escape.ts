// Text that came from outside never becomes a mention, a link, an emoji or formatting. Each step looks at each character once.
import type { Prose } from '#core';

const MARKUP = /[&<>*~_`]|:[a-z0-9_+'-]+:/i;
/** A code span does not go on in the next line. */
const CODE = /(`[^`\n]+`)/;
/** A sign of a quote, at the beginning of a line only. */
const QUOTE = /^([^\S\n\r\u2028\u2029]*)>/gm;

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
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? escapeText(part) : plainMrkdwn(part)))
    .join('');
}

/** Text in which nothing is markup, line by line as code. */
export function toCode(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `\`${codeText(line)}\``))
    .join('\n');
}

/** What may stand between the signs of code. */
export function codeText(text: string): string {
  return escapeText(text.replaceAll('`', 'ʼ'));
}

/** A target inside `<…|…>`, where `|` and `>` would end it. */
export function toLink(url: string, label: string): string {
  const target = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('&', '&amp;');
  return `<${target}|${plainMrkdwn(label).replaceAll('\n', ' ')}>`;
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
    .replace(QUOTE, '$1›');
  return escapeText(shown);
}
