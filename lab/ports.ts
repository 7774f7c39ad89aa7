import { connect, createServer } from 'node:net';

/**
 * Ports that nothing listens on, below those that the kernel gives away: between finding one and using it, an
 * upstream of the origin could get it otherwise.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
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
