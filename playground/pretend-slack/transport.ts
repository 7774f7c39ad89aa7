// How the pretend Slack reaches the app: signed HTTP requests, or envelopes over a socket.
import { createHmac, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Node } from './text-rules.ts';

type Kind = 'slash_commands' | 'interactive' | 'events_api';

export interface Delivery {
  kind: Kind;
  payload: Node;
  /** The first delivery of an event has no number. */
  retry?: number;
}

/** What the app acknowledged with; an HTTP status only over HTTP. */
export interface Acknowledgement {
  status: number;
  body: Node | undefined;
}

export type Transport = (delivery: Delivery) => Promise<Acknowledgement>;

/** Slack shows "operation_timeout" after this long. */
const ACK_MS = 3000;

export function httpTransport(url: string, signingSecret: string, ackMs = ACK_MS): Transport {
  return async ({ kind, payload, retry }) => {
    const isJson = kind === 'events_api';
    const body = isJson ? JSON.stringify(payload) : formOf(kind, payload);
    const headers = {
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      ...signature(signingSecret, body, Date.now()),
      ...(retry ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
    };
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ackMs) });
    return { status: response.status, body: bodyOf(await response.text()) };
  };
}

export function signature(secret: string, body: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
}

/** An envelope that waits for its acknowledgement, which only the socket it came over can give. */
interface Sent {
  socket: WebSocket;
  resolve: (acknowledgement: Acknowledgement) => void;
  reject: (error: Error) => void;
}

type Waiting = Map<string, Sent>;

export interface Sockets {
  transport: Transport;
  /** Open sockets. */
  count: () => number;
  /** Slack moves connections now and then: it asks the app to open another. */
  refresh: () => void;
  /** A frame as no platform should send it. */
  sendRaw: (frame: string | Buffer) => void;
  /** The network breaks. */
  drop: () => void;
  close: () => void;
}

export function createSockets(server: Server, isTicket: (path: string) => boolean, changed: () => void): Sockets {
  const open = new Set<WebSocket>();
  const waiting = new Map<string, Sent>();
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (!isTicket(request.url ?? '')) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => {
      open.add(opened);
      opened.on('close', () => {
        open.delete(opened);
        for (const sent of waiting.values()) if (sent.socket === opened) sent.reject(new Error('the socket is gone'));
        changed();
      });
      opened.on('message', (data) => acknowledged(opened, String(data), waiting));
      opened.send(
        JSON.stringify({ type: 'hello', num_connections: open.size, connection_info: { app_id: 'A0PRETEND' } }),
      );
      changed();
    });
  });
  const broadcast = (frame: string | Buffer): void => {
    for (const socket of open) socket.send(frame);
  };
  const terminate = (): void => {
    for (const socket of open) socket.terminate();
  };
  return {
    transport: (delivery) => overSocket(delivery, [...open].at(-1), waiting),
    count: () => open.size,
    refresh: () => broadcast(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    sendRaw: broadcast,
    drop: terminate,
    close: () => {
      terminate();
      sockets.close();
    },
  };
}

function overSocket(
  { kind, payload, retry }: Delivery,
  socket: WebSocket | undefined,
  waiting: Waiting,
): Promise<Acknowledgement> {
  if (!socket) return Promise.reject(new Error('no socket is open'));
  const envelope = { envelope_id: randomUUID(), type: kind, payload, accepts_response_payload: kind !== 'events_api' };
  const retried = retry ? { retry_attempt: retry, retry_reason: 'timeout' } : {};
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      clearTimeout(late);
      waiting.delete(envelope.envelope_id);
      reject(error);
    };
    const late = setTimeout(() => failed(new Error('not acknowledged within 3 s')), ACK_MS);
    const done = (acknowledgement: Acknowledgement): void => {
      clearTimeout(late);
      resolve(acknowledgement);
    };
    waiting.set(envelope.envelope_id, { socket, resolve: done, reject: failed });
    socket.send(JSON.stringify({ ...envelope, ...retried }));
  });
}

function acknowledged(socket: WebSocket, text: string, waiting: Waiting): void {
  const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload?: Node };
  const sent = waiting.get(id);
  if (sent?.socket !== socket) return;
  sent.resolve({ status: 200, body: payload && Object.keys(payload).length > 0 ? payload : undefined });
  waiting.delete(id);
}

function formOf(kind: Kind, payload: Node): string {
  const form = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return new URLSearchParams(form).toString();
}

function bodyOf(text: string): Node | undefined {
  return text === '' ? undefined : text.startsWith('{') ? (JSON.parse(text) as Node) : { text };
}
