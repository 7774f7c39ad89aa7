// A frame of the gateway as discord.js can bear it.
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord.js';
import { fieldsOf } from './fields.ts';

export interface Frame {
  op: GatewayOpcodes;
  t?: string | null;
  /** How many events there were; undefined does not count. */
  s?: number | undefined;
  d?: unknown;
}

/** Longer than any timer can wait. */
const TOO_LONG_MS = 2 ** 31;

/** Null where nothing can be made of it. An event that nobody here listens to still counts. */
export function readFrame(frame: unknown): Frame | null {
  const { op, t, s, d } = fieldsOf(frame);
  switch (op) {
    case GatewayOpcodes.Dispatch:
      return { op, s: Number.isSafeInteger(s) ? Number(s) : undefined, ...readEvent(t, d) };
    case GatewayOpcodes.InvalidSession:
      return { op, d: d === true };
    case GatewayOpcodes.Hello: {
      const { heartbeat_interval } = fieldsOf(d);
      const isInterval =
        typeof heartbeat_interval === 'number' && heartbeat_interval > 0 && heartbeat_interval < TOO_LONG_MS;
      return isInterval ? { op, d: { heartbeat_interval } } : null;
    }
    case GatewayOpcodes.Heartbeat:
    case GatewayOpcodes.Reconnect:
    case GatewayOpcodes.HeartbeatAck:
      return { op, d: null };
    default:
      return null;
  }
}

const UNUSED = { t: null, d: null };

function readEvent(t: unknown, d: unknown): { t: string | null; d: unknown } {
  switch (t) {
    case GatewayDispatchEvents.Ready: {
      const ready = readReady(d);
      return ready ? { t, d: ready } : UNUSED;
    }
    case GatewayDispatchEvents.Resumed:
      return { t, d: {} };
    case GatewayDispatchEvents.InteractionCreate:
    case GatewayDispatchEvents.MessageCreate:
      return typeof d === 'object' && d !== null ? { t, d } : UNUSED;
    default:
      return UNUSED;
  }
}

/** Of all that READY tells, what is used: who the bot is, and how to come back. No server has to be remembered. */
function readReady(d: unknown): object | undefined {
  const { session_id, resume_gateway_url: url, user, application } = fieldsOf(d);
  const { id } = fieldsOf(user);
  const { id: applicationId } = fieldsOf(application);
  if (typeof session_id !== 'string' || typeof id !== 'string' || typeof applicationId !== 'string') return undefined;
  return {
    session_id,
    // Without one it is resumed where the session began.
    resume_gateway_url: typeof url === 'string' && isSocketUrl(url) ? url : undefined,
    user: { id, bot: true },
    application: { id: applicationId },
    guilds: [],
  };
}

function isSocketUrl(url: string): boolean {
  return /^wss?:\/\/[^#]+$/.test(url) && URL.canParse(url);
}
