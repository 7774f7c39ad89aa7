// What was asked, in a form that can be written back as text: buttons carry that text.
import { MAX_ASK_LENGTH } from '../card.ts';

export interface CodeRef {
  code: string;
  /** A vendor id, or `standard` for the registered meaning; left out where none was named. */
  source?: string;
}

export interface CodeCount extends CodeRef {
  count: number;
}

/** What repeating may help after, and what a cache may keep by itself. */
export type Trait = 'retryable' | 'cacheable';

export type Query =
  | ({ kind: 'code' } & CodeRef)
  | { kind: 'codes'; items: CodeRef[] }
  | { kind: 'mask'; mask: string; page: number; source?: string }
  | { kind: 'range'; from: number; to: number; page: number; source?: string }
  | { kind: 'vendor'; vendor: string; page: number }
  | { kind: 'reference'; document: string; page: number; section?: string }
  /** `isPort`: of a host, as what stands beside it says. */
  | { kind: 'number'; text: string; source?: string; isPort?: true }
  /** Registered codes of which something holds. */
  | { kind: 'trait'; trait: Trait; page: number }
  /** `source`: a vendor or software that was measured. */
  | { kind: 'condition'; condition: string; source?: string }
  /** What was measured of a software, of a status, or of both. */
  | { kind: 'measured'; code?: string; source?: string; page: number }
  /** Ids of markers: one, several beside each other, or what several products write the same. */
  | { kind: 'marker'; ids: readonly string[] }
  | { kind: 'words'; text: string }
  /** `isAsked`: it came as a question, so it may still be one. */
  | { kind: 'message'; text: string; isAsked: boolean }
  /** `markers`: ids of those that say who sent the first. */
  | { kind: 'counts'; counts: CodeCount[]; markers?: readonly string[] }
  | { kind: 'guide'; at: string }
  /** A code, or a code and a place in its tree: `502/refused`. */
  | { kind: 'trouble'; at: string }
  | { kind: 'help' }
  | { kind: 'concept' };

/** Canonical text of a query: `parse` reads it back to the same query. A message is not written back, only counted. */
export function formatQuery(query: Query): string {
  switch (query.kind) {
    case 'code':
      return formatRef(query);
    case 'codes':
      return query.items.map(formatRef).join(',');
    case 'mask':
      return sourced(query.source, query.mask) + pageSuffix(query.page);
    case 'range':
      return sourced(query.source, `${query.from}-${query.to}`) + pageSuffix(query.page);
    case 'vendor':
      return query.vendor + pageSuffix(query.page);
    case 'reference':
      return (query.section ? `${query.document} §${query.section}` : query.document) + pageSuffix(query.page);
    case 'trait':
      return `${query.trait} codes${pageSuffix(query.page)}`;
    case 'number':
      return query.isPort ? `port ${query.text}` : sourced(query.source, query.text);
    case 'condition':
      return sourced(query.source, query.condition);
    case 'measured':
      return [query.source, query.code, 'measured'].filter(Boolean).join(' ') + pageSuffix(query.page);
    case 'marker':
      return withMarkers(query.ids[0] ?? '', query.ids.slice(1));
    case 'words':
      return query.text;
    case 'message':
      return oneLine(query.text);
    case 'counts':
      return withMarkers(
        query.counts.map(({ count, ...ref }) => `${formatRef(ref)}*${count}`).join(' '),
        query.markers ?? [],
      );
    case 'guide':
      return query.at ? `guide:${query.at}` : 'guide';
    case 'trouble':
      return `trouble:${query.at}`;
    case 'help':
    case 'concept':
      return query.kind;
  }
}

/** As many as fit into a button. */
function withMarkers(first: string, ids: readonly string[]): string {
  let text = first;
  for (const id of ids) if (text.length + 1 + id.length <= MAX_ASK_LENGTH) text += ` ${id}`;
  return text;
}

/** As {@link legible} reads it back: what stands on several lines is a message. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, (space) => (space.includes('\n') ? '↵' : ' '));
}

export function formatRef({ code, source }: CodeRef): string {
  return source ? `${source}:${code}` : code;
}

/** With a space: the colon is for the ids of records. */
function sourced(source: string | undefined, text: string): string {
  return source ? `${source} ${text}` : text;
}

function pageSuffix(page: number): string {
  return page > 1 ? ` #${page}` : '';
}
