// What a platform adapter is, and what it gets.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Core } from '#core';

/** An environment variable, declared as data: the start-up error, `.env.example` and the README come from it. */
export interface Variable {
  name: string;
  /** What it is for, one line. */
  purpose: string;
  /** The same in other languages, for their README. */
  purposeIn?: Readonly<Record<string, string>>;
  /** What it looks like. */
  example: string;
  /** What a value must match, where that can be told. */
  pattern?: RegExp;
}

export type Values = Readonly<Record<string, string | undefined>>;

export interface AdapterContext {
  core: Core;
  /** Values of the adapter's own variables; those that a configuration needs are set. */
  env: Values;
  /** For people whose language is not known. */
  defaultLocale: string;
  log: Logger;
}

/** A platform that is running. */
export interface RunningAdapter {
  /** Whether it is connected and can answer now. */
  isReady: () => boolean;
  /** Serves requests below the adapter's path, where it needs HTTP; it ends every response. */
  handle?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Takes no more work, finishes what is in flight, then resolves. */
  stop: () => Promise<void>;
}

export interface Adapter {
  name: string;
  variables: readonly Variable[];
  /** Sets of variables that start it, in order of preference; none set means it is not wanted. */
  configurations: readonly (readonly string[])[];
  /** Requests below this path go to it. */
  path?: `/${string}`;
  /** Loads the platform's SDK, so it is called only for a configured platform. */
  start: (context: AdapterContext) => Promise<RunningAdapter>;
}
