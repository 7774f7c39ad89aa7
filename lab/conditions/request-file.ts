import { get, request, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

const file = (id: string, bytes: string) => sends(id, bytes, { needs: 'files' });
const method = (name: string, fields: string[] = [], body = '') =>
  request(`${name} /a.txt HTTP/1.1`, ['Host: lab.test', ...fields], body);
const content = ['Content-Type: text/plain', 'Content-Length: 3'];

/** Static files: what is there, what is not, and what may be done with it. */
export const requests: RequestCondition[] = [
  file('precondition-failed', get('/a.txt', ['If-Match: "another"'])),
  file('unmodified-since', get('/a.txt', ['If-Unmodified-Since: Mon, 01 Jan 2001 00:00:00 GMT'])),
  file('post-on-file', method('POST', content, 'abc')),
  file('put-on-file', method('PUT', content, 'abc')),
  file('delete-on-file', method('DELETE')),
  file('options-on-file', method('OPTIONS')),
  file('missing-file', get('/none.txt')),
  file('file-with-slash', get('/a.txt/')),
  file('folder-without-slash', get('/indexed')),
  file('folder-without-index', get('/sub/')),
  file('unreadable-file', get('/unreadable.txt')),
];
