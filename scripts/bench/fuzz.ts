// Hostile text through the core and every renderer: `npm run bench -- fuzz 200000`. Fails on any fault, and on work that
// grows faster than the text.
import { decodeButton, encodeButton } from '../../adapters/button-id.ts';
import type { Answer, Question } from '../../src/index.ts';
import { createRandom, hostileText, KINDS, type Random, repeated } from './fuzz/hostile-text.ts';
import { surfacesOf } from './fuzz/surfaces.ts';
import { textFaults } from './fuzz/text-faults.ts';
import { type Bench, cpuMilliseconds, figure } from './measure.ts';
import { core } from './subjects.ts';

const DEFAULT_TEXTS = 20_000;
const MEGABYTE = 1_000_000;
/** One text in so many is this long. */
const LENGTHS = [
  { oneIn: 2000, length: MEGABYTE },
  { oneIn: 50, length: 50_000 },
  { oneIn: 1, length: 4000 },
] as const;
/** Four times the text; work that grows with its square takes sixteen times as long. */
const GROWTH = 4;
const MAX_GROWTH = 8;
const SHOWN_FAULTS = 10;

export const fuzz: Bench = {
  name: 'fuzz',
  isLong: true,
  run: async (texts = DEFAULT_TEXTS) => {
    const random = createRandom(texts);
    const faults: string[] = [];
    let characters = 0;
    const time = cpuMilliseconds(() => {
      for (let index = 0; index < texts; index += 1) {
        const question = hostileQuestion(random);
        characters += question.text.length;
        faults.push(...faultsOf(question).map((fault) => `${fault} ← ${JSON.stringify(question.text.slice(0, 200))}`));
      }
    });
    const growth = worstGrowth();
    if (faults.length > 0 || growth.ratio > MAX_GROWTH) process.exitCode = 1;
    return [
      `${figure(texts)} texts, ${figure(characters / 1e6)} million characters, ${figure(time / texts)} ms of CPU each on all surfaces`,
      `${figure(faults.length)} faults`,
      ...faults.slice(0, SHOWN_FAULTS),
      `${GROWTH} times the text takes at most ${figure(growth.ratio)} times as long (${growth.kind}; fails above ${MAX_GROWTH})`,
    ];
  },
};

function hostileQuestion(random: Random): Question {
  const { length } = LENGTHS.find(({ oneIn }) => random() * oneIn < 1) ?? LENGTHS[2];
  return {
    text: hostileText(random, length === MEGABYTE ? length : random() ** 3 * length),
    locale: random() < 0.5 ? 'en' : 'zh-CN',
    detail: random() < 0.5 ? 'compact' : 'full',
    as: random() < 0.5 ? 'question' : 'message',
  };
}

/** An exception is one, too. */
export function faultsOf(question: Question): string[] {
  try {
    const answer = core.answer(question);
    core.suggest(question.text, question.locale, 25);
    return [
      ...surfacesOf(answer, question.text, core).flatMap((surface) => textFaults(surface, answer.card)),
      ...buttonFaults(answer),
    ];
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/** A button must lead to the question that it carries. */
function buttonFaults({ card }: Answer): string[] {
  const asks = card.blocks.flatMap((block) =>
    block.type === 'actions' ? block.items.flatMap((action) => ('ask' in action ? [action.ask] : [])) : [],
  );
  return asks
    .filter((ask) => decodeButton(encodeButton({ verb: 'show', ask, owner: 'U1' }))?.ask.query !== ask.query)
    .map(({ query }) => `lost in a button: ${JSON.stringify(query)}`);
}

function worstGrowth(): { ratio: number; kind: string } {
  const kinds = KINDS.flatMap((kind) =>
    (['question', 'message'] as const).map((as) => {
      const cost = (length: number): number => {
        const text = repeated(kind, length);
        const run = (): number =>
          cpuMilliseconds(() => {
            const answer = core.answer({ text, locale: 'en', as });
            surfacesOf(answer, text, core);
          });
        return Math.max(1, Math.min(run(), run(), run()));
      };
      return { kind: `${kind} as a ${as}`, ratio: cost(MEGABYTE) / cost(MEGABYTE / GROWTH) };
    }),
  );
  return kinds.reduce((worst, one) => (one.ratio > worst.ratio ? one : worst));
}
