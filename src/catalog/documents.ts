// Documents that define or describe codes: their labels and links.
import type { Document, Reference } from './schema.ts';

/** `RFC 9110` for `rfc9110`; other documents by their title. */
export function documentLabel(document: Document): string {
  return document.kind === 'rfc' ? `RFC ${document.id.slice('rfc'.length)}` : document.title;
}

/** The label with its section, as engineers cite it: `RFC 9110 §15.6.3`. */
export function referenceLabel(document: Document, section?: string): string {
  return section ? `${documentLabel(document)} §${section}` : documentLabel(document);
}

/** Where to read it. RFC addresses follow the RFC Editor's scheme; other documents carry their own. */
export function documentUrl(document: Document, section?: string): string {
  if (document.kind !== 'rfc') return document.url ?? '';
  const page = `https://www.rfc-editor.org/rfc/${document.id}.html`;
  return section ? `${page}#section-${section}` : page;
}

/** Links to what is cited, in its order; what is not known is left out. */
export function referenceLinks(
  references: readonly Reference[],
  documents: ReadonlyMap<string, Document>,
): { label: string; url: string }[] {
  return references.flatMap(({ document: id, section }) => {
    const document = documents.get(id);
    return document ? [{ label: referenceLabel(document, section), url: documentUrl(document, section) }] : [];
  });
}

/** What is wrong with a reference, or undefined. */
export function referenceProblem(reference: Reference, documents: ReadonlyMap<string, Document>): string | undefined {
  const document = documents.get(reference.document);
  if (!document) return `document "${reference.document}" is not known`;
  if (reference.section !== undefined && !document.sections?.includes(reference.section))
    return `section ${reference.section} is not listed for ${reference.document}`;
  return undefined;
}
