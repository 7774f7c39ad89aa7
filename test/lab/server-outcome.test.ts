import { expect, it } from 'vitest';
import { fromAccessLog, steady, tellingOutcome } from '../../lab/server-outcome.ts';
import type { ServerSoftware } from '../../lab/software.ts';

const server = {
  readAccessLine: (line: string) => {
    const [marker, status] = line.split('/');
    return marker !== undefined && status !== undefined ? { status, marker: line } : {};
  },
} as ServerSoftware;

it('keeps a header field only with the status that it explains', () => {
  const header = { allow: 'GET', location: '/b', 'content-range': 'bytes */9' };
  expect(tellingOutcome({ status: 416, header }, 80).header).toEqual({ allow: 'GET', 'content-range': 'bytes */9' });
  expect(tellingOutcome({ status: 200, header: { location: '/b' } }, 80)).toEqual({ status: 200 });
});

it('sorts the methods of Allow and hides the port of a redirect', () => {
  expect(tellingOutcome({ status: 405, header: { allow: 'POST,GET' } }, 80).header).toEqual({ allow: 'GET, POST' });
  expect(tellingOutcome({ status: 301, header: { location: 'http://lab.test:81/a/' } }, 81).header).toEqual({
    location: 'http://lab.test:PORT/a/',
  });
});

it('names an interim status once, however often it came', () => {
  expect(tellingOutcome({ status: 200, interim: [100, 100] }, 80).interim).toEqual([100]);
});

it('takes what differs each time out of an error line', () => {
  expect(steady('limiting requests, excess: 0.997 by zone')).toBe('limiting requests, excess by zone');
  expect(steady('connection on conn200 FD: 0x559a1fd7a700*1')).toBe('connection on conn FD');
});

it('reads the line with the status that the client saw, else the last, and says when there is none', () => {
  const seen = { status: 413 };
  expect(fromAccessLog(server, ['NONE/413', 'NONE/000'], seen)).toEqual({ marker: 'NONE/413' });
  expect(fromAccessLog(server, ['MISS/200', 'NONE/000'], seen)).toEqual({ status: '000', marker: 'NONE/000' });
  expect(fromAccessLog(server, [''], seen)).toEqual({ missing: true });
  expect(fromAccessLog({ ...server, keepsNoLog: true }, [''], seen)).toEqual({});
});
