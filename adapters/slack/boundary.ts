// The one place where what goes wrong ends: in the log, and in a private word to the person.
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Core, Translate } from '#core';
import type { Asker } from './asker.ts';
import type { Languages } from './languages.ts';
import { wordMessage } from './messages.ts';
import type { Reply } from './reply.ts';
import { SlackTrouble } from './trouble.ts';

/** What telling somebody takes. */
interface Means {
  core: Core;
  log: Logger;
  languages: Languages;
  reply: Reply;
}

export interface Boundary {
  /** Does the work; whatever it throws is logged and told to the asker. Never rejects. */
  run: (asker: Asker, name: string, work: () => Promise<void>) => Promise<void>;
}

/** Nobody waits for longer than that, or believes it. */
const MAX_TOLD_MS = 3_600_000;

export function createBoundary(means: Means): Boundary {
  const run: Boundary['run'] = (asker, name, work) =>
    work().catch((error: unknown) => failed(means, asker, { name, error }));
  return { run };
}

async function failed(means: Means, asker: Asker, { name, error }: { name: string; error: unknown }): Promise<void> {
  const { log, core, reply, languages } = means;
  const id = randomUUID().slice(0, 8);
  if (error instanceof SlackTrouble)
    log.warn({ err: error, id, kind: error.kind, during: name }, 'slack did not take it');
  else log.error({ err: error, id, during: name }, 'unexpected failure');
  try {
    const t = core.translate(await languages.of(asker.client, asker.team, asker.user));
    const message = wordMessage(error instanceof SlackTrouble ? troubleText(t, error) : t('chat.apology', { id }));
    const answer = { response_type: 'ephemeral', text: message.text } as const;
    // A socket that is gone takes no acknowledgement; other ways are still open.
    const acknowledged = await asker.acknowledge?.(answer).catch(() => false);
    if (!acknowledged) await reply.privately(asker, message);
  } catch (untold) {
    log.error({ err: untold, id, during: name }, 'could not tell the person');
  }
}

function troubleText(t: Translate, { kind, retryAfterMs }: SlackTrouble): string {
  switch (kind) {
    case 'busy':
      return retryAfterMs === undefined || retryAfterMs > MAX_TOLD_MS
        ? t('chat.busyLater')
        : t('chat.busy', { seconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) });
    case 'expired':
      return t('chat.expired');
    case 'forbidden':
      return t('chat.cannotPost');
    case 'blocks':
    case 'unavailable':
      return t('chat.unavailable');
  }
}
