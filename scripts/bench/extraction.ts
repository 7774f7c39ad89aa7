// Status codes in a log, beside the plainest regular expression that finds numbers of three digits.
import { extract } from '../../src/query/extract.ts';
import { alternately, type Bench, figure } from './measure.ts';
import { catalog } from './subjects.ts';

const LINES = [
  '203.0.113.7 - - [12/Mar/2026:09:14:03 +0000] "GET /api/orders?page=2 HTTP/1.1" 502 157 "-" "curl/8.5.0" rt=0.341',
  '198.51.100.23 - alice [12/Mar/2026:09:14:04 +0000] "POST /login HTTP/1.1" 302 0 "-" "Mozilla/5.0" rt=0.012',
  '2026/03/12 09:14:05 [error] 31#31: *8123 upstream timed out (110: Connection timed out) while reading response header',
  '{"time":"2026-03-12T09:14:06Z","level":"warn","status":504,"duration_ms":30001,"path":"/api/report","bytes":160}',
  '2026-03-12 09:14:07 INFO  worker 204 finished job 50391 in 417 ms, 403 rows, 12.5 MB, port 8443',
  '10.1.2.3:41820 [12/Mar/2026:09:14:08.123] web~ app/srv1 0/0/1/-1/30002 504 194 - - sH-- 120/118/4/2/0 0/0 "GET / HTTP/1.1"',
];

/** About 1 MB each: what web servers write, and a stream in which every line is of another kind. */
const LOGS = {
  'access log': logOf(LINES.slice(0, 2)),
  'mixed log ': logOf(LINES),
};

function logOf(lines: readonly string[]): string {
  return Array.from({ length: 9000 }, (_, line) => lines[line % lines.length]).join('\n');
}

export const extraction: Bench = {
  name: 'extraction',
  run: async () => {
    const isKnown = (code: string): boolean => catalog.byCode.has(code);
    return Object.entries(LOGS).map(([name, log]) => {
      const time = alternately({ plain: () => log.match(/\b[1-5]\d\d\b/g), extract: () => extract(log, isKnown) });
      const speed = (nanoseconds: number): string => `${figure((log.length * 1000) / nanoseconds)} MB/s`;
      const share = figure(time.plain / time.extract);
      return `${name}: plain expression ${speed(time.plain)}, extract ${speed(time.extract)}: ${share} of it (target: at least a third)`;
    });
  },
};
