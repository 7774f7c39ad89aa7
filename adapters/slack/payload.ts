// What Bolt and the handlers rely on in a payload: text where they read text, objects where they look into them.
import type { ReceiverEvent } from '@slack/bolt';
import { EVENTS } from './manifest.ts';

type Payload = ReceiverEvent['body'];
type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/** The longest that Slack allows for ids of an app's own. */
const MAX_ID_LENGTH = 255;
/** Slack's have eleven characters; buttons have room for this many. */
const PERSON = /^\w{0,24}$/;

const text: Check = (value) => typeof value === 'string';
/** It is kept, compared and sent back, so it is short and whole. */
const id: Check = (value) => typeof value === 'string' && value.length <= MAX_ID_LENGTH && value.isWellFormed();
const person: Check = (value) => typeof value === 'string' && PERSON.test(value);

/** Each field may be missing; what is there is as it should be. */
function record(fields: Record<string, Check>): Check {
  const checks = Object.entries(fields);
  return (value) => isRecord(value) && checks.every(([field, fits]) => value[field] == null || fits(value[field]));
}

const place = record({ id });
const isCommand = record({
  command: id,
  text,
  user_id: person,
  team_id: id,
  enterprise_id: id,
  channel_id: id,
  response_url: text,
});
const isCallback = record({ event_id: id, team_id: id });
const isAuthorization = record({ team_id: id, enterprise_id: id, user_id: id });
const isOurEvent = record({
  user: person,
  text,
  channel: id,
  team: id,
  ts: id,
  thread_ts: id,
  edited: record({ ts: id }),
  tab: id,
});
const isInteraction = record({
  type: id,
  callback_id: id,
  trigger_id: id,
  response_url: text,
  action_id: id,
  value: text,
  team: place,
  enterprise: place,
  channel: place,
  user: record({ id: person, team_id: id }),
  container: record({ type: id, channel_id: id, message_ts: id, thread_ts: id }),
  message: record({ thread_ts: id }),
  view: record({ id, type: id, callback_id: id, private_metadata: text, state: record({ values: record({}) }) }),
});
const isAction = record({ action_id: id, block_id: id, selected_option: record({ value: text }) });
const isTarget = record({ response_url: text, channel_id: id });

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
  if (value.command !== undefined) return isCommand(value);
  const isInteractive = value.actions !== undefined || INTERACTIVE.has(value.type);
  return 'type' in value && (!isInteractive || isPress(value));
}

function isEvent(value: Fields): boolean {
  const { event, authorizations = [] } = value;
  if (!isRecord(event) || typeof event.type !== 'string') return false;
  if (!isCallback(value) || !isListOf(authorizations, isAuthorization)) return false;
  return !EVENTS.includes(event.type) || isOurEvent(event);
}

function isPress(value: Fields): boolean {
  const { user, type, view, message, actions = [], response_urls: targets = [] } = value;
  if (!isRecord(user) || !user.id || !isInteraction(value)) return false;
  if (type === 'message_action' && !isRecord(message)) return false;
  // Bolt takes one that is null for a view.
  if ((view !== undefined || type === 'view_submission') && !isRecord(view)) return false;
  if (!isListOf(actions, isAction) || !isListOf(targets, isTarget)) return false;
  return type !== 'block_actions' || (actions.length > 0 && actions.every(({ action_id }) => action_id));
}

function isListOf(value: unknown, fits: Check): value is Fields[] {
  return Array.isArray(value) && value.every((one) => fits(one));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
