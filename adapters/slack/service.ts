// What every handler needs.

import type { Logger } from 'pino';
import type { Core } from '#core';
import type { AdapterContext } from '../adapter.ts';
import { occasionalWarning } from '../occasional-warning.ts';
import { type Boundary, createBoundary } from './boundary.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { createLanguages, type Languages } from './languages.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { createReply, type Reply } from './reply.ts';
import { createSeen, type Seen } from './seen.ts';
import { createThreads, type Threads } from './threads.ts';
import type { Timing } from './timing.ts';

export interface Service {
  core: Core;
  log: Logger;
  languages: Languages;
  delivery: Delivery;
  reply: Reply;
  seen: Seen;
  threads: Threads;
  rateLimit: RateLimit;
  boundary: Boundary;
  /** Acknowledges what needs no answer there; a socket that is gone does not stop the work. */
  acknowledge: (ack: () => Promise<void>) => Promise<void>;
}

export function createService({ core, env, log, defaultLocale }: AdapterContext, timing: Timing): Service {
  const delivery = createDelivery(timing, env.SLACK_API_URL);
  const onRefused = occasionalWarning(log, 'slack does not say which language somebody uses');
  const languages = createLanguages(core, defaultLocale, { ...timing, delivery, onRefused });
  const reply = createReply(delivery, timing, (error) =>
    log.error({ err: error }, 'slack refused the blocks; sent as text'),
  );
  const onFull = (): void =>
    log.warn('more events than can be remembered: one that is delivered again may be answered again');
  const parts = {
    core,
    log,
    delivery,
    languages,
    reply,
    seen: createSeen(timing, { onFull }),
    threads: createThreads(env.SLACK_BOT_TOKEN ?? ''),
    rateLimit: createRateLimit({ core, languages, reply }, timing),
    acknowledge: (ack: () => Promise<void>) =>
      ack().catch((error: unknown) => log.warn({ err: error }, 'could not acknowledge')),
  };
  return { ...parts, boundary: createBoundary(parts) };
}
