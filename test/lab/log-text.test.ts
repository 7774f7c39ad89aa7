import { expect, it } from 'vitest';
import { errorsOf, lineOf, telling } from '../../lab/log-text.ts';

it.each([
  ['connect to 127.0.0.1:43211 (127.0.0.1) failed', 'connect to ADDRESS (ADDRESS) failed'],
  ['TCP connection to 127.0.0.1/33385 failed', 'TCP connection to ADDRESS failed'],
  ['2026-11-30 18:22:01.123 gone', 'gone'],
  ['(7) worker 1 (pid: 8123) died', '(7) worker (pid) died'],
  ['returned by /u12g1/ask', 'returned by /'],
  ['open /tmp/lab-nginx-Ab1/fpm.sock failed', 'open FILE failed'],
])('takes what differs from run to run out of %j', (line, text) => {
  expect(telling(line)).toBe(text);
});

it('finds the line of a run, and not that of another whose name begins the same', () => {
  const log = '"GET /u1g1/ask" 502\n"GET /u1g10/ask" 200\n"GET /u1g1/first" 200\n';
  expect(lineOf(log, '/u1g1/ask')).toBe('"GET /u1g1/ask" 502');
});

it('leaves out lines about other runs and keeps those that name none', () => {
  expect(errorsOf({}, 'u1g0 refused\nu9g0 refused\nno live upstream\n', ['u1g0'])).toBe(
    'NAME refused | no live upstream',
  );
});
