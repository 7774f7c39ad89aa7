// Full-text search over names, aliases and prose, in every language at once.
import MiniSearch from 'minisearch';
import type { Catalog, Entry } from '../catalog/catalog.ts';

export interface Found {
  /** Set where one entry is clearly the best. */
  best: Entry | undefined;
  /** Candidates, best first; empty where nothing fits. */
  list: Entry[];
  /** Weak matches, for "did you mean". */
  guesses: Entry[];
}

export interface Search {
  find: (text: string) => Found;
}

export function createSearch(catalog: Catalog): Search {
  const index = new MiniSearch<{ id: string; names: string; aliases: string; prose: string }>({
    fields: ['names', 'aliases', 'prose'],
    tokenize: tokens,
    processTerm: (term) => term,
    searchOptions: {
      boost: { names: 6, aliases: 4, prose: 1 },
      prefix: (term) => isLatin(term) || term.length === 1,
      fuzzy: (term) => (isLatin(term) && term.length >= 4 ? 0.25 : false),
    },
  });
  index.addAll([...catalog.entries.values()].map((entry) => document(catalog, entry)));
  const entriesOf = (results: { id: string }[]): Entry[] => results.flatMap(({ id }) => catalog.entries.get(id) ?? []);
  return {
    find: (text) => {
      const results = index.search(text);
      const [first, second] = results;
      if (!first) return { best: undefined, list: [], guesses: [] };
      const clear = first.score > 1.5 * (second?.score ?? 0);
      const list = entriesOf(results.slice(0, 5));
      return { best: clear ? list[0] : undefined, list, guesses: [] };
    },
  };
}

function document(catalog: Catalog, entry: Entry) {
  const prose = catalog.locales.map((locale) => catalog.prose(entry, locale));
  return {
    id: entry.id,
    names: [entry.status.name, entry.vendor?.name, ...prose.map(({ name }) => name)].filter(Boolean).join(' '),
    aliases: prose.flatMap(({ aliases = [] }) => aliases).join(' '),
    prose: prose.map(({ summary }) => summary).join(' '),
  };
}

function isLatin(term: string): boolean {
  return /^[\p{Script=Latin}\d.]+$/u.test(term);
}

/** Latin words whole, Han runs as overlapping pairs: 网关超时 gives 网关, 关超, 超时. */
function tokens(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu)) {
    if (!/^\p{Script=Han}/u.test(run)) terms.push(run);
    else if (run.length === 1) terms.push(run);
    else for (let index = 0; index < run.length - 1; index++) terms.push(run.slice(index, index + 2));
  }
  return terms;
}
