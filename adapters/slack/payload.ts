// What Bolt and the handlers rely on in a payload: text where they read text, objects where they look into them.
import type { ReceiverEvent } from '@slack/bolt';
import { EVENTS } from './manifest.ts';

type Payload = ReceiverEvent['body'];
type Fields = Readonly<Record<string, unknown>>;
/** Everything may be missing; what is there has this shape. An `id` is kept, compared and sent back, so it is short and whole. */
type Shape = 'text' | 'id' | 'person' | { [field: string]: Shape };

/** The longest that Slack allows for ids of an app's own. */
const MAX_ID_LENGTH = 255;

/** Slack's have eleven characters; buttons have room for this many. */
const PERSON = /^\w{0,24}$/;

const PLACE: Shape = { id: 'id' };
const COMMAND: Shape = {
  command: 'id',
  text: 'text',
  user_id: 'person',
  team_id: 'id',
  enterprise_id: 'id',
  channel_id: 'id',
  response_url: 'text',
};
const EVENT: Shape = {
  user: 'person',
  text: 'text',
  channel: 'id',
  team: 'id',
  ts: 'id',
  thread_ts: 'id',
  edited: { ts: 'id' },
  tab: 'id',
};
const INTERACTION: Shape = {
  type: 'id',
  callback_id: 'id',
  trigger_id: 'id',
  response_url: 'text',
  action_id: 'id',
  value: 'text',
  team: PLACE,
  enterprise: PLACE,
  channel: PLACE,
  user: { id: 'person', team_id: 'id' },
  container: { type: 'id', channel_id: 'id', message_ts: 'id', thread_ts: 'id' },
  message: { thread_ts: 'id' },
  view: { id: 'id', type: 'id', callback_id: 'id', private_metadata: 'text', state: { values: {} } },
};
const ACTION: Shape = { action_id: 'id', block_id: 'id', selected_option: { value: 'text' } };
const AUTHORIZATION: Shape = { team_id: 'id', enterprise_id: 'id', user_id: 'id' };
const TARGET: Shape = { response_url: 'text', channel_id: 'id' };
const INTERACTIVE = new Set<unknown>([
  'block_suggestion',
  'message_action',
  'shortcut',
  'view_submission',
  'view_closed',
]);

/** False for what Slack never sends. What the app does not know is Bolt's to leave alone. */
export function isPayload(value: unknown): value is Payload {
  if (!isRecord(value)) return false;
  // In the order in which Bolt tells them apart.
  if (value.event !== undefined) return isEvent(value);
  if (value.command !== undefined) return fits(value, COMMAND);
  const isInteraction = value.actions !== undefined || INTERACTIVE.has(value.type);
  return 'type' in value && (!isInteraction || isPress(value));
}

function isEvent({ event, event_id: id, team_id: team, authorizations = [] }: Fields): boolean {
  if (!isRecord(event) || typeof event.type !== 'string') return false;
  if (!fits({ id, team }, { id: 'id', team: 'id' }) || !isListOf(authorizations, AUTHORIZATION)) return false;
  return !EVENTS.includes(event.type) || fits(event, EVENT);
}

function isPress(value: Fields): boolean {
  const { user, type, view, message, actions = [], response_urls: targets = [] } = value;
  if (!isRecord(user) || !user.id || !fits(value, INTERACTION)) return false;
  if (type === 'message_action' && !isRecord(message)) return false;
  // Bolt takes one that is null for a view.
  if ((view !== undefined || type === 'view_submission') && !isRecord(view)) return false;
  if (!isListOf(actions, ACTION) || !isListOf(targets, TARGET)) return false;
  return type !== 'block_actions' || (actions.length > 0 && actions.every(({ action_id: id }) => id));
}

function isListOf(value: unknown, shape: Shape): value is Fields[] {
  return Array.isArray(value) && value.every((one) => isRecord(one) && fits(one, shape));
}

const FITS: Record<Extract<Shape, string>, (value: string) => boolean> = {
  text: () => true,
  id: (value) => value.length <= MAX_ID_LENGTH && value.isWellFormed(),
  person: (value) => PERSON.test(value),
};

function fits(value: unknown, shape: Shape): boolean {
  if (value === undefined || value === null) return true;
  if (typeof shape === 'string') return typeof value === 'string' && FITS[shape](value);
  return isRecord(value) && Object.entries(shape).every(([field, inner]) => fits(value[field], inner));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
