// Where the unexpected ends: it is logged with an id, and the person is told privately.
import { randomUUID } from 'node:crypto';
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import type { Prose, Translate } from '#core';

export interface Boundary {
  /** What was being answered, for the log. */
  kind: string;
  /** Its id, for the log too. */
  ids?: { interaction: string } | { message: string };
  log: Logger;
  t: Translate;
  /** Says something to the person alone. */
  tell: (words: Prose) => Promise<unknown>;
  /** How long answering may take. */
  limitMs?: number;
}

/** Long after the person has stopped to wait; what still hangs then is an error. */
const LIMIT_MS = 20_000;

/** Never rejects. */
export async function withinBoundary(boundary: Boundary, answer: () => Promise<unknown>): Promise<void> {
  const { kind, ids, log, t, tell, limitMs = LIMIT_MS } = boundary;
  try {
    await inTime(answer(), limitMs);
  } catch (error) {
    hideText(error);
    if (isGone(error)) return log.warn({ err: error, kind, ...ids }, 'nobody is there to answer any more');
    const id = randomUUID().slice(0, 8);
    log.error({ err: error, kind, ...ids, id }, 'could not answer');
    const words = isForbidden(error) ? t('chat.cannotPost') : t('chat.apology', { id });
    await inTime(tell(words), limitMs).catch((untold: unknown) => {
      hideText(untold);
      log.warn({ err: untold, kind, ...ids, id }, 'could not apologize');
    });
  }
}

async function inTime(work: Promise<unknown>, limitMs: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not done within ${limitMs} ms`)), limitMs);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What people ask and read does not belong into a log. */
function hideText(error: unknown): void {
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    Object.defineProperty(error, 'requestBody', { enumerable: false });
}

/** The interaction ran out of time or was answered already, or its message or channel was deleted. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  const over: (number | string)[] = [
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    RESTJSONErrorCodes.InvalidWebhookToken,
  ];
  return error.status === 404 || over.includes(error.code);
}

/** The interaction has its first response already. */
export function isAcknowledged(error: unknown): boolean {
  const { InteractionHasAlreadyBeenAcknowledged: code } = RESTJSONErrorCodes;
  return error instanceof DiscordAPIError && error.code === code;
}

/** The app may not do that there. */
export function isForbidden(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 403;
}

/** The app may post there, but not as a reply. */
export function isWithoutHistory(error: unknown): boolean {
  const { CannotReplyWithoutPermissionToReadMessageHistory: code } = RESTJSONErrorCodes;
  return error instanceof DiscordAPIError && error.code === code;
}
