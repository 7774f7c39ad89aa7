// Slack over HTTP: a receiver for Bolt that reads, checks and parses each request once, and throws on none.
import { createSecretKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import type { InFlight } from '../in-flight.ts';
import { occasionalWarning } from '../occasional-warning.ts';
import { createBodyReader, type ReadBody } from './body.ts';
import { isPayload } from './payload.ts';
import { isSigned } from './signature.ts';

const EVENTS_PATH = '/slack/events';
const FORM = 'application/x-www-form-urlencoded';
/** Slack's largest payloads, messages with a hundred blocks, are well below this. */
const MAX_BODY_BYTES = 1_000_000;
/** A burst of ordinary ones is a few megabytes. */
const MAX_BYTES_AT_ONCE = 32_000_000;
/** A certificate check is a few words. */
const MAX_CHECK_BYTES = 1_000;

type Payload = ReceiverEvent['body'];

export interface HttpSide {
  receiver: Receiver;
  handle: (request: IncomingMessage, response: ServerResponse) => void;
}

interface Receiving {
  key: KeyObject;
  log: Logger;
  readBody: ReadBody;
  onUnsigned: () => void;
  inFlight: InFlight;
  app: Pick<App, 'processEvent'> | undefined;
}

export function createHttpSide(
  signingSecret: string,
  { log, inFlight }: Pick<Receiving, 'log' | 'inFlight'>,
): HttpSide {
  const key = createSecretKey(signingSecret, 'utf8');
  const onUnsigned = occasionalWarning(log, 'request refused: not signed with SLACK_SIGNING_SECRET, or too old');
  const readBody = createBodyReader({ max: MAX_BODY_BYTES, maxTotal: MAX_BYTES_AT_ONCE });
  const receiving: Receiving = { key, log, readBody, onUnsigned, inFlight, app: undefined };
  const init = (app: App): void => {
    receiving.app = app;
  };
  const handle: HttpSide['handle'] = (request, response) => {
    serve(request, response, receiving).catch((error: unknown) => {
      log.debug({ err: error }, 'request broken off');
      response.destroy();
    });
  };
  // The process has one HTTP server, which starts and stops by itself.
  return { receiver: { init, start: async () => undefined, stop: async () => undefined }, handle };
}

async function serve(request: IncomingMessage, response: ServerResponse, receiving: Receiving): Promise<void> {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== EVENTS_PATH) return end(response, 404);
  const body = await receiving.readBody(request);
  if (body === undefined) return tooLarge(request, response);
  const isForm = request.headers['content-type']?.startsWith(FORM) ?? false;
  if (!isSigned(request.headers, body, receiving.key)) return unsigned(response, isForm ? body : undefined, receiving);
  const payload = payloadOf(body.toString(), isForm);
  if (payload === 'certificate check') return end(response, 200);
  if (!payload) return end(response, 400);
  if (payload.type === 'url_verification') return send(response, { challenge: payload.challenge });
  // Not acknowledged, so Slack delivers it again.
  if (receiving.inFlight.isClosed()) return end(response, 503);
  await receiving.inFlight.track(handOver(payload, response, receiving));
}

async function handOver(payload: Payload, response: ServerResponse, { app, log }: Receiving): Promise<void> {
  try {
    await app?.processEvent({ body: payload, ack: acknowledger(response) });
    // Nothing answers that; Slack need not wait for three seconds.
    if (!response.headersSent) end(response, 404);
  } catch (error) {
    log.error({ err: error }, 'payload not understood');
    if (!response.headersSent) end(response, 500);
  }
}

/** Slack checks the certificate without a signature, so that is all such a request may do. */
function unsigned(response: ServerResponse, form: Buffer | undefined, { onUnsigned }: Receiving): void {
  const isCheck = form && form.length <= MAX_CHECK_BYTES && payloadOf(form.toString(), true) === 'certificate check';
  if (!isCheck) onUnsigned();
  end(response, isCheck ? 200 : 401);
}

/** Undefined for what is no payload of Slack. */
function payloadOf(body: string, isForm: boolean): Payload | 'certificate check' | undefined {
  const form = isForm ? parseForm(body) : undefined;
  if (form?.ssl_check === '1') return 'certificate check';
  const value = form?.payload === undefined ? (form ?? jsonOf(body)) : jsonOf(String(form.payload));
  return isPayload(value) ? value : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function acknowledger(response: ServerResponse): ReceiverEvent['ack'] {
  return async (answer?: object | string) => {
    if (response.headersSent) throw new Error('acknowledged already');
    if (answer) send(response, answer);
    else end(response, 200);
  };
}

/** With its length, so that it goes out in one piece. */
function send(response: ServerResponse, answer: object | string): void {
  const isText = typeof answer === 'string';
  const content = Buffer.from(isText ? answer : JSON.stringify(answer));
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(200, { 'content-type': type, 'content-length': content.length }).end(content);
}

function tooLarge(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  end(response, 413);
  request.resume();
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end();
}
