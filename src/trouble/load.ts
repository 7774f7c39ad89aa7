// Reads the facts of the trees for trouble and checks them.
import type { Catalog } from '../catalog/catalog.ts';
import { readFacts } from '../catalog/files.ts';
import type { Document } from '../catalog/schema.ts';
import { type TreeRecord, troubleFileSchema } from './schema.ts';
import { troubleFaults } from './trouble-faults.ts';

export interface Tree extends TreeRecord {
  /** By id: those of the file, and those that everything shares. */
  documents: ReadonlyMap<string, Document>;
}

/** By code. */
export type Trouble = ReadonlyMap<string, Tree>;

/**
 * The trees of trouble.json in the folder `data`.
 * @throws CatalogError naming every fault of the file.
 */
export function loadTrouble(data: URL, catalog: Catalog): Trouble {
  const file = readFacts(data, 'trouble.json', troubleFileSchema, (facts) => troubleFaults(facts, catalog));
  const documents = new Map([...catalog.documents, ...file.documents.map((one) => [one.id, one] as const)]);
  return new Map(file.trees.map((tree) => [tree.code, { ...tree, documents }]));
}
