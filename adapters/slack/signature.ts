// Whether a request comes from Slack: https://docs.slack.dev/authentication/verifying-requests-from-slack
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** An older request may be somebody else's copy. */
const MAX_AGE_SECONDS = 300;

/** @param body the bytes as they came: what they are read as may stand for other bytes too */
export function isSigned(headers: IncomingHttpHeaders, body: Buffer, key: KeyObject): boolean {
  const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = headers;
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return false;
  const age = Math.abs(Date.now() / 1000 - Number(timestamp));
  // A time that is none has no age.
  if (Number.isNaN(age) || age > MAX_AGE_SECONDS) return false;
  const hash = createHmac('sha256', key).update(`v0:${timestamp}:`).update(body).digest('hex');
  const [expected, given] = [Buffer.from(`v0=${hash}`), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
