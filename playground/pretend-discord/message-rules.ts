// What Discord refuses in a message although its schema lets it through.
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';

/** A message as it is sent; the schema has already seen it. */
export interface MessageBody {
  content?: string | null;
  embeds?: readonly object[] | null;
  components?: readonly Component[] | null;
  attachments?: readonly object[] | null;
  poll?: object | null;
  sticker_ids?: readonly string[] | null;
  flags?: number | null;
  allowed_mentions?: { parse?: readonly (string | null)[] | null } | null;
  message_reference?: { message_id: string; fail_if_not_exists?: boolean | null } | null;
  nonce?: string | number | null;
}

export interface Component {
  type: number;
  custom_id?: string | null;
  content?: string;
  components?: readonly Component[];
  accessory?: Component;
  style?: number;
  label?: string | null;
  emoji?: object | null;
  url?: string | null;
  options?: readonly { label: string; value: string }[];
  min_values?: number | null;
  max_values?: number | null;
}

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
const MAX_CONTENT = 2000;
const SELECTS: readonly number[] = [3, 5, 6, 7, 8];
const V2: readonly number[] = [9, 10, 11, 12, 13, 14, 17];

/** @param isV2 whether the message that is edited has the V2 flag already */
export function messageFaults(body: MessageBody, isV2 = false): string[] {
  const components = flatten(body.components ?? []);
  const v2 = isV2 || ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...(v2 ? v2Faults(body) : classicFaults(body, components)),
    ...(components.length > MAX_COMPONENTS ? [`${components.length} components, at most ${MAX_COMPONENTS}`] : []),
    ...textFaults(components),
    ...customIdFaults(components),
    ...components.flatMap(componentFaults),
  ];
}

/** Nested components, the way Discord counts them. */
export function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...(one.accessory ? [one.accessory] : []),
  ]);
}

function v2Faults({ content, embeds, poll, sticker_ids, components }: MessageBody): string[] {
  const beside = [
    content && 'content',
    embeds?.length && 'embeds',
    poll && 'poll',
    sticker_ids?.length && 'stickers',
  ].filter(Boolean);
  return [
    ...beside.map((field) => `${field} together with the components V2 flag`),
    ...(components?.length === 0 ? ['an empty message'] : []),
  ];
}

function classicFaults(
  { content, embeds, attachments, poll, sticker_ids, components: top }: MessageBody,
  all: readonly Component[],
): string[] {
  const used = all.find(({ type }) => V2.includes(type));
  const empty = !content && ![embeds, attachments, sticker_ids, top].some((list) => list?.length) && !poll;
  return [
    ...(used ? [`component of type ${used.type} without the components V2 flag`] : []),
    ...((top?.length ?? 0) > 5 ? ['more than 5 rows'] : []),
    ...((content?.length ?? 0) > MAX_CONTENT ? [`content of more than ${MAX_CONTENT} characters`] : []),
    ...(empty ? ['an empty message'] : []),
  ];
}

function textFaults(components: readonly Component[]): string[] {
  const texts = components.filter(({ type }) => type === ComponentType.TextDisplay).map(({ content = '' }) => content);
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  return [
    ...(total > MAX_TEXT ? [`${total} characters of text, at most ${MAX_TEXT}`] : []),
    ...(texts.some((text) => text.trim() === '') ? ['a text display without text'] : []),
  ];
}

function customIdFaults(components: readonly Component[]): string[] {
  const ids = components.flatMap(({ custom_id }) => custom_id ?? []);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => `custom_id twice in a message: ${id}`);
}

function componentFaults(component: Component): string[] {
  if (component.type === ComponentType.Button) return buttonFaults(component);
  if (component.type === ComponentType.ActionRow) return rowFaults(component.components ?? []);
  return SELECTS.includes(component.type) ? selectFaults(component) : [];
}

function buttonFaults({ style, custom_id, url, label, emoji }: Component): string[] {
  const faults = label || emoji ? [] : ['a button without label and emoji'];
  if (style === ButtonStyle.Link) {
    if (!url) faults.push('a link button without url');
    if (custom_id) faults.push('a link button with custom_id');
  } else if (style !== ButtonStyle.Premium) {
    if (!custom_id) faults.push('a button without custom_id');
    if (url) faults.push('a button with both custom_id and url');
  }
  return faults;
}

function rowFaults(components: readonly Component[]): string[] {
  const selects = components.filter(({ type }) => SELECTS.includes(type)).length;
  if (selects > 0 && components.length > 1) return ['a select menu shares its row'];
  return components.length > 5 ? ['more than 5 buttons in a row'] : [];
}

function selectFaults({ options = [], min_values, max_values }: Component): string[] {
  const values = options.map(({ value }) => value);
  return [
    ...(new Set(values).size < values.length ? ['an option value twice in a menu'] : []),
    ...((min_values ?? 1) > (max_values ?? 1) ? ['min_values above max_values'] : []),
    ...(options.length > 0 && (max_values ?? 1) > options.length ? ['max_values above the number of options'] : []),
  ];
}
