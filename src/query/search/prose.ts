// What the prose about an entry mentions. Read only for what is nearly found by name, so it needs no index.
import type { Catalog, Entry } from '../../catalog/catalog.ts';
import { commonSpelling, isHan } from './terms.ts';

/** Whether summary and causes, in any language, mention a term. */
export type Mentions = (entry: Entry, term: string) => boolean;

export function createMentions(catalog: Catalog): Mentions {
  const texts = new Map<Entry, string>();
  return (entry, term) => {
    const text = texts.get(entry) ?? proseOf(catalog, entry);
    texts.set(entry, text);
    return holds(text, term);
  };
}

function proseOf(catalog: Catalog, entry: Entry): string {
  const sentences = catalog.locales.flatMap((locale) => {
    const { summary, causes = [] } = catalog.prose(entry, locale);
    return [summary, ...causes];
  });
  return commonSpelling(sentences.join('\n'));
}

/** Terms are stems, so a word need only begin like one. */
function holds(text: string, term: string): boolean {
  if (isHan(term)) return text.includes(term);
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}
