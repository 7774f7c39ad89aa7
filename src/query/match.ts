// What a query comes to in the dataset; cards are made from it.
import type { Entry, Vendor } from '../catalog/catalog.ts';
import type { Document } from '../catalog/schema.ts';
import type { Guide } from '../guide/load.ts';
import type { Step, StepId } from '../guide/schema.ts';

/** Why it is this entry: not exactly what was named, or where the guide ended. */
export type Remark =
  /** `subStatuses`: how finely the vendor divides the code. */
  | { type: 'no-own-meaning'; vendor: Vendor | undefined; code: string; subStatuses: readonly string[] }
  | { type: 'unknown-sub-status'; code: string }
  /** Codes that were asked for beside it and mean nothing. */
  | { type: 'unassigned'; codes: readonly string[] }
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
  /** The message names the vendor, or nobody else uses the number. */
  isCertain: boolean;
}

export type Match =
  | { kind: 'status'; entry: Entry; remarks: Remark[] }
  /** `lacking`: a vendor that was named and is not among them. */
  | { kind: 'variants'; code: string; entries: readonly Entry[]; lacking?: Vendor }
  /** `vendor`: of that one alone. `lacking`: a vendor that was named but has none. */
  | { kind: 'class'; mask: string; vendor?: Vendor; lacking?: Vendor; list: Page }
  | { kind: 'range'; from: number; to: number; vendor?: Vendor; lacking?: Vendor; list: Page }
  | { kind: 'vendor'; vendor: Vendor; list: Page }
  /** `unknownSection`: one that was named and defines no code. */
  | { kind: 'reference'; document: Document; successors: readonly Document[]; unknownSection?: string; list: Page }
  | { kind: 'compare'; entries: readonly Entry[]; missing: readonly string[] }
  | { kind: 'unassigned'; code: string; range: { from: number; to: number } }
  /** `lacking`: a vendor that was named but has no such number. */
  | { kind: 'invalid'; number: string; entry: Entry | undefined; lacking?: Vendor }
  | { kind: 'search'; text: string; entries: readonly Entry[] }
  | { kind: 'none'; text: string; guesses: readonly Entry[] }
  /** `more`: how many codes there are beyond those. */
  | { kind: 'explain'; found: readonly Explained[]; more: number }
  | { kind: 'guide'; guide: Guide; step: Step | undefined }
  | { kind: 'help' }
  | { kind: 'concept' };

export type Kind = Match['kind'];
