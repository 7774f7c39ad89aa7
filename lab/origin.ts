// The upstream that misbehaves: one port for each run of a condition.
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { type BlackHole, createBlackHole } from './black-hole-process.ts';
import type { CertificateKind, Certificates } from './certificates.ts';
import { requestReader } from './request-reader.ts';

/** `nth` counts the requests of one connection from 1, `asked` those that this upstream got in all. */
export type Reply = (socket: Socket, request: { nth: number; asked: number; path: string }) => void;

/**
 * refuses, swallows: well until the condition begins, then nobody listens, or nobody answers a SYN.
 * early: replies as soon as it has the header.
 */
export type Upstream = 'refuses' | 'swallows' | { reply: Reply; early?: true; tls?: CertificateKind };

export type OpenUpstream = { port: number; asked: () => number; checked: () => number; begin: () => Promise<void> };

export type Origin = { open: (upstream: Upstream) => Promise<OpenUpstream>; close: () => Promise<void> };

const fine: Reply = (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok');

export function createOrigin(certificates: Certificates): Origin {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const holes: BlackHole[] = [];
  const open = async (upstream: Upstream): Promise<OpenUpstream> => {
    if (upstream === 'swallows') {
      const hole = await createBlackHole();
      holes.push(hole);
      return { port: hole.port, asked: () => 0, checked: () => 0, begin: hole.begin };
    }
    const count = { asked: 0, checked: 0 };
    const own = new Set<Socket>();
    const serve = serving(upstream === 'refuses' ? { reply: fine } : upstream, count);
    const accept = (socket: Socket) => {
      for (const set of [sockets, own]) set.add(socket.on('close', () => set.delete(socket)));
      serve(socket.on('error', () => {}));
    };
    const server = listener(upstream, certificates, accept);
    servers.push(server);
    const port = await listen(server);
    const begin = async () => {
      if (upstream !== 'refuses') return;
      for (const socket of own) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    };
    return { port, asked: () => count.asked, checked: () => count.checked, begin };
  };
  const close = async () => {
    for (const hole of holes) hole.end();
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  };
  return { open, close };
}

function listener(upstream: Upstream, certificates: Certificates, accept: (socket: Socket) => void): Server {
  if (typeof upstream === 'string' || !upstream.tls)
    return createServer({ noDelay: true, allowHalfOpen: true }, accept);
  // A failed handshake is part of some conditions.
  return createTlsServer(certificates.pem(upstream.tls), accept).on('tlsClientError', (_error, socket) =>
    socket.destroy(),
  );
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0, backlog: 64 }, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the origin has no port');
  return address.port;
}

function serving(
  upstream: { reply: Reply; early?: true },
  count: { asked: number; checked: number },
): (socket: Socket) => void {
  return (socket) => {
    let nth = 0;
    const onRequest = (path: string) => {
      if (path === '/health') {
        count.checked += 1;
        socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
        return;
      }
      nth += 1;
      if (path.endsWith('/ask')) count.asked += 1;
      upstream.reply(socket, { nth, asked: count.asked, path });
    };
    // A plain server that gets a TLS hello answers as to any other bad request.
    const onTlsHello = () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    socket.on('data', requestReader({ early: upstream.early === true, onRequest, onTlsHello }));
    socket.on('end', () => socket.end());
  };
}
