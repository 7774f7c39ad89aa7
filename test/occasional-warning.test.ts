import { pino } from 'pino';
import { expect, it } from 'vitest';
import { occasionalWarning } from '../adapters/occasional-warning.ts';

function warning() {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null, level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const time = { now: 0 };
  return { lines, time, warn: occasionalWarning(log, 'refused', () => time.now) };
}

it('warns at once, then once in a minute, with how often it has come to that', () => {
  const { lines, time, warn } = warning();
  for (let times = 0; times < 1000; times += 1) warn();
  expect(lines).toMatchObject([{ msg: 'refused', times: 1 }]);
  time.now = 59_999;
  warn();
  expect(lines).toHaveLength(1);
  time.now = 60_000;
  warn({ what: 'a frame' });
  expect(lines.slice(1)).toMatchObject([{ msg: 'refused', times: 1001, what: 'a frame' }]);
});
