// Completions while somebody types a question.
import type { Entry } from '../catalog/catalog.ts';
import { formatRef } from './query.ts';
import type { Knowledge } from './resolve.ts';

export interface Suggestion {
  /** The question to ask, as text. */
  query: string;
  /** What to show, in the reader's language. */
  label: string;
}

/** What people look up most in incidents and while writing APIs; the order of an empty prefix. */
const MOST_ASKED = `502 504 503 500 404 403 401 429 400 499 422 409 301 302 413 405 304 201 204 200 408 415 307 308 410
  412 418 451 431 520 522 524 460`.split(/\s+/);

export function suggestions(knowledge: Knowledge, prefix: string, locale: string, limit: number): Suggestion[] {
  const typed = prefix.normalize('NFKC').trim().toLowerCase();
  const { catalog, search } = knowledge;
  const entries =
    typed === '' ? mostAsked(knowledge) : /^\d/.test(typed) ? byNumber(knowledge, typed) : search.find(typed).list;
  return entries.slice(0, limit).map((entry) => {
    const alone = entry.source === 'standard' || catalog.byCode.get(entry.code)?.length === 1;
    const name = catalog.prose(entry, locale).name;
    const label = [`${entry.code} ${entry.status.name}`, name, entry.vendor?.name].filter(Boolean).join(' · ');
    return { query: formatRef(alone ? { code: entry.code } : { code: entry.code, source: entry.source }), label };
  });
}

function mostAsked({ catalog }: Knowledge): Entry[] {
  return MOST_ASKED.flatMap((code) => catalog.byCode.get(code)?.[0] ?? []);
}

function byNumber({ catalog }: Knowledge, typed: string): Entry[] {
  const rank = (code: string): number => {
    const place = MOST_ASKED.indexOf(code);
    return code === typed ? -1 : place === -1 ? MOST_ASKED.length : place;
  };
  const codes = [...catalog.byCode.keys()].filter((code) => code.startsWith(typed));
  codes.sort((a, b) => rank(a) - rank(b) || Number(a) - Number(b));
  return codes.flatMap((code) => catalog.byCode.get(code) ?? []);
}
