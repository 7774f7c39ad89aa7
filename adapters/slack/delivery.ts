// Requests to Slack, repeated where that is safe: a few times, with a pause before each, and not for long.
import type { webApi } from '@slack/bolt';
import { createApiFetch, createExchange, type Exchange, objectOf } from './exchange.ts';
import { isResponseUrl } from './response-url.ts';
import type { Timing } from './timing.ts';
import { SlackTrouble, troubleOf, troubleOfCode } from './trouble.ts';

export interface Delivery {
  /** @throws SlackTrouble, or the error itself where it is a mistake of ours. */
  call: <Result>(send: () => Promise<Result>) => Promise<Result>;
  /** Posts to a response_url. @throws SlackTrouble */
  respond: (url: string, payload: object) => Promise<void>;
  /** What Slack's client sends requests with. */
  fetch: NonNullable<webApi.WebClientOptions['fetch']>;
}

/** More would make an outage worse. */
const MAX_SENDS = 3;

/** @param apiUrl where SLACK_API_URL names another Slack, whose response_urls are taken too */
export function createDelivery(timing: Timing, apiUrl?: string): Delivery {
  const exchange = createExchange(timing);
  const call: Delivery['call'] = async (send) => {
    const until = timing.now() + timing.totalMs;
    for (let sent = 1; ; sent += 1) {
      try {
        return await send();
      } catch (error) {
        const trouble = troubleOf(error);
        if (!trouble?.isRepeatable || sent === MAX_SENDS) throw trouble ?? error;
        const pause = Math.max(trouble.retryAfterMs ?? 0, timing.repeatMs * 2 ** (sent - 1));
        // A repeat is begun only where it will end in time.
        if (timing.now() + pause + timing.requestMs > until) throw trouble;
        await timing.wait(pause);
      }
    }
  };
  const respond: Delivery['respond'] = async (url, payload) => {
    if (!isResponseUrl(url, apiUrl)) throw new SlackTrouble('expired', 'the response_url is not one of Slack');
    await call(() => post(exchange, url, payload));
  };
  return { call, respond, fetch: createApiFetch(exchange) };
}

async function post(exchange: Exchange, url: string, payload: object): Promise<void> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const { status, text } = await exchange(url, { method: 'POST', headers, body: JSON.stringify(payload) });
  const answer = objectOf(text);
  const isTaken = answer ? answer.ok !== false && answer.error === undefined : ['', 'ok'].includes(text.trim());
  if (status === 200 && isTaken) return;
  const code = typeof answer?.error === 'string' ? answer.error : '';
  // A page of HTML with 200 comes from something that is not Slack; nobody knows what it did.
  const kind = status < 400 ? 'unavailable' : 'expired';
  throw troubleOfCode(code) ?? new SlackTrouble(kind, `the response_url answered ${status} ${code.slice(0, 50)}`);
}
