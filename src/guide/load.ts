// Reads the facts of the decision guide and checks them.
import { readFileSync } from 'node:fs';
import type { Catalog } from '../catalog/catalog.ts';
import { CatalogError, type Fault, faultsOf } from '../catalog/faults.ts';
import { PARSING } from '../catalog/files.ts';
import { guideFaults } from './guide-faults.ts';
import { type DecisionFile, type Diagram, decisionFileSchema, type Step } from './schema.ts';

export interface Guide {
  diagram: Diagram;
  /** By id, in the order of the walk. */
  steps: ReadonlyMap<string, Step>;
}

const FILE = 'data/decision.json';

/**
 * The guide of decision.json in the folder `data`.
 * @throws CatalogError naming every fault of the file.
 */
export function loadGuide(data: URL, catalog: Catalog): Guide {
  const { diagram, steps } = readDecisionFile(data, catalog);
  return { diagram, steps: new Map(steps.map((step) => [step.id, step])) };
}

function readDecisionFile(data: URL, { entries }: Catalog): DecisionFile {
  const json = readJson(new URL('decision.json', data));
  const { data: file, error } = decisionFileSchema.safeParse(json, PARSING);
  if (!file) throw new CatalogError(faultsOf(FILE, json, error.issues));
  const faults = guideFaults(file, (code) => entries.has(`standard:${code}`));
  if (faults.length > 0) throw new CatalogError(faults.map((fault) => ({ file: FILE, ...fault })));
  return file;
}

function readJson(url: URL): unknown {
  try {
    return JSON.parse(readFileSync(url, 'utf8'));
  } catch (error) {
    const fault: Fault = {
      file: FILE,
      record: '',
      field: '',
      problem: (error as Error).message,
      remedy: 'Write valid JSON there',
    };
    throw new CatalogError([fault]);
  }
}
