// A card's actions → rows of buttons and menus.
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Action, FALLBACK_LOCALE, fitUnits, type MenuOption, type Prose, type Translate } from '#core';
import { encodeButton } from '../button-id.ts';
import { LIMITS } from './limits.ts';

/** Who sees a card, which decides about its buttons: only the asker, the asker in a direct message, or everyone. */
type Surface = 'private' | 'direct' | 'public';

export interface Frame {
  surface: Surface;
  /** Discord's id of the person who asked; on a shared card, of the one who shared it. */
  owner: string;
  t: Translate;
  /** On a shared card, who shared it; its buttons then answer everyone privately. */
  sharedBy?: string;
  /** What to say above the card. */
  notes?: readonly Prose[];
}

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Five full rows are 30 of a message's 40 components, which leaves room for the text; no card needs more. */
const MAX_ROWS = 5;
/** A menu's own id says nothing: each of its options carries the whole meaning. */
const MENU = 'menu|';

export function toActionRows(items: readonly Action[], frame: Frame): ActionRow[] {
  const actions = actionsFor(items, frame);
  const menus = actions.flatMap((action) => (action.type === 'menu' ? menusOf(action, frame) : []));
  const primary =
    actions.find((action) => action.type === 'ask' && action.primary) ?? actions.find(({ type }) => type === 'share');
  const buttons = distinct(actions.flatMap((action) => buttonOf(action, action === primary, frame)));
  if (frame.surface === 'public') buttons.push(deleteButton(frame));
  const rows: ActionRow[] = menus.map((menu, index) => row([{ ...menu, custom_id: `${MENU}${index}` }]));
  for (let at = 0; at < buttons.length; at += LIMITS.rowButtons.max)
    rows.push(row(buttons.slice(at, at + LIMITS.rowButtons.max)));
  return rows.slice(0, MAX_ROWS);
}

/** On a shared card only what everyone can use privately: more of it, another language, the source. */
function actionsFor(items: readonly Action[], { surface, sharedBy }: Frame): readonly Action[] {
  if (surface === 'private') return items;
  const query = items.find((action) => action.type === 'share')?.ask.query;
  return items.filter((action) => {
    if (action.type === 'share') return false;
    if (!sharedBy) return true;
    return action.type === 'link' || (action.type === 'ask' && (!query || action.ask.query === query));
  });
}

function buttonOf(action: Action, primary: boolean, { owner, sharedBy }: Frame): APIButtonComponent[] {
  const style = primary ? ButtonStyle.Primary : ButtonStyle.Secondary;
  // Nobody owns what a shared card asks, so whoever presses gets a card of their own.
  const asker = sharedBy ? '' : owner;
  switch (action.type) {
    case 'ask':
      return [button(action.label, encodeButton({ verb: 'show', ask: action.ask, owner: asker }), style)];
    case 'share':
    case 'search':
      return [button(action.label, encodeButton({ verb: action.type, ask: action.ask, owner: asker }), style)];
    case 'link':
      return linkButton(action.label, action.url);
    case 'menu':
      return [];
  }
}

function button(label: string, id: string, style: APIButtonComponentWithCustomId['style']): APIButtonComponent {
  return { type: ComponentType.Button, style, label: fitUnits(label, LIMITS.shownLabel.max), custom_id: id };
}

/** Longer addresses stand among the sources. */
function linkButton(label: string, url: string): APIButtonComponent[] {
  if (url.length > LIMITS.buttonUrl.max) return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: fitUnits(label, LIMITS.shownLabel.max), url }];
}

function deleteButton({ owner, t }: Frame): APIButtonComponent {
  const ask = { query: '', detail: 'compact', locale: FALLBACK_LOCALE } as const;
  return button(t('actions.delete'), encodeButton({ verb: 'delete', ask, owner }), ButtonStyle.Danger);
}

/** More options than one menu holds become several menus. */
function menusOf({ label, options }: Extract<Action, { type: 'menu' }>, { owner }: Frame): APIStringSelectComponent[] {
  const choices = distinct(options.map((option) => optionOf(option, owner)));
  const menus: APIStringSelectComponent[] = [];
  for (let at = 0; at < choices.length; at += LIMITS.selectOptions.max) {
    const part = choices.slice(at, at + LIMITS.selectOptions.max);
    menus.push({
      type: ComponentType.StringSelect,
      custom_id: MENU,
      placeholder: fitUnits(label, LIMITS.placeholder.max),
      options: part,
    });
  }
  return menus;
}

function optionOf({ label, description, ask }: MenuOption, owner: string): APIStringSelectComponent['options'][number] {
  const text = { label: fitUnits(label, LIMITS.optionText.max), value: encodeButton({ verb: 'show', ask, owner }) };
  return description ? { ...text, description: fitUnits(description, LIMITS.optionText.max) } : text;
}

function row(components: APIComponentInMessageActionRow[]): ActionRow {
  return { type: ComponentType.ActionRow, components };
}

/** Discord refuses the same id twice in a message; two buttons that ask the same are one. */
function distinct<Item extends object>(items: readonly Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [idOf(item), item])).values()].toReversed();
}

function idOf(item: object): string {
  return String(
    ('custom_id' in item && item.custom_id) || ('value' in item && item.value) || ('url' in item && item.url),
  );
}
