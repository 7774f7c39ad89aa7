// What was asked, in a form that can be written back as text: buttons carry that text.

export interface CodeRef {
  code: string;
  /** A vendor id, or `standard` for the registered meaning; left out where none was named. */
  source?: string;
}

export interface CodeCount {
  code: string;
  count: number;
}

export type Query =
  | ({ kind: 'code' } & CodeRef)
  | { kind: 'codes'; items: CodeRef[] }
  | { kind: 'mask'; mask: string; page: number }
  | { kind: 'range'; from: number; to: number; page: number }
  | { kind: 'vendor'; vendor: string; page: number }
  | { kind: 'reference'; document: string; page: number }
  | { kind: 'number'; text: string }
  | { kind: 'words'; text: string }
  /** `isAsked`: it came as a question, so it may still be one. */
  | { kind: 'message'; text: string; isAsked: boolean }
  | { kind: 'counts'; counts: CodeCount[] }
  | { kind: 'guide'; at: string }
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
      return query.mask + pageSuffix(query.page);
    case 'range':
      return `${query.from}-${query.to}${pageSuffix(query.page)}`;
    case 'vendor':
      return query.vendor + pageSuffix(query.page);
    case 'reference':
      return query.document + pageSuffix(query.page);
    case 'number':
    case 'words':
    case 'message':
      return query.text;
    case 'counts':
      return query.counts.map(({ code, count }) => `${code}*${count}`).join(' ');
    case 'guide':
      return query.at ? `guide:${query.at}` : 'guide';
    case 'help':
    case 'concept':
      return query.kind;
  }
}

export function formatRef({ code, source }: CodeRef): string {
  return source ? `${source}:${code}` : code;
}

function pageSuffix(page: number): string {
  return page > 1 ? ` #${page}` : '';
}
