// Where the diagram leads from a set of its decisions.
import type { Diagram } from './schema.ts';

export interface Edge {
  from: string;
  answer: string;
  to: string;
}

/** What a set of decisions leads to beyond itself. */
export interface Departures {
  /** Codes, each once. */
  codes: string[];
  /** Decisions outside of the set, each once. */
  decisions: string[];
}

/** Asked for at every step. */
const drawn = new WeakMap<Diagram, readonly Edge[]>();

/** Every edge of the diagram but those of its start and end. */
export function edgesOf(diagram: Diagram): readonly Edge[] {
  const edges = drawn.get(diagram) ?? draw(diagram);
  drawn.set(diagram, edges);
  return edges;
}

function draw({ blocks, terminals }: Diagram): Edge[] {
  return [
    ...Object.entries(blocks).flatMap(([block, decisions]) => [
      { from: block, answer: 'anything', to: Object.keys(decisions)[0] ?? '' },
      ...Object.entries(decisions).flatMap(([from, answers]) =>
        Object.entries(answers).map(([answer, to]) => ({ from, answer, to })),
      ),
    ]),
    ...Object.entries(terminals).map(([from, to]) => ({ from, answer: 'anything', to })),
  ];
}

/** `401` for a terminal; undefined for a decision or a block. */
function codeOf(node: string): string | undefined {
  return /^[1-5]\d\d(?=_)/.exec(node)?.[0];
}

/** A block stands for its first decision. */
function entryOf({ blocks }: Diagram, node: string): string {
  const block = blocks[node];
  return block ? (Object.keys(block)[0] ?? node) : node;
}

export function departures(diagram: Diagram, decisions: readonly string[]): Departures {
  const leaving = edgesOf(diagram).filter(({ from }) => decisions.includes(from));
  const codes = leaving.flatMap(({ to }) => codeOf(to) ?? []);
  const others = leaving.flatMap(({ to }) => (codeOf(to) ? [] : entryOf(diagram, to)));
  return {
    codes: [...new Set(codes)],
    decisions: [...new Set(others)].filter((decision) => !decisions.includes(decision)),
  };
}

/** Decisions that are asked before a code is found: what follows a code only shapes its response. */
export function decisionsBeforeCode(diagram: Diagram): string[] {
  const edges = edgesOf(diagram);
  const found = new Set([entryOf(diagram, diagram.start)]);
  // A set visits what is added while it is walked.
  for (const decision of found)
    for (const { from, to } of edges) if (from === decision && !codeOf(to)) found.add(entryOf(diagram, to));
  return [...found];
}
