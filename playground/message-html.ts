// A message as a channel shows it: who, when, what, and what can be done with it.
import { escapeHtml, menuHtml } from './html.ts';

export interface ShownMessage {
  id: string;
  author: string;
  isApp: boolean;
  at: number;
  /** HTML. */
  content: string;
  /** The words that only this person reads, where only they see the message. */
  onlyYou?: string;
  /** HTML above the message. */
  above?: string;
  /** HTML below it, such as its thread. */
  below?: string;
  /** What its menu offers: the name of an action and its label. */
  offers: readonly (readonly [action: string, label: string])[];
}

export function messageHtml(message: ShownMessage): string {
  const { id, author, isApp, content, onlyYou, above = '', below = '' } = message;
  const who = `<span class="author">${escapeHtml(author)}</span>${isApp ? ' <span class="app">APP</span>' : ''}`;
  const private_ = onlyYou ? `<p class="only-you">${escapeHtml(onlyYou)}</p>` : '';
  return [
    `<article class="message${onlyYou ? ' private' : ''}" data-message="${escapeHtml(id)}" tabindex="-1">`,
    above,
    `<span class="avatar${isApp ? ' bot' : ''}" aria-hidden="true">${isApp ? '/h' : escapeHtml(author.slice(0, 1).toUpperCase())}</span>`,
    `<div class="body"><p class="byline">${who} <time>${timeOf(message.at)}</time></p>`,
    `${private_}<div class="content">${content}</div>${below}</div>${offersHtml(message)}</article>`,
  ].join('');
}

function offersHtml({ offers, author }: ShownMessage): string {
  if (offers.length === 0) return '';
  const items = offers.map(
    ([action, label]) => `<button type="button" data-offer="${escapeHtml(action)}">${escapeHtml(label)}</button>`,
  );
  const name = `<span aria-hidden="true">⋯</span><span class="unseen">Actions on this message of ${escapeHtml(author)}</span>`;
  return menuHtml(name, items, 'offers');
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
