// The gateway of a pretend Discord: sessions, sequence numbers, resuming with replay.
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';

interface Session {
  id: string;
  intents: number;
  /** Everything dispatched, in order; the sequence number is the position, from 1. */
  sent: { t: string; d: object }[];
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  token: string;
  /** What READY carries beside the session. */
  ready: () => object;
}

/** Emits `identifying`, just before READY, `identified`, `resumed`, `heartbeat` and `closed`. */
export interface Gateway extends EventEmitter {
  url: () => string;
  /** To every session that has one of the intents; 0 stands for events that need none. Kept for sessions without a socket. */
  dispatch: (t: string, d: object, intent: number) => void;
  hasIntent: (intent: number) => boolean;
  /** Sends this text as it is to whoever is connected: what no platform should send. */
  sendRaw: (frame: string) => void;
  /** Reads nothing any more, not even a goodbye. */
  freeze: () => void;
  /** Cuts the connection without a word. */
  drop: () => void;
  /** Asks clients to connect again. */
  requestReconnect: () => void;
  /** Says that the session is invalid; one that cannot be resumed is forgotten. */
  invalidate: (resumable: boolean) => void;
  /** Closes the connection of whoever identifies, with this code. */
  refuseIdentify: (code: number) => void;
  close: () => void;
}

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const HEARTBEAT_MS = 41_250;
/** Discord closes the connection of a client that sends more than this in a minute. */
const MAX_COMMANDS = 120;

export function createGateway(server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const gateway = new EventEmitter();
  const connection: Connection = { sessions, gateway, options, url: () => urlOf(server), refusal: undefined };
  sockets.on('connection', (socket) => serveSocket(socket, connection));
  const live = (): Session[] => [...sessions.values()];
  return Object.assign(gateway, {
    url: connection.url,
    dispatch: (t: string, d: object, intent: number) => {
      for (const session of live()) if (intent === 0 || (session.intents & intent) !== 0) send(session, t, d);
    },
    hasIntent: (intent: number) => live().some(({ intents }) => (intents & intent) !== 0),
    refuseIdentify: (code: number) => {
      connection.refusal = code;
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
    ...disturbances(sessions),
  });
}

function disturbances(
  sessions: Map<string, Session>,
): Pick<Gateway, 'sendRaw' | 'freeze' | 'drop' | 'requestReconnect' | 'invalidate'> {
  return {
    sendRaw: (frame: string) => {
      for (const { socket } of sessions.values()) socket?.send(frame);
    },
    freeze: () => {
      for (const { socket } of sessions.values()) socket?.pause();
    },
    drop: () => {
      for (const { socket } of sessions.values()) socket?.terminate();
    },
    requestReconnect: () => {
      for (const { socket } of sessions.values())
        socket?.send(JSON.stringify({ op: GatewayOpcodes.Reconnect, d: null }));
    },
    invalidate: (resumable: boolean) => {
      for (const { id, socket } of sessions.values()) {
        if (!resumable) sessions.delete(id);
        socket?.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: resumable }));
      }
    },
  };
}

function urlOf(server: Server): string {
  const address = server.address();
  return `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function send(session: Session, t: string, d: object): void {
  session.sent.push({ t, d });
  session.socket?.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, t, d, s: session.sent.length }));
}

interface Connection {
  sessions: Map<string, Session>;
  gateway: EventEmitter;
  options: GatewayOptions;
  url: () => string;
  /** The code for whoever identifies, where nobody shall get in. */
  refusal: number | undefined;
}

function serveSocket(socket: WebSocket, connection: Connection): void {
  let session: Session | undefined;
  let commands = 0;
  socket.send(JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_MS } }));
  socket.on('close', () => {
    if (session?.socket === socket) session.socket = undefined;
    connection.gateway.emit('closed');
  });
  socket.on('message', (data) => {
    commands += 1;
    const payload = parse(String(data));
    if (!payload) return socket.close(GatewayCloseCodes.DecodeError);
    if (commands > MAX_COMMANDS) return socket.close(GatewayCloseCodes.RateLimited);
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        connection.gateway.emit('heartbeat');
        return socket.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }));
      case GatewayOpcodes.Identify:
        if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
        session = identify(socket, payload.d, connection);
        return;
      case GatewayOpcodes.Resume:
        session = resume(socket, payload.d, connection);
        return;
      default:
        return socket.close(session ? GatewayCloseCodes.UnknownOpcode : GatewayCloseCodes.NotAuthenticated);
    }
  });
}

interface Command {
  op: number;
  d: { token?: string; intents?: number; session_id?: string; seq?: number; properties?: object };
}

function parse(text: string): Command | undefined {
  try {
    const payload = JSON.parse(text) as Partial<Command>;
    return typeof payload.op === 'number' ? { op: payload.op, d: payload.d ?? {} } : undefined;
  } catch {
    return undefined;
  }
}

function identify(socket: WebSocket, command: Command['d'], connection: Connection): Session | undefined {
  const { sessions, gateway, options, url } = connection;
  const { intents = 0 } = command;
  const refusal = connection.refusal ?? identifyFault(command, options.token);
  if (refusal) {
    socket.close(refusal);
    return undefined;
  }
  const session: Session = { id: crypto.randomUUID(), intents, sent: [], socket };
  sessions.set(session.id, session);
  gateway.emit('identifying');
  send(session, 'READY', {
    v: 10,
    session_id: session.id,
    resume_gateway_url: url(),
    session_type: 'normal',
    ...options.ready(),
  });
  gateway.emit('identified', intents);
  return session;
}

function identifyFault({ token, intents, properties }: Command['d'], expected: string): number | undefined {
  if (token !== expected) return GatewayCloseCodes.AuthenticationFailed;
  if (intents === undefined || !properties) return GatewayCloseCodes.DecodeError;
  // No application of ours may ask for these.
  return (intents & PRIVILEGED) !== 0 ? GatewayCloseCodes.DisallowedIntents : undefined;
}

/** Sends again what came after the last sequence number that the client has seen. */
function resume(
  socket: WebSocket,
  { token, session_id = '', seq = 0 }: Command['d'],
  { sessions, gateway, options }: Connection,
): Session | undefined {
  const session = sessions.get(session_id);
  if (token !== options.token) socket.close(GatewayCloseCodes.AuthenticationFailed);
  else if (!session) socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
  else if (seq > session.sent.length) socket.close(GatewayCloseCodes.InvalidSeq);
  else {
    session.socket = socket;
    session.sent
      .slice(seq)
      .forEach(
        ({ t, d }, index) =>
          void socket.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, t, d, s: seq + index + 1 })),
      );
    send(session, 'RESUMED', {});
    gateway.emit('resumed', session.sent.length - 1 - seq);
    return session;
  }
  return undefined;
}
