// What a query comes to in the dataset; cards are made from it.
import type { Observed, Software } from '../behaviour/behaviour.ts';
import type { Condition } from '../behaviour/schema.ts';
import type { Entry, Vendor } from '../catalog/catalog.ts';
import type { Document } from '../catalog/schema.ts';
import type { Guide } from '../guide/load.ts';
import type { Step, StepId } from '../guide/schema.ts';
import type { Marker } from '../markers/markers.ts';
import type { Tree } from '../trouble/load.ts';
import type { TroubleEnd, TroubleStep } from '../trouble/schema.ts';
import type { Origin } from './passed-on.ts';
import type { Trait } from './query.ts';

/** Why it is this entry: not exactly what was named, or where the guide ended. */
export type Remark =
  /** `subStatuses`: how finely the vendor divides the code. */
  | { type: 'no-own-meaning'; vendor: Vendor | undefined; code: string; subStatuses: readonly string[] }
  | { type: 'unknown-sub-status'; code: string }
  /** Codes that were asked for beside it and mean nothing. */
  | { type: 'unassigned'; codes: readonly string[] }
  | { type: 'guided'; step: StepId; code: string }
  /** Software that was named and measured: when it sends the code. */
  | { type: 'observed'; software: Software; code: string }
  /** The question names a condition too: who answers what to it. */
  | { type: 'condition'; condition: Condition };

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
  /** Markers that say who sent it and why, the most telling first. */
  evidence?: readonly Evidence[];
  /** What the fields of its line say of where it came from. */
  origin?: Origin;
  /** The line has no number: a marker stands for it. */
  isUnwritten?: true;
}

export interface Evidence {
  marker: Marker;
  /** As it stands in the message. */
  written?: string;
}

export interface ObservedPage {
  rows: readonly Observed[];
  page: number;
  pages: number;
  total: number;
}

export interface ConditionMatch {
  kind: 'condition';
  condition: Condition;
  /** What the software that was named did. */
  observed?: Observed;
  /** A vendor or software that was named and not measured under it. */
  unmeasured?: Unmeasured;
  /** Codes that stand in the question and were not seen. */
  unseen?: readonly string[];
  /** Others that the words may mean. */
  near: readonly Condition[];
}

export interface Unmeasured {
  id: string;
  name: string;
  /** What its manual says that it answers, and writes into its log. */
  documented: readonly Marker[];
}

export interface MarkerMatch {
  kind: 'marker';
  /** One, or several that stand together or are written the same. */
  markers: readonly Marker[];
  /** Of the message in which they stand. */
  line?: string;
  /** How the first stands in it. */
  written?: string;
  /** What the line says in the place of a status that was never sent: `-1`, `000`. */
  unsent?: string;
}

export type Match =
  | { kind: 'status'; entry: Entry; remarks: Remark[] }
  /** `lacking`: a vendor that was named and is not among them. */
  | { kind: 'variants'; code: string; entries: readonly Entry[]; lacking?: Vendor; software?: Software }
  /** `vendor`: of that one alone. `lacking`: a vendor that was named but has none. */
  | { kind: 'class'; mask: string; vendor?: Vendor; lacking?: Vendor; list: Page }
  | { kind: 'range'; from: number; to: number; vendor?: Vendor; lacking?: Vendor; list: Page }
  | { kind: 'vendor'; vendor: Vendor; list: Page }
  /** `unknownSection`: one that was named and defines no code. */
  | { kind: 'reference'; document: Document; successors: readonly Document[]; unknownSection?: string; list: Page }
  | { kind: 'trait'; trait: Trait; list: Page }
  | { kind: 'compare'; entries: readonly Entry[]; missing: readonly string[] }
  | { kind: 'unassigned'; code: string; range: { from: number; to: number } }
  /** `lacking`: a vendor that was named but has no such number. `isPort`: the question says so. */
  | { kind: 'invalid'; number: string; entry: Entry | undefined; lacking?: Vendor; isPort?: true }
  | { kind: 'search'; text: string; entries: readonly Entry[] }
  /** `conditions`: the nearest, of the software that was named. */
  | { kind: 'none'; text: string; guesses: readonly Entry[]; conditions?: readonly Condition[]; software?: Software }
  | ConditionMatch
  | MarkerMatch
  /** Of a software, of a code, or of both. */
  | { kind: 'measured'; code?: string; software?: Software; list: ObservedPage }
  /** `more`: how many codes there are beyond those. */
  | { kind: 'explain'; found: readonly Explained[]; more: number }
  | { kind: 'guide'; guide: Guide; step: Step | undefined }
  | { kind: 'trouble'; tree: Tree; node: TroubleStep | TroubleEnd }
  | { kind: 'help' }
  | { kind: 'concept' };

export type Kind = Match['kind'];
