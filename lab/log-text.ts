// What a log says, without what differs from run to run.
import type { Software } from './software.ts';

/** Takes addresses, ports, times, process numbers and the paths of a run out of a line of an error log. */
export function telling(text: string): string {
  return (
    text
      .replace(/\/[\w./-]*\blab-[\w-]+\/[\w./-]*/g, 'FILE')
      .replace(/\/?\bu\d+[gpxy]\d\/(ask|first)\b/g, '/')
      .replace(/\bu\d+[gpxy]\d[ab]?\b/g, 'NAME')
      .replace(/\[?(\d+\.\d+\.\d+\.\d+|\[?::1\]?)\]?([:/]\d+)?/g, 'ADDRESS')
      .replace(/\b\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?\b/g, '')
      .replace(/\b(port|pid|fd|tid)[ =:]+\d+/gi, '$1')
      .replace(/\b(child|worker) \d+/gi, '$1')
      .replace(/\b\d+\.\d+ (sec(onds)?)\b/g, 'N $1')
      .replace(/\?(app|request|server)\.[\w.-]+-\d\b/g, '')
      .replace(/a{20,}/g, 'aaa…')
      // What OpenSSL puts before its errors in Node.
      .replace(/\b[0-9A-F]{12,16}:error:/g, 'error:')
      .replace(/\\n/g, ' ')
      .replace(/^(.+?): \1$/, '$1')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** The last access line that names this path. */
export function lineOf(log: string, path: string): string | undefined {
  return log.split('\n').findLast((line) => line.includes(path));
}

/** What the error logs gained during some runs, in at most two different fragments; lines of other routes left out. */
export function errorsOf(software: Pick<Software, 'pickErrors'>, gained: string, routes: string[]): string {
  const own = gained.split('\n').filter((line) => {
    const named = line.match(/\bu\d+[gpxy]\d/g);
    return line.trim() !== '' && (named === null || named.some((id) => routes.includes(id)));
  });
  const picked = software.pickErrors ? software.pickErrors(own.join('\n')) : own;
  const fragments = [...new Set(picked.map(telling))].filter((fragment) => fragment !== '');
  return fragments
    .slice(0, 2)
    .map((fragment) => fragment.slice(0, 200))
    .join(' | ');
}
