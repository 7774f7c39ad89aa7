// What the page can do on one of the platforms, and what it shows of it.
import { z } from 'zod';
import type { Person } from './people.ts';

/** Longer than any message that either platform takes. */
const MAX_TEXT = 4000;
const text = z.string().trim().min(1).max(MAX_TEXT);
const id = z.string().min(1).max(300);

export const ACTION = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), text, thread: id.optional() }),
  z.object({ do: z.literal('press'), message: id, press: id }),
  z.object({ do: z.literal('explain'), message: id }),
  z.object({ do: z.literal('open home') }),
  z.object({ do: z.literal('press home'), press: id }),
  z.object({ do: z.literal('search') }),
  z.object({ do: z.literal('press window'), press: id }),
  z.object({ do: z.literal('pick'), value: id, label: id }),
  z.object({ do: z.literal('submit'), value: text }),
  z.object({ do: z.literal('close') }),
]);

export type Action = z.infer<typeof ACTION>;

interface Shown {
  /** The same as long as it is the same thing. */
  key: string;
  html: string;
}

export interface SideView {
  messages: Shown[];
  window: Shown | undefined;
  home: Shown | undefined;
}

export interface Suggestion {
  label: string;
  detail?: string;
  /** What choosing it puts into the field. */
  value: string;
}

export interface Side {
  view: (person: Person) => SideView;
  /** Gives the id of a message that was posted. @throws InputError, or whatever the platform refuses */
  act: (person: Person, action: Action) => Promise<{ message?: string }>;
  /** What is offered while a person types; `place` is the composer or the window's search field. */
  suggest: (person: Person, typed: string, place: 'composer' | 'window') => Promise<Suggestion[]>;
}

/** What a person did cannot be done; the message says why. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}

/** More messages are kept, but not shown. */
export const MAX_SHOWN = 100;
/** The platforms wait three seconds for an answer; a little more, so that what they say about it is heard. */
const ANSWER_MS = 4000;

/** @throws InputError where the app does not answer in time */
export async function withinLimit<Result>(answer: Promise<Result>): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new InputError('the app did not answer in time')), ANSWER_MS);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
