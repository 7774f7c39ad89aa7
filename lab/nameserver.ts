// A name server that knows no name: NXDOMAIN to every question.
import { createSocket } from 'node:dgram';

export async function createNameserver(): Promise<{ port: number; close: () => void }> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    const answer = Buffer.concat([
      question.subarray(0, 2),
      Buffer.from([0x81, 0x83]),
      question.subarray(4, 6),
      Buffer.alloc(6),
      question.subarray(12),
    ]);
    socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { port: socket.address().port, close: () => socket.close() };
}
