// Reads the facts of the decision guide and checks them.
import type { Catalog } from '../catalog/catalog.ts';
import { readFacts } from '../catalog/files.ts';
import { guideFaults } from './guide-faults.ts';
import { type Diagram, decisionFileSchema, type Step } from './schema.ts';

export interface Guide {
  diagram: Diagram;
  /** By id, in the order of the walk. */
  steps: ReadonlyMap<string, Step>;
}

/**
 * The guide of decision.json in the folder `data`.
 * @throws CatalogError naming every fault of the file.
 */
export function loadGuide(data: URL, catalog: Catalog): Guide {
  const isRegistered = (code: string): boolean => catalog.entries.has(`standard:${code}`);
  const { diagram, steps } = readFacts(data, 'decision.json', decisionFileSchema, (file) =>
    guideFaults(file, isRegistered),
  );
  return { diagram, steps: new Map(steps.map((step) => [step.id, step])) };
}
