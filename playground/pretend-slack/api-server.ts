// The HTTP side of the pretend Slack: Web API, response_urls, and the address of the socket.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import { breakAnswer, type Faults } from './faults.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Node } from './text-rules.ts';
import { type ApiContext, METHODS, refused } from './web-api.ts';

export interface ApiOptions extends ApiContext {
  botToken: string;
  appToken: string;
  /** Scopes that the app was installed with. */
  scopes: readonly string[];
  faults: Faults;
  responseUrls: ResponseUrls;
}

/** Arguments that Slack's client adds by itself, or that are JSON inside the form. */
const COMMON_ARGS = ['token', 'team_id'];
const JSON_ARGS = new Set(['blocks', 'view']);

export function createApiServer(options: ApiOptions): Server {
  return createServer((request, response) => {
    void answer(request, response, options);
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ApiOptions): Promise<void> {
  const [, kind, name = ''] = (request.url ?? '').split('/');
  const body = await textOf(request);
  const method = kind === 'api' ? name : 'response_url';
  const fault = options.faults.take(method);
  if (fault !== undefined) {
    options.workspace.calls.push({ method, args: { fault } });
    options.workspace.changed();
    return breakAnswer(response, fault);
  }
  if (kind === 'api') return send(response, 200, JSON.stringify(call(name, body, request, options)));
  const payload = jsonOf(body);
  options.workspace.calls.push({ method, args: payload ?? {} });
  if (kind !== 'response' || !payload) return send(response, 404, 'not found');
  const { status, body: text } = options.responseUrls.post(name, payload);
  send(response, status, text);
}

function call(name: string, body: string, request: IncomingMessage, options: ApiOptions): Node {
  const { workspace } = options;
  const method = METHODS[name];
  if (!method) return refused(workspace, name, 'unknown_method');
  const args = Object.fromEntries(
    Object.entries(parseForm(body)).map(([key, value]) => [key, JSON_ARGS.has(key) ? jsonOf(String(value)) : value]),
  );
  workspace.calls.push({ method: name, args });
  const token = method.token === 'bot' ? options.botToken : options.appToken;
  if (request.headers.authorization !== `Bearer ${token}`) return refused(workspace, name, 'invalid_auth');
  if (method.scope && !options.scopes.includes(method.scope))
    return refused(workspace, name, 'missing_scope', method.scope);
  const unknown = Object.keys(args).find((key) => ![...method.args, ...COMMON_ARGS].includes(key));
  if (unknown) return refused(workspace, name, 'invalid_arguments', `unknown argument ${unknown}`);
  const result = method.run(args, options);
  workspace.changed();
  return result;
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function jsonOf(text: string): Node | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Node) : undefined;
  } catch {
    return undefined;
  }
}
