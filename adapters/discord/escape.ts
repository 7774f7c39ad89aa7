// Prose and text from outside → Discord's Markdown, in which nothing but our own marks means anything.

/** Characters that mean something anywhere in a line; `\` before one makes it plain. */
const SPECIAL = /[\\*_~|`[\]<@]/g;
/** What opens a heading, a quote, a list or small text. */
const LINE_START = /^([^\S\n]*)([#>+-]|\d+(?=\.))/gm;
/** An address would become a link. */
const SCHEME = /:(?=\/\/)/g;
/** Control characters but the line feed, half characters, other line breaks, and what turns the direction of writing. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** Most texts have nothing of all this, which one look tells. */
const ANY = /[\\*_~|`[\]<@\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|:\/\/|^[^\S\n]*[#>+-]|^[^\S\n]*\d+\./mu;

/** Plain text that shows as it is: no formatting, mention or link. */
export function escapeText(text: string): string {
  if (!ANY.test(text)) return text;
  return visible(text)
    .replace(SPECIAL, '\\$&')
    .replace(SCHEME, '\\:')
    .replace(LINE_START, (_, indent: string, mark: string) =>
      /\d/.test(mark) ? `${indent}${mark}\\` : `${indent}\\${mark}`,
    );
}

/** Prose: backticks mark code, all else is plain. */
export function escapeProse(prose: string): string {
  return prose
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? visible(part) : escapeText(part)))
    .join('');
}

/** The inside of a code block, which only three backticks could end. */
export function escapeCode(text: string): string {
  return visible(text).replace(/`(?=``)/g, '`\u200b');
}

/** An address inside `[label](<…>)`. */
export function escapeUrl(url: string): string {
  return url.replace(/[<>\s)]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Lines put into one, without what surrounds them. */
export function oneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).join(' ');
}

function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => (character === '\n' ? '\n' : ' '));
}
