// Listens on a port of the kernel's choice and says which. Its parent stops it (SIGSTOP) and fills the queue: from then
// on the kernel leaves every further SYN unanswered, as for a host that is gone or a packet filter that drops.
import { createServer } from 'node:net';

const server = createServer((socket) => socket.on('error', () => {}).resume());
server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.stdout.write(`${address.port}\n`);
});
