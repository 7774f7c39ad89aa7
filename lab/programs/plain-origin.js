// A plain origin that takes whatever it is given: 200 with "hello", the file for paths that end in a.txt.
// It is no HTTP library, so that a proxy that passes something odd on shows as 200.
import { createServer } from 'node:net';

const file = 'a'.repeat(1000);

createServer((socket) => {
  let text = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (part) => {
    text += part.toString('latin1');
    if (/^expect: *100-continue\r\n(?:.+\r\n)*\r\n$/im.test(text)) socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    for (let rest = afterRequest(text); rest !== undefined; rest = afterRequest(text)) {
      answer(socket, text);
      text = rest;
    }
  });
}).listen(Number(process.argv[2]), '127.0.0.1');

/** What follows the first whole request; undefined while it is not whole. */
function afterRequest(text) {
  const blank = text.indexOf('\r\n\r\n');
  if (blank < 0) return undefined;
  const header = text.slice(0, blank);
  const content = text.slice(blank + 4);
  if (/^transfer-encoding:.*chunked/im.test(header)) {
    const last = /(?:^|\r\n)0\r\n\r\n/.exec(content);
    return last ? content.slice(last.index + last[0].length) : undefined;
  }
  const length = Number(/^content-length: *(\d+)/im.exec(header)?.[1] ?? 0);
  return content.length >= length ? content.slice(length) : undefined;
}

function answer(socket, text) {
  const target = text.split(' ', 2)[1] ?? '';
  const isFile = /a\.txt(?:$|\?)/.test(target);
  const content = text.startsWith('HEAD ') ? '' : isFile ? file : 'hello';
  const fields = isFile
    ? ['Cache-Control: max-age=60', 'ETag: "one"', 'Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT']
    : ['Cache-Control: no-store'];
  const line = [
    'HTTP/1.1 200 OK',
    `Date: ${new Date().toUTCString()}`,
    `Content-Length: ${content.length}`,
    'Content-Type: text/plain',
    ...fields,
  ];
  const send = () => socket.write(`${line.join('\r\n')}\r\n\r\n${content}`);
  if (target.startsWith('/sleep?')) setTimeout(send, 4500);
  else send();
}
