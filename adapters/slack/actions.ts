// A card's actions → rows of buttons and menus, and back from what was pressed.
import type {
  ActionsBlock,
  Button as ButtonElement,
  PlainTextElement,
  PlainTextOption,
  StaticSelect,
} from '@slack/types';
import { type Action, type Ask, FALLBACK_LOCALE, fitUnits, type MenuOption, type Translate } from '#core';
import { type Button, decodeButton, encodeButton } from '../button-id.ts';
import { LIMITS } from './limits.ts';

/** Where a card is shown, which decides about its buttons: to the asker, to everyone, in a window, on the Home tab. */
export type Surface = 'private' | 'shared' | 'window' | 'home';

export interface Frame {
  surface: Surface;
  /** Slack's id of the person who asked; on a shared card, of the one who shared it. */
  owner: string;
  t: Translate;
  /** The seal of the thread that the card is in: a press on a private card does not always say which. */
  thread?: string;
}

type Element = ButtonElement | StaticSelect;

/** Opening a link also sends an event; this id says that there is nothing to do. */
const LINK = 'link';

export function toActionBlocks(items: readonly Action[], frame: Frame): ActionsBlock[] {
  const elements = distinct(actionsFor(items, frame).map((action, index) => elementOf(action, index, frame)));
  if (frame.surface === 'shared') elements.push(deleteButton(items, frame));
  const rows: ActionsBlock[] = [];
  for (let at = 0; at < elements.length; at += LIMITS.actionElements.max)
    rows.push({ type: 'actions', ...blockId(frame, at), elements: elements.slice(at, at + LIMITS.actionElements.max) });
  return rows;
}

function blockId({ thread }: Frame, at: number): { block_id?: string } {
  return thread ? { block_id: `${thread}|${at}` } : {};
}

/** On a shared card only what everyone can use privately: more of it, another language, the source. */
function actionsFor(items: readonly Action[], { surface }: Frame): readonly Action[] {
  if (surface === 'private' || surface === 'home') return items;
  if (surface === 'window') return items.filter(({ type }) => type !== 'share' && type !== 'search');
  const query = ownQuery(items);
  return items.filter(
    (action) => action.type === 'link' || (action.type === 'ask' && (!query || action.ask.query === query)),
  );
}

function ownQuery(items: readonly Action[]): string | undefined {
  return items.find((action) => action.type === 'share')?.ask.query;
}

function elementOf(action: Action, index: number, { owner }: Frame): Element {
  switch (action.type) {
    case 'ask':
      return {
        ...button(action.label, encodeButton({ verb: 'show', ask: action.ask, owner })),
        ...(action.primary ? { style: 'primary' as const } : {}),
      };
    case 'share':
      return button(action.label, encodeButton({ verb: 'share', ask: action.ask, owner }));
    case 'search':
      return button(action.label, encodeButton({ verb: 'search', ask: action.ask, owner }));
    case 'menu':
      return menu(action, index, owner);
    case 'link':
      return { ...button(action.label, `${LINK}|${index}`), url: action.url };
  }
}

function deleteButton(items: readonly Action[], { owner, t }: Frame): ButtonElement {
  const ask = items.find((action) => 'ask' in action)?.ask ?? {
    query: 'help',
    detail: 'compact',
    locale: FALLBACK_LOCALE,
  };
  return button(t('actions.delete'), encodeButton({ verb: 'delete', ask, owner }));
}

function button(label: string, id: string): ButtonElement {
  return { type: 'button', text: plain(label, LIMITS.buttonText.max), action_id: id };
}

/** An option's value holds 75 characters, too few for a whole button id with its owner: the menu's own id carries that. */
function menu({ label, options }: Extract<Action, { type: 'menu' }>, index: number, owner: string): StaticSelect {
  const [first] = options;
  const ask: Ask = { query: `menu ${index}`, detail: 'compact', locale: first?.ask.locale ?? FALLBACK_LOCALE };
  return {
    type: 'static_select',
    action_id: encodeButton({ verb: 'show', ask, owner }),
    placeholder: plain(label, LIMITS.placeholder.max),
    options: options.slice(0, LIMITS.selectOptions.max).map(optionOf),
  };
}

function optionOf({ label, description, ask }: MenuOption): PlainTextOption {
  return {
    text: plain(label, LIMITS.optionText.max),
    value: encodeButton({ verb: 'show', ask, owner: '' }),
    ...(description ? { description: plain(description, LIMITS.optionDescription.max) } : {}),
  };
}

function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: fitUnits(text, limit), emoji: false };
}

/** Slack refuses the same `action_id` twice in a block; buttons that ask the same are one button. */
function distinct(elements: readonly Element[]): Element[] {
  return elements.filter(
    ({ action_id }, index) => elements.findIndex((other) => other.action_id === action_id) === index,
  );
}

/** A press on a link: Slack has opened it already. */
export function isLink(actionId: string): boolean {
  return actionId.startsWith(`${LINK}|`);
}

/** What a press means; `old` is a button that this version does not understand. */
export type Press = Button | { verb: 'old'; query: string };

export function pressOf(actionId: string, optionValue: string | undefined): Press {
  const button = decodeButton(actionId);
  if (!button) return { verb: 'old', query: oldQuery(optionValue ?? actionId) };
  if (optionValue === undefined) return button;
  const option = decodeButton(optionValue);
  return option ? { ...option, owner: button.owner } : { verb: 'old', query: oldQuery(optionValue) };
}

/** The question has always been the last part of an id. */
function oldQuery(id: string): string {
  return id.split('|').slice(4).join('|');
}
