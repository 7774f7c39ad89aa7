// How long Slack asks to wait: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3

const SECONDS = /^\d+(?:\.\d+)?$/;
/** The three forms of a date in HTTP; only the oldest, C's asctime, does not say that it is in GMT. */
const DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .{10,30}$/;

/**
 * Milliseconds from now; undefined where the header is missing or says nothing that makes sense.
 * @param now milliseconds since 1970, for a date
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  const ms = SECONDS.test(value) ? Number(value) * 1000 : dateOf(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

function dateOf(value: string): number {
  if (!DATE.test(value)) return Number.NaN;
  return Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
}
