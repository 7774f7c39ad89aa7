// Many people who ask one thing after the other, each with a pause, until they are told to stop.

export interface Crowd {
  /** How many ask at the same time. */
  size: number;
  pauseMs: number;
  isOver: () => boolean;
}

/** After this long it is seen whether a second card came. */
export const DOUBLE_MS = 8_000;
/** So many that nobody asks again within that time, and few enough that all have asked before the warm-up ends. */
export const PEOPLE = 1_500;
export const QUESTIONS = ['502', '499', 'nginx 499', '404', '4xx', '502 vs 504', 'gateway timeout', '403.14', '超时'];

/** Resolves when everybody has what they asked for. */
export async function askInTurn({ size, pauseMs, isOver }: Crowd, ask: (turn: number) => Promise<void>): Promise<void> {
  let turn = 0;
  const one = async (): Promise<void> => {
    while (!isOver()) {
      turn += 1;
      await ask(turn);
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random())));
    }
  };
  await Promise.all(Array.from({ length: size }, one));
}

export function pick<Item>(items: readonly Item[], turn: number): Item {
  return items[turn % items.length] as Item;
}
