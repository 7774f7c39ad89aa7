import { connect, createServer } from 'node:net';

/** Ports that nothing listens on; all are held until the last is known, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Gives up at once when `hopeless` says so. */
export async function untilListening(port: number, limit: number, hopeless = () => false): Promise<void> {
  const over = performance.now() + limit;
  while (!(await answers(port))) {
    if (hopeless()) throw new Error('a process has ended');
    if (performance.now() > over) throw new Error(`nothing listens on port ${port} after ${limit} ms`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
