// Stands between the pretend Slack and the app, passes every request on unchanged, and takes note of what was said.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse as parseForm } from 'node:querystring';
import type { Step } from './exchanges.ts';

export interface SlackRelay {
  /** Where Slack shall send to. */
  url: string;
  stop: () => Promise<void>;
}

/** What Slack signs and numbers its requests with. */
const PASSED_ON = ['content-type', 'x-slack-signature', 'x-slack-request-timestamp', 'x-slack-retry-num'];
/** Slack waits no longer. */
const ANSWER_MS = 3000;

export async function createSlackRelay(target: string, note: (step: Step) => void): Promise<SlackRelay> {
  const server = createServer((request, response) => {
    pass(request, response, { target, note }).catch(() => response.writeHead(502).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  { target, note }: { target: string; note: (step: Step) => void },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const payload = payloadOf(body);
  note({ from: 'platform', name: nameOf(payload), body: payload });
  const headers = PASSED_ON.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  const answer = await fetch(target, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_MS) });
  const text = await answer.text();
  note({ from: 'app', name: `acknowledgement, ${answer.status}`, body: text === '' ? null : payloadOf(text) });
  const type = answer.headers.get('content-type');
  response.writeHead(answer.status, type ? { 'content-type': type } : {}).end(text);
}

/** JSON, a form, or JSON inside a form. */
function payloadOf(text: string): unknown {
  if (text.startsWith('{') || text.startsWith('[')) return JSON.parse(text);
  const form = parseForm(text);
  return typeof form.payload === 'string' ? JSON.parse(form.payload) : { ...form };
}

function nameOf(payload: unknown): string {
  const { type, event, command } = payload as { type?: string; event?: { type?: string }; command?: string };
  return command ? `slash command ${command}` : (event?.type ?? type ?? 'request');
}
