// Every request to Discord, bounded in one place: sent three times at most, given up after ten seconds, and with a
// pause before each repeat. The REST client alone repeats without end where it is rate-limited.
import { setTimeout as pause } from 'node:timers/promises';
import { MessageFlags, RateLimitError, type REST, type RESTOptions, type ResponseLike } from 'discord.js';
import { isAcknowledged } from './boundary.ts';
import { fieldsOf } from './fields.ts';
import { MAX_RESET_S, NotTaken, sendOnce } from './response.ts';

export interface RequestLimits {
  /** How often one request is sent. */
  sends: number;
  /** How long it may take in all, with waiting for its turn and for rate limits. */
  totalMs: number;
  /** How long one send may take, to the last byte of its answer. */
  sendMs: number;
  /** The pause before the first repeat; before the second one it is twice as long. */
  pauseMs: number;
  clock: Clock;
}

export interface Clock {
  /** Milliseconds, never going back. */
  now: () => number;
  pause: (milliseconds: number) => Promise<unknown>;
}

/** Discord takes a first response for 3 s, so that the second send of one that hangs can still be in time. */
export const REQUEST_LIMITS: RequestLimits = {
  sends: 3,
  totalMs: 10_000,
  sendMs: 2_000,
  pauseMs: 250,
  clock: { now: () => performance.now(), pause },
};

/** The client's own way to wait and to repeat, switched off. */
export function unrepeated({ sendMs }: RequestLimits): Partial<RESTOptions> {
  return {
    makeRequest: sendOnce,
    timeout: sendMs,
    retries: 0,
    rejectOnRateLimit: () => true,
    // Interaction responses do not count here, so Discord alone knows when its global limit is reached, and tells.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  };
}

type Request = Parameters<REST['queueRequest']>[0];

/** The same client, whose requests are bounded. */
export function boundRequests(rest: REST, token: string, limits: RequestLimits): REST {
  const queue = rest.queueRequest.bind(rest);
  const closed = { until: 0 };
  const repeatedly = (request: Request): Promise<ResponseLike> => {
    const send = (): Promise<ResponseLike> => {
      // It drops its token at a single 401, and when it is destroyed while answers are still on their way.
      rest.setToken(token);
      const once = () => queue(request);
      return once().catch((error: unknown) => {
        if (!isOutOfTime(error)) throw error;
        rest.handlers.clear();
        return once();
      });
    };
    return sendRepeatedly(send, request, { limits, endsAt: limits.clock.now() + limits.totalMs, closed });
  };
  const queueRequest: REST['queueRequest'] = async (request) => {
    // Each interaction has a route of its own, on which nobody waits for a turn.
    if (!countsGlobally(request)) return repeatedly(request);
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(), limits.totalMs);
    try {
      return await repeatedly({ ...request, signal: over.signal });
    } finally {
      clearTimeout(timer);
    }
  };
  return Object.assign(rest, { queueRequest });
}

/** The client measures by the clock of the machine: after that was set back, a route would stay closed for as long. */
function isOutOfTime(error: unknown): boolean {
  return error instanceof RateLimitError && error.timeToReset > 2 * MAX_RESET_S * 1000;
}

/** Responses to interactions do not. */
function countsGlobally({ auth }: Request): boolean {
  return auth !== false;
}

interface Bounds {
  limits: RequestLimits;
  endsAt: number;
  /** Until when Discord takes nothing from the app. */
  closed: { until: number };
}

async function sendRepeatedly(
  send: () => Promise<ResponseLike>,
  request: Request,
  { limits, endsAt, closed }: Bounds,
): Promise<ResponseLike> {
  const { now, pause: sleep } = limits.clock;
  const isCounted = countsGlobally(request);
  const tries: Tries = { sent: 0, mayBeDone: false };
  for (;;) {
    const closedMs = isCounted ? closed.until - now() : 0;
    const outcome = closedMs > 0 ? { error: new Error('rate-limited'), waitMs: closedMs } : await tryOnce(send, tries);
    if ('response' in outcome) return outcome.response;
    const { error } = outcome;
    let { waitMs } = outcome;
    if (error instanceof NotTaken) {
      waitMs = Math.max(waitMs, limits.pauseMs * 2 ** (tries.sent - 1));
      // However long that is: somebody who waits now shall still be told that there is no answer.
      if (error.isGlobal && isCounted) closed.until = now() + Math.min(waitMs, limits.totalMs / 2);
    }
    const isLast = tries.sent === limits.sends || (tries.mayBeDone && isSeenTwice(request));
    if (isLast || now() + waitMs >= endsAt) throw givenUp(tries.sent, error);
    await sleep(waitMs);
  }
}

interface Tries {
  sent: number;
  /** Whether one of them may have been carried out, although nobody said so. */
  mayBeDone: boolean;
}

/** What a repeat may change is a value. */
async function tryOnce(
  send: () => Promise<ResponseLike>,
  tries: Tries,
): Promise<{ response: ResponseLike } | { error: Error; waitMs: number }> {
  try {
    return { response: await send() };
  } catch (error) {
    // It was not sent: the client knows that this route is closed.
    if (error instanceof RateLimitError) return { error: new Error('rate-limited'), waitMs: error.timeToReset };
    if (tries.mayBeDone && isAcknowledged(error)) return { response: new Response(null, { status: 204 }) };
    if (!(error instanceof NotTaken)) throw error;
    tries.sent += 1;
    tries.mayBeDone ||= error.mayBeDone;
    return { error, waitMs: error.waitMs ?? 0 };
  }
}

/** Whether others see it again where it is carried out twice: nothing in a follow-up tells Discord that it is the same. */
function isSeenTwice({ method, fullRoute, body }: Request): boolean {
  if (method !== 'POST' || !fullRoute.startsWith('/webhooks/')) return false;
  return (Number(fieldsOf(body).flags) & MessageFlags.Ephemeral) === 0;
}

function givenUp(sent: number, cause: Error): Error {
  return new Error(`given up after ${sent} ${sent === 1 ? 'send' : 'sends'}: ${cause.message}`, { cause });
}
