// References, relations and prose that lead nowhere, across all files.
import { referenceProblem } from './documents.ts';
import type { Fault } from './faults.ts';
import type { DataFiles } from './files.ts';
import type { Document, Reference, StandardStatus, VendorStatus } from './schema.ts';

type Status = StandardStatus | VendorStatus;

interface Source {
  id: string;
  file: string;
  statuses: readonly Status[];
  documents: ReadonlyMap<string, Document>;
}

/** Every fault that only shows when the files are seen together. */
export function linkFaults(files: DataFiles): Fault[] {
  const shared = new Map(files.documents.map((document) => [document.id, document]));
  const sources: Source[] = [
    { id: 'standard', file: 'data/standard.json', statuses: files.standard, documents: shared },
    ...[...files.vendors].map(([id, file]) => ({
      id,
      file: `data/vendors/${id}.json`,
      statuses: file.statuses,
      documents: new Map([...shared, ...file.documents.map((document) => [document.id, document] as const)]),
    })),
  ];
  const ids = new Set(sources.flatMap(({ id, statuses }) => statuses.map(({ code }) => `${id}:${code}`)));
  return [
    ...sources.flatMap((source) => source.statuses.flatMap((status) => statusFaults(source, status, ids))),
    ...sources.flatMap(duplicateFaults),
    ...[...files.prose].flatMap(([locale, prose]) =>
      sources.flatMap((source) => proseFaults(locale, source, Object.keys(prose.get(source.id)?.statuses ?? {}))),
    ),
  ];
}

function statusFaults(source: Source, status: Status, ids: ReadonlySet<string>): Fault[] {
  const fault = (field: string, problem: string, remedy: string): Fault => ({
    file: source.file,
    record: status.code,
    field,
    problem,
    remedy,
  });
  const unknownDocuments = referencesOf(status).flatMap(([field, reference]) => {
    const problem = referenceProblem(reference, source.documents);
    return problem ? [fault(field, problem, 'Add it to data/documents.json or to the documents of this file')] : [];
  });
  const unknownRelations = (status.related ?? [])
    .filter((id) => !ids.has(id))
    .map((id) => fault('related', `${id} does not exist`, 'Name an id that exists, as source:code, or remove it'));
  return [...unknownDocuments, ...unknownRelations];
}

function referencesOf(status: Status): [field: string, reference: Reference][] {
  const references: [string, Reference][] = status.references.map((reference) => ['references', reference]);
  for (const { document, section } of status.former ?? [])
    references.push(['former', { document, ...(section === undefined ? {} : { section }) }]);
  if (!('content' in status)) return references;
  references.push(['cacheable', status.cacheable.source], ['content', status.content.source]);
  if (status.retry.source) references.push(['retry', status.retry.source]);
  if (status.method) references.push(['method', status.method.source]);
  for (const header of status.headers ?? []) references.push(['headers', header.source]);
  return references;
}

function duplicateFaults({ file, statuses }: Source): Fault[] {
  const seen = new Set<string>();
  return statuses.flatMap(({ code }) => {
    const repeated = seen.has(code);
    seen.add(code);
    const remedy = 'Keep one record a code; another meaning belongs to another source';
    return repeated ? [{ file, record: code, field: 'code', problem: 'stands twice', remedy }] : [];
  });
}

function proseFaults(locale: string, source: Source, written: readonly string[]): Fault[] {
  const file = `locales/${locale}/status/${source.id}.json`;
  const codes = new Set(source.statuses.map(({ code }) => code));
  const missing = locale === 'en' ? [...codes].filter((code) => !written.includes(code)) : [];
  const surplus = written.filter((code) => !codes.has(code));
  return [
    ...missing.map((record) => ({
      file,
      record,
      field: '',
      problem: 'has no prose',
      remedy: `Write it, or scaffold it with \`npm run new:status -- ${source.id} ${record}\``,
    })),
    ...surplus.map((record) => ({
      file,
      record,
      field: '',
      problem: 'has prose but no record',
      remedy: `Add the record to ${source.file}, or remove the prose`,
    })),
  ];
}
