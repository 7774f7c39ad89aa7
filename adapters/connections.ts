// The connections of the HTTP server: what may be cut when it stops, and what is waited for.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

interface Connection {
  /** Requests without a whole answer yet; more than one only where a client does not wait for answers. */
  exchanges: Set<Exchange>;
  /** Bytes received when it last fell silent: more than that are the beginning of a request. */
  silentAt: number;
}

export interface Connections {
  /** From now on a connection ends with its answer. Ends those that are silent. */
  end: () => void;
  /** Ends those that have begun a request and have not come to the end of its header. */
  cutHeaders: () => void;
  /** Ends those that do not send the rest of a request, or do not take their answer. */
  cutSlow: () => void;
}

interface Crowd {
  /** Beyond this, a new one takes the place of the oldest that does not wait for an answer. */
  max: number;
  onCrowd: () => void;
}

export function trackConnections(server: Server, { max, onCrowd }: Crowd): Connections {
  const connections = new Map<Socket, Connection>();
  let isEnding = false;
  server.on('connection', (socket: Socket) => {
    connections.set(socket, { exchanges: new Set(), silentAt: 0 });
    socket.once('close', () => connections.delete(socket));
    if (connections.size <= max) return;
    onCrowd();
    const [oldest] = [...connections].find(([other, one]) => other !== socket && !isAwaited(one)) ?? [];
    if (oldest) connections.delete(oldest);
    oldest?.destroy();
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const connection = connections.get(socket);
    const exchange = { request, response };
    connection?.exchanges.add(exchange);
    if (isEnding) response.shouldKeepAlive = false;
    response.once('close', () => {
      connection?.exchanges.delete(exchange);
      if (connection) connection.silentAt = socket.bytesRead;
      if (isEnding && connection?.exchanges.size === 0) socket.destroySoon();
    });
  });
  const cut = (isCut: (connection: Connection, socket: Socket) => boolean): void => {
    for (const [socket, connection] of connections) if (isCut(connection, socket)) socket.destroy();
  };
  return {
    end: () => {
      isEnding = true;
      for (const { exchanges } of connections.values())
        for (const { response } of exchanges) response.shouldKeepAlive = false;
      cut(({ exchanges, silentAt }, socket) => exchanges.size === 0 && socket.bytesRead === silentAt);
    },
    cutHeaders: () => cut(({ exchanges }) => exchanges.size === 0),
    cutSlow: () =>
      cut(({ exchanges }) =>
        [...exchanges].some(({ request, response }) => !request.complete || response.writableEnded),
      ),
  };
}

function isAwaited({ exchanges }: Connection): boolean {
  return [...exchanges].some(({ request, response }) => request.complete && !response.writableEnded);
}
