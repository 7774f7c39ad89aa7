// What Bolt and the handlers rely on in a payload: text where they read text, objects where they look into them.
import type { ReceiverEvent } from '@slack/bolt';
import { EVENTS } from './manifest.ts';

type Payload = ReceiverEvent['body'];
type Fields = Readonly<Record<string, unknown>>;
/** Everything may be missing; what is there has this shape. */
type Shape = 'text' | { [field: string]: Shape };

const PLACE: Shape = { id: 'text' };
const COMMAND: Shape = {
  command: 'text',
  text: 'text',
  user_id: 'text',
  team_id: 'text',
  enterprise_id: 'text',
  channel_id: 'text',
  response_url: 'text',
};
const EVENT: Shape = {
  user: 'text',
  text: 'text',
  channel: 'text',
  team: 'text',
  ts: 'text',
  thread_ts: 'text',
  tab: 'text',
};
const INTERACTION: Shape = {
  type: 'text',
  callback_id: 'text',
  trigger_id: 'text',
  response_url: 'text',
  action_id: 'text',
  value: 'text',
  team: PLACE,
  enterprise: PLACE,
  channel: PLACE,
  user: { id: 'text', team_id: 'text' },
  container: { type: 'text', channel_id: 'text', message_ts: 'text', thread_ts: 'text' },
  message: { thread_ts: 'text' },
  view: { id: 'text', type: 'text', callback_id: 'text', private_metadata: 'text', state: { values: {} } },
};
const ACTION: Shape = { action_id: 'text', block_id: 'text', selected_option: { value: 'text' } };
const TARGET: Shape = { response_url: 'text', channel_id: 'text' };
const INTERACTIVE = ['block_suggestion', 'message_action', 'shortcut', 'view_submission', 'view_closed'];

/** False for what Slack never sends. What the app does not know is Bolt's to leave alone. */
export function isPayload(value: unknown): value is Payload {
  if (!isRecord(value)) return false;
  // In the order in which Bolt tells them apart.
  if (value.event !== undefined) return isEvent(value);
  if (value.command !== undefined) return fits(value, COMMAND);
  const isInteraction = value.actions !== undefined || INTERACTIVE.includes(String(value.type));
  return 'type' in value && (!isInteraction || isPress(value));
}

function isEvent({ event, event_id: id, team_id: team }: Fields): boolean {
  if (!isRecord(event) || typeof event.type !== 'string') return false;
  return fits({ id, team }, { id: 'text', team: 'text' }) && (!EVENTS.includes(event.type) || fits(event, EVENT));
}

function isPress(value: Fields): boolean {
  const { user, type, view, message, actions = [{ action_id: '' }], response_urls: targets = [] } = value;
  if (!isRecord(user) || !user.id || !fits(value, INTERACTION)) return false;
  if (type === 'message_action' && !isRecord(message)) return false;
  if (type === 'view_submission' && !isRecord(view)) return false;
  return isListOf(actions, ACTION) && actions.length > 0 && isListOf(targets, TARGET);
}

function isListOf(value: unknown, shape: Shape): value is unknown[] {
  return Array.isArray(value) && value.every((one) => isRecord(one) && fits(one, shape));
}

function fits(value: unknown, shape: Shape): boolean {
  if (value === undefined || value === null) return true;
  if (shape === 'text') return typeof value === 'string';
  return isRecord(value) && Object.entries(shape).every(([field, inner]) => fits(value[field], inner));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
