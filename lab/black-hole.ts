// Listens on the ports named on its command line. Its parent stops it (SIGSTOP) and fills the queues: from then on
// the kernel leaves every further SYN unanswered, as a host that is gone or a packet filter that drops.
import { createServer } from 'node:net';

for (const port of process.argv.slice(2)) {
  createServer((socket) => socket.on('error', () => {}).resume()).listen({
    host: '127.0.0.1',
    port: Number(port),
    backlog: 1,
  });
}
