// An address whose SYNs stay unanswered, made from a listening process that is stopped and a full queue.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type BlackHole = { port: number; begin: () => Promise<void>; end: () => void };

export async function createBlackHole(): Promise<BlackHole> {
  const listener = spawn(process.execPath, [`${import.meta.dirname}/black-hole.ts`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => listener.kill('SIGKILL'));
  const [line]: Buffer[] = await once(listener.stdout, 'data');
  const port = Number(line);
  const filling: Socket[] = [];
  const begin = async () => {
    if (filling.length > 0) return;
    listener.kill('SIGSTOP');
    // A queue of one holds two; the others are the SYNs that wait.
    for (let i = 0; i < 5; i += 1) filling.push(connect(port, '127.0.0.1').on('error', () => {}));
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const end = () => {
    for (const socket of filling) socket.destroy();
    listener.kill('SIGKILL');
  };
  return { port, begin, end };
}
