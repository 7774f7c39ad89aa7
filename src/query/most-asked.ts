/** What people look up most in incidents and while writing APIs; the order of an empty prefix. */
export const MOST_ASKED = `502 504 503 500 404 403 401 429 400 499 422 409 301 302 413 405 304 201 204 200 408 415 307
  308 410 412 418 451 431 520 522 524 460 521 525 526 530 523`.split(/\s+/);

/** 1 for the code that is asked most, falling to 0 for all that are hardly asked. */
export function popularity(code: string): number {
  const place = MOST_ASKED.indexOf(code);
  return place === -1 ? 0 : 1 - place / MOST_ASKED.length;
}
