// What an answer looks like before any platform renders it.

/** Plain text in which backticks mark code and nothing else is markup. */
export type Prose = string;

/** The colour of a card: a status class, or neutral. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 'neutral';

export type Detail = 'compact' | 'full';

/** A question that a button asks again. It needs no memory: the whole meaning fits into the button's id. */
export interface Ask {
  /** Canonical question text, at most {@link MAX_ASK_LENGTH} characters. */
  query: string;
  detail: Detail;
  locale: string;
}

/** Leaves room for verb, detail, language and asker in a Discord `custom_id` of 100 characters. */
export const MAX_ASK_LENGTH = 60;

export interface MenuOption {
  label: string;
  description?: string;
  ask: Ask;
}

export type Action =
  | { type: 'ask'; label: string; ask: Ask; primary?: boolean }
  | { type: 'menu'; label: string; options: MenuOption[] }
  | { type: 'share'; label: string; ask: Ask }
  | { type: 'search'; label: string; ask: Ask }
  | { type: 'link'; label: string; url: string };

export type Block =
  | { type: 'heading'; text: string; subtitle?: Prose }
  | { type: 'text'; text: Prose }
  | { type: 'list'; title: string; ordered: boolean; items: Prose[] }
  | { type: 'facts'; title?: string; items: { label: string; value: Prose }[] }
  | { type: 'table'; columns: string[]; rows: Prose[][] }
  | { type: 'code'; text: string }
  | { type: 'links'; title: string; items: { label: string; url: string }[] }
  | { type: 'note'; text: Prose }
  | { type: 'actions'; items: Action[] };

export interface Card {
  tone: Tone;
  /** One line that says what the card is about: for notifications, window titles and lists. */
  title: string;
  blocks: Block[];
}
