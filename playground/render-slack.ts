// Block Kit → HTML: text by slack-blocks-to-jsx, everything that can be pressed by our own.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import { escapeHtml, linkHtml, menuHtml } from './html.ts';
import { forLibrary, withCharacters } from './mrkdwn.ts';
import type { Node } from './pretend-slack/text-rules.ts';

export interface SlackNames {
  /** Names by id, for mentions. */
  people: readonly { id: string; name: string }[];
  /** Where a window may share to. */
  conversations: readonly { id: string; name: string }[];
}

type Blocks = Parameters<typeof Message>[0]['blocks'];

/** A message without blocks is one of text. */
export function renderText(text: string, names: SlackNames): string {
  return renderBlocks([{ type: 'section', text: { type: 'mrkdwn', text } }], names);
}

export function renderBlocks(blocks: readonly Node[], names: SlackNames): string {
  const parts: string[] = [];
  let plain: Node[] = [];
  const flush = (): void => {
    if (plain.length > 0) parts.push(renderPlain(plain, names));
    plain = [];
  };
  for (const block of blocks) {
    const own = renderOwn(block, names);
    if (own === undefined) plain.push(block);
    else {
      flush();
      parts.push(own);
    }
  }
  flush();
  return `<div class="blocks">${parts.join('')}</div>`;
}

/** Blocks that nobody can press or fill in. */
function renderPlain(blocks: readonly Node[], { people }: SlackNames): string {
  const link = ({ href, children }: { href: string; children?: unknown }) =>
    createElement('a', { href, target: '_blank', rel: 'noreferrer' }, children as string);
  const element = createElement(Message, {
    blocks: blocks.map(forLibrary) as unknown as Blocks,
    name: '',
    logo: '',
    withoutWrapper: true,
    hooks: { link },
    data: { users: people.map(({ id, name }) => ({ id, name })) },
  });
  // The library gives every message the same id; a page holds many.
  const html = renderToStaticMarkup(element).replace(/ (?:id="slack_blocks_to_jsx"|data-theme="\w+")/g, '');
  return withCharacters(html).replace(/[⚪🟢🔵🟠🔴]/gu, emojiHtml);
}

/** Slack brings its own pictures, so that they look the same everywhere. */
const EMOJI: Readonly<Record<string, readonly [colour: string, name: string]>> = {
  '⚪': ['#b8bcc4', 'white circle'],
  '🟢': ['#2bac76', 'green circle'],
  '🔵': ['#2f86e0', 'blue circle'],
  '🟠': ['#f2812e', 'orange circle'],
  '🔴': ['#dd2e44', 'red circle'],
};

function emojiHtml(emoji: string): string {
  const [colour, name] = EMOJI[emoji] ?? ['', ''];
  return `<svg class="emoji" role="img" aria-label="${name}" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.6" fill="${colour}"/></svg>`;
}

function renderOwn(block: Node, names: SlackNames): string | undefined {
  if (block.type === 'actions') {
    const elements = (block.elements as readonly Node[]).map(renderElement);
    return `<div class="actions">${elements.join('')}</div>`;
  }
  return block.type === 'input' ? renderInput(block, names) : undefined;
}

function renderElement(element: Node): string {
  switch (element.type) {
    case 'button':
      return renderButton(element);
    case 'static_select':
      return renderMenu(element);
    case 'external_select':
      return renderSearch(element);
    default:
      return `<span class="unknown">${escapeHtml(String(element.type))}</span>`;
  }
}

function renderButton({ text, style, url, action_id }: Node): string {
  const label = escapeHtml(textOf(text));
  const press = `data-press="${escapeHtml(String(action_id))}"`;
  // A press of a link is told to the app as well.
  if (typeof url === 'string') return linkHtml(url, label).replace('<a ', `<a class="button" ${press} `);
  const kind = style === undefined ? '' : ` ${escapeHtml(String(style))}`;
  return `<button type="button" class="button${kind}" ${press}>${label}</button>`;
}

function renderMenu({ placeholder, options }: Node): string {
  const choices = (options as readonly Node[]).map(({ text, description, value }) => {
    const more = description ? `<small>${escapeHtml(textOf(description))}</small>` : '';
    return `<button type="button" data-press="${escapeHtml(String(value))}">${escapeHtml(textOf(text))}${more}</button>`;
  });
  return menuHtml(escapeHtml(textOf(placeholder)), choices, 'select');
}

function renderSearch({ placeholder, min_query_length }: Node): string {
  const label = escapeHtml(textOf(placeholder));
  return `<div class="combobox" data-search="${Number(min_query_length ?? 3)}"><input type="text" role="combobox" aria-expanded="false" aria-controls="window-choices" aria-autocomplete="list" autocomplete="off" aria-label="${label}" placeholder="${label}"><div id="window-choices" role="listbox" aria-label="${label}" hidden></div></div>`;
}

function renderInput({ label }: Node, { conversations }: SlackNames): string {
  const options = conversations.map(
    ({ id, name }) => `<option value="${escapeHtml(id)}"># ${escapeHtml(name)}</option>`,
  );
  return `<label class="field"><span>${escapeHtml(textOf(label))}</span><select name="conversation">${options.join('')}</select></label>`;
}

export function textOf(text: unknown): string {
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : '';
}
