// What came of everything that was asked.

export type Outcome =
  /** The card came. */
  | 'answered'
  /** Instead of it a word that it could not come. */
  | 'told'
  /** The connection was away for so long that the platform takes no answer any more. */
  | 'cut off'
  | 'lost';

export interface Tally {
  /** Waits for what comes of a question; what nothing has come of within the limit is lost, unless there is an excuse. */
  ask: (kind: string, outcome: Promise<Outcome>, excuse?: () => Outcome) => Promise<void>;
  /** A second card for one question. */
  doubled: (kind: string) => void;
  wronglyAccepted: (what: string) => void;
  /** Tried, and turned away as it should be. */
  refused: (what: string) => void;
  lines: () => string[];
  isClean: () => boolean;
}

/** A platform's hang, a repeat, an apology over another way, and a slow machine. */
const LIMIT_MS = 40_000;
/** Of each fault. */
const MAX_EXAMPLES = 5;

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const examples: string[] = [];
  const count = (name: string, example?: string): void => {
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    if (example && before < MAX_EXAMPLES) examples.push(`${name}: ${example}`);
  };
  const of = (name: string): number => counts.get(name) ?? 0;
  const ask: Tally['ask'] = async (kind, outcome, excuse = () => 'lost') => {
    const { promise: late, resolve } = Promise.withResolvers<Outcome>();
    const timer = setTimeout(() => resolve(excuse()), LIMIT_MS);
    let why = 'nothing came';
    const failed = (error: unknown): Outcome => {
      why = String(error);
      return 'lost';
    };
    const came = await Promise.race([outcome.catch(failed), late]);
    clearTimeout(timer);
    count(came, came === 'lost' ? `${kind}, ${why}` : undefined);
    count(`asked: ${kind}`);
  };
  return {
    ask,
    doubled: (kind) => count('doubled', kind),
    wronglyAccepted: (what) => count('wrongly accepted', what),
    refused: () => count('refused'),
    isClean: () => of('lost') + of('doubled') + of('wrongly accepted') === 0,
    lines: () => [
      [...counts]
        .filter(([name]) => name.startsWith('asked: '))
        .map(([name, number]) => `${name.slice('asked: '.length)} ${number}`)
        .join(', '),
      `answered ${of('answered')}, told why not ${of('told')}, cut off ${of('cut off')}; refused as they should be ${of('refused')}`,
      `lost ${of('lost')}, doubled ${of('doubled')}, wrongly accepted ${of('wrongly accepted')}`,
      ...examples,
    ],
  };
}
