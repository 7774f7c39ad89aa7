// The diagram as it is published, independent of data/decision.json and of the code that reads it.
import facts from '../facts/decision-diagram.json' with { type: 'json' };

const { edges, terminals } = facts;
const codes = new Map(terminals.map(({ name, code }) => [name, code]));
/** A block leads to its first decision by the only edge that leaves it. */
const blocks = new Map(edges.flatMap(([from = '', , to = '']) => (from.startsWith('block_') ? [[from, to]] : [])));

export const publishedEdges: string[] = [...new Set(edges.map((edge) => edge.join(' ')))].sort();
export const terminalCodes: string[] = [...new Set(codes.values())].sort();

/** The codes in which some decisions end, sorted. */
export function endsOf(decisions: readonly string[]): string[] {
  const ends = edges.flatMap(([from = '', , to = '']) => (decisions.includes(from) ? (codes.get(to) ?? []) : []));
  return [...new Set(ends)].sort();
}

/** The decisions to which some decisions lead. */
export function reachable(decisions: readonly string[]): string[] {
  return edges.flatMap(([from = '', , to = '']) => (decisions.includes(from) ? [blocks.get(to) ?? to] : []));
}
