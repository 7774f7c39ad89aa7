// Slack over HTTP: a receiver for Bolt that reads, checks and parses each request once, and throws on none.
import { createSecretKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { isSigned } from './signature.ts';

const EVENTS_PATH = '/slack/events';
const FORM = 'application/x-www-form-urlencoded';
/** Slack's largest payloads, messages with a hundred blocks, are well below this. */
const MAX_BODY_BYTES = 1_000_000;

type Payload = ReceiverEvent['body'];

export interface HttpSide {
  receiver: Receiver;
  handle: (request: IncomingMessage, response: ServerResponse) => void;
}

interface Receiving {
  key: KeyObject;
  log: Logger;
  app: Pick<App, 'processEvent'> | undefined;
}

export function createHttpSide(signingSecret: string, log: Logger): HttpSide {
  const receiving: Receiving = { key: createSecretKey(signingSecret, 'utf8'), log, app: undefined };
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

async function serve(request: IncomingMessage, response: ServerResponse, { key, log, app }: Receiving): Promise<void> {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== EVENTS_PATH) return end(response, 404);
  const body = await readBody(request);
  if (body === undefined) return tooLarge(request, response);
  const form = request.headers['content-type']?.startsWith(FORM) ? parseForm(body) : undefined;
  // Slack checks the certificate without a signature, so that is all such a request may do.
  if (form?.ssl_check === '1') return end(response, 200);
  if (!isSigned(request.headers, body, key)) {
    log.warn('request refused: not signed with SLACK_SIGNING_SECRET, or too old');
    return end(response, 401);
  }
  const payload = payloadOf(form, body);
  if (!payload) return end(response, 400);
  if (payload.type === 'url_verification') return send(response, { challenge: payload.challenge });
  try {
    await app?.processEvent({ body: payload, ack: acknowledger(response) });
    // Nothing answers that; Slack need not wait for three seconds.
    if (!response.headersSent) end(response, 404);
  } catch (error) {
    log.error({ err: error }, 'payload not understood');
    if (!response.headersSent) end(response, 500);
  }
}

/** Undefined for a body that is too large. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
    request.on('close', () => reject(new Error('broken off')));
  });
}

/** Bolt reads properties of whatever it gets, so it gets nothing but objects. */
function payloadOf(form: NodeJS.Dict<string | string[]> | undefined, body: string): Payload | undefined {
  if (form && typeof form.payload !== 'string') return typeof form.command === 'string' ? form : undefined;
  try {
    const value: unknown = JSON.parse(form ? String(form.payload) : body);
    return typeof value === 'object' && value !== null && 'type' in value ? value : undefined;
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
