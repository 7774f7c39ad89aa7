// The real app and a bare one by turns, each in a process of its own: what else runs on the machine slows both.
import type { AppProcess } from './app-process.ts';
import { figure, percentile } from './measure.ts';

const ROUNDS = 11;

/** Figures of one turn, by name. */
type Turn<Part extends string> = Record<Part, number>;

export interface Rounds<Part extends string> {
  /** Median over the rounds. */
  of: (side: Side, part: Part) => string;
  /** Median of what the real app has, as a multiple of what the bare one has in the same round. */
  ratio: (part: Part) => string;
  /** Median of what the real app has beyond the bare one. */
  added: (part: Part) => string;
}

type Side = 'bare' | 'real';

/** The first round, in which everything is still compiled, does not count. */
export async function takeTurns<Part extends string>(
  take: Record<Side, () => Promise<Turn<Part>>>,
): Promise<Rounds<Part>> {
  const rounds: Record<Side, Turn<Part>>[] = [];
  for (let round = 0; round <= ROUNDS; round++) rounds.push({ bare: await take.bare(), real: await take.real() });
  const median = (value: (round: Record<Side, Turn<Part>>) => number): string =>
    figure(percentile(rounds.slice(1).map(value), 50));
  return {
    of: (side, part) => median((round) => round[side][part]),
    ratio: (part) => median(({ bare, real }) => real[part] / bare[part]),
    added: (part) => median(({ bare, real }) => real[part] - bare[part]),
  };
}

/** Resident memory now. */
export async function memory(real: AppProcess, bare: AppProcess): Promise<string> {
  const [ours, theirs] = await Promise.all([real.usage(), bare.usage()]);
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  return `${megabytes(ours.residentBytes)} (bare ${megabytes(theirs.residentBytes)})`;
}
