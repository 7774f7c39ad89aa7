// Which signs together name which condition. The rule with the most signs tells best.
import type { Sign } from './lexicon.ts';
import { REQUEST_RULES } from './request-rules.ts';
import { UPSTREAM_RULES } from './upstream-rules.ts';

interface Rule {
  condition: string;
  /** All of them stand in the text. */
  signs: readonly Sign[];
  /** None of these does. */
  without: readonly Sign[];
}

export const RULES: readonly Rule[] = Object.entries({ ...UPSTREAM_RULES, ...REQUEST_RULES }).flatMap(
  ([condition, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const words = line.trim().split(' ');
        const [not, all] = [
          words.filter((word) => word.startsWith('!')),
          words.filter((word) => !word.startsWith('!')),
        ];
        return { condition, signs: all as Sign[], without: not.map((word) => word.slice(1)) as Sign[] };
      }),
);
