// What comes over the socket, read by ourselves: Slack's client trusts every frame, and ends the process over a wrong one.
import type { ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { isPayload } from './payload.ts';

type Client = SocketModeReceiver['client'];

/** The same bound as over HTTP. */
const MAX_FRAME_LENGTH = 1_000_000;
const ENVELOPES = new Set<unknown>(['events_api', 'interactive', 'slash_commands']);

interface Frame {
  type?: unknown;
  envelope_id?: unknown;
  payload?: unknown;
}

/** `deliver` gets payloads only; their acknowledgement goes over the socket that they came from, and over no other. */
export function takeFrames(
  client: Client,
  deliver: (event: ReceiverEvent) => void,
  onOdd: (what: string) => void,
): void {
  const [own] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown) => {
    const frame = frameOf(data);
    if (!frame) return onOdd('no frame');
    const { type, envelope_id: id, payload: body } = frame;
    // Its greeting and its farewell, of which nothing else is read.
    if (type === 'hello' || type === 'disconnect') return own?.(JSON.stringify({ type }), false);
    const isKnown = ENVELOPES.has(type) && typeof id === 'string' && isPayload(body);
    if (isKnown) deliver({ body, ack: acknowledger(client.websocket, id) });
    else onOdd(typeof type === 'string' ? `a frame of type ${type.slice(0, 50)}` : 'a frame without a type');
  });
}

function frameOf(data: unknown): Frame | undefined {
  if (typeof data !== 'string' || data.length > MAX_FRAME_LENGTH) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function acknowledger(socket: Client['websocket'], id: string): ReceiverEvent['ack'] {
  let isAcknowledged = false;
  return async (answer?: object | string) => {
    if (isAcknowledged) throw new Error('acknowledged already');
    if (!socket?.isActive()) throw new Error('the socket that asked is gone');
    isAcknowledged = true;
    const payload = typeof answer === 'string' ? { text: answer } : (answer ?? {});
    let failure: Error | undefined;
    socket.send(JSON.stringify({ envelope_id: id, payload }), (error) => {
      failure = error;
    });
    if (failure) throw failure;
  };
}
