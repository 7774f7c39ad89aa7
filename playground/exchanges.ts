// What the platforms and the app really said to each other, grouped by what a person did.

export type PlatformName = 'slack' | 'discord';

export interface Step {
  /** Who spoke. */
  from: 'platform' | 'app';
  /** What it was: a kind of request, an acknowledgement, a method. */
  name: string;
  body: unknown;
}

export interface Exchange {
  id: number;
  platform: PlatformName;
  /** What the person did. */
  title: string;
  steps: Step[];
}

export interface Exchanges {
  /** Whatever the platform's parties say from now on belongs to this. */
  begin: (platform: PlatformName, title: string) => void;
  add: (platform: PlatformName, step: Step) => void;
  list: () => readonly Exchange[];
  get: (id: number) => Exchange | undefined;
}

/** The title of what is said for completion. */
export const TYPING = 'typing';
/** Older ones are forgotten. */
const MAX_EXCHANGES = 60;

export function createExchanges(onChange: () => void): Exchanges {
  const all: Exchange[] = [];
  let count = 0;
  const last = (platform: PlatformName): Exchange | undefined =>
    all.findLast((exchange) => exchange.platform === platform);
  const begin: Exchanges['begin'] = (platform, title) => {
    // Of what is said while somebody types, the newest is enough.
    const typing = last(platform);
    if (typing?.title === TYPING && title === TYPING) {
      typing.steps = [];
      return onChange();
    }
    count += 1;
    all.push({ id: count, platform, title, steps: [] });
    if (all.length > MAX_EXCHANGES) all.shift();
    onChange();
  };
  const add: Exchanges['add'] = (platform, step) => {
    // What the app does while it starts belongs to nobody.
    last(platform)?.steps.push(structuredClone(step));
    onChange();
  };
  return { begin, add, list: () => all, get: (id) => all.find((exchange) => exchange.id === id) };
}
