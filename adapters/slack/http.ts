// Slack over HTTP: what Bolt's receiver would stumble over never reaches it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import { HTTPReceiver, isValidSlackRequest } from '@slack/bolt';
import type { Logger } from 'pino';
import { createBoltLog } from './bolt-log.ts';

const EVENTS_PATH = '/slack/events';
/** Slack's largest payloads, messages with a hundred blocks, are well below this. */
const MAX_BODY_BYTES = 1_000_000;

export interface HttpSide {
  receiver: HTTPReceiver;
  handle: (request: IncomingMessage, response: ServerResponse) => void;
}

export function createHttpSide(signingSecret: string, log: Logger): HttpSide {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [EVENTS_PATH], logger: createBoltLog(log) });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== EVENTS_PATH) return end(response, 404);
    const body = await readBody(request);
    if (body === undefined) return tooLarge(request, response);
    const status = refusal(request, body, signingSecret);
    if (status) return end(response, status);
    // The receiver takes a body that is already read from this property.
    receiver.requestListener(Object.assign(request, { rawBody: body }), response);
  };
  const handle: HttpSide['handle'] = (request, response) => {
    serve(request, response).catch((error: unknown) => {
      log.debug({ err: error }, 'request broken off');
      response.destroy();
    });
  };
  return { receiver, handle };
}

/** Undefined for a body that is too large. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('broken off')));
  });
}

/** Bolt reads properties of whatever the body is, so anything but an object would throw where nothing catches it. */
function refusal(request: IncomingMessage, body: Buffer, signingSecret: string): 400 | 401 | undefined {
  const text = body.toString();
  // Bolt checks the signature of what it gets.
  if (isPayload(request, text)) return undefined;
  const signature = request.headers['x-slack-signature'];
  const timestamp = Number(request.headers['x-slack-request-timestamp']);
  if (typeof signature !== 'string' || !Number.isFinite(timestamp)) return 401;
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
  return isValidSlackRequest({ signingSecret, body: text, headers }) ? 400 : 401;
}

function isPayload(request: IncomingMessage, text: string): boolean {
  try {
    const form = request.headers['content-type'] === 'application/x-www-form-urlencoded' ? parseForm(text) : undefined;
    if (form && typeof form.payload !== 'string') return typeof form.command === 'string' || form.ssl_check === '1';
    const value: unknown = JSON.parse(form ? String(form.payload) : text);
    return typeof value === 'object' && value !== null && 'type' in value;
  } catch {
    return false;
  }
}

function tooLarge(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  end(response, 413);
  request.resume();
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
