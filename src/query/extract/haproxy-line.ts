// Lines of HAProxy in a format of one's own that begin with the status; its timers tell them.

const LINE = /^([1-5]\d\d) \S{1,80} \S{1,80} \S{1,60}:\d{1,5} -?\d{1,10}(?:\/-?\d{1,10}){3,12} [A-Za-z-]{2,4} /;

export function haproxyStatus(line: string): string | undefined {
  return LINE.exec(line)?.[1];
}
