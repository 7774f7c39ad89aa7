// What a query comes to in the dataset; cards are made from it.
import type { Entry, Vendor } from '../catalog/catalog.ts';
import type { Document } from '../catalog/schema.ts';
import type { Guide } from '../guide/load.ts';
import type { Step, StepId } from '../guide/schema.ts';

/** Why it is this entry: not exactly what was named, or where the guide ended. */
export type Remark =
  | { type: 'no-own-meaning'; vendor: Vendor | undefined; code: string }
  | { type: 'unknown-sub-status'; code: string }
  | { type: 'outside-range'; code: string }
  | { type: 'guided'; step: StepId; code: string };

/** One page of a longer list. */
export interface Page {
  entries: readonly Entry[];
  page: number;
  pages: number;
  total: number;
}

/** A code of a message; the line is known only while the message itself is. */
export interface Explained {
  entry: Entry;
  count: number;
  line?: string;
}

export type Match =
  | { kind: 'status'; entry: Entry; remarks: Remark[] }
  | { kind: 'variants'; code: string; entries: readonly Entry[] }
  | { kind: 'class'; mask: string; list: Page }
  | { kind: 'range'; from: number; to: number; list: Page }
  | { kind: 'vendor'; vendor: Vendor; list: Page }
  | { kind: 'reference'; document: Document; successors: readonly Document[]; list: Page }
  | { kind: 'compare'; entries: readonly Entry[]; missing: readonly string[] }
  | { kind: 'unassigned'; code: string; range: { from: number; to: number } }
  | { kind: 'invalid'; number: string; entry: Entry | undefined }
  | { kind: 'search'; text: string; entries: readonly Entry[] }
  | { kind: 'none'; text: string; guesses: readonly Entry[] }
  | { kind: 'explain'; found: readonly Explained[] }
  | { kind: 'guide'; guide: Guide; step: Step | undefined }
  | { kind: 'help' }
  | { kind: 'concept' };

export type Kind = Match['kind'];
