// Where the unexpected ends: it is logged with an id, and the person is told privately.
import { randomUUID } from 'node:crypto';
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import type { Prose, Translate } from '#core';

export interface Boundary {
  /** What was being answered, for the log. */
  kind: string;
  log: Logger;
  t: Translate;
  /** Says something to the person alone. */
  tell: (words: Prose) => Promise<unknown>;
}

/** Never rejects. */
export async function withinBoundary({ kind, log, t, tell }: Boundary, answer: () => Promise<unknown>): Promise<void> {
  try {
    await answer();
  } catch (error) {
    if (isGone(error)) return log.warn({ err: error, kind }, 'nobody is there to answer any more');
    const id = randomUUID().slice(0, 8);
    log.error({ err: error, kind, id }, 'could not answer');
    const words = isForbidden(error) ? t('chat.cannotPost') : t('chat.apology', { id });
    await tell(words).catch((untold: unknown) => log.warn({ err: untold, kind, id }, 'could not apologize'));
  }
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

/** The app may not do that there. */
export function isForbidden(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 403;
}
