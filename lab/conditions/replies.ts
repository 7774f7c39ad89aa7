// Bytes of responses that the conditions send.
import type { Reply } from '../origin.ts';

/** Leaves the connection open. */
export const ok = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok';

/** A whole response on a connection that ends with it. */
export function response(line: string, fields: string[] = [], content = 'body!'): string {
  const header = ['Content-Type: text/plain', 'Connection: close', `Content-Length: ${content.length}`, ...fields];
  return `HTTP/1.1 ${line}\r\n${header.join('\r\n')}\r\n\r\n${content}`;
}

/** The header of a response whose content the caller sends, or not. */
export function head(fields: string[]): string {
  return `HTTP/1.1 200 OK\r\n${['Content-Type: text/plain', 'Connection: close', ...fields].join('\r\n')}\r\n\r\n`;
}

/** An upstream that sends this to every request and closes. */
export function ends(text: string): { reply: Reply } {
  return { reply: (socket) => socket.end(text) };
}

export function endsLater(text: string): { reply: Reply } {
  return {
    reply: (socket) => {
      socket.write(text);
      setTimeout(() => socket.end(), 300);
    },
  };
}
