// A stand-in for Slack on loopback, as strict as the real one: it signs, times, limits and refuses what Slack would.
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ApiOptions, createApiServer } from './pretend-slack/api-server.ts';
import { createShapeCheck } from './pretend-slack/block-kit-schema.ts';
import { createFaults, type Faults } from './pretend-slack/faults.ts';
import { createInteractions, type Interactions } from './pretend-slack/interactions.ts';
import { createResponseUrls } from './pretend-slack/response-urls.ts';
import { createSockets, httpTransport, type Sockets, type Transport } from './pretend-slack/transport.ts';
import { createTriggers } from './pretend-slack/triggers.ts';
import { createWorkspace, type PostedMessage, type Workspace } from './pretend-slack/workspace.ts';

export interface PretendSlackOptions {
  /** Scopes that the app was installed with. */
  scopes?: readonly string[];
  now?: () => number;
  /** Host and port where the app reaches it, if something stands between them. */
  reachedAt?: string;
}

export interface PretendSlack extends Interactions {
  /** Where it listens itself. */
  listensAt: string;
  /** What the app is configured with. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Deliver to this address from now on; without one, over the socket that the app opened. */
  sendTo: (url: string | undefined) => void;
  workspace: Workspace;
  faults: Faults;
  sockets: Sockets;
  /** Messages that are still there, in the order they came. */
  messages: () => PostedMessage[];
  /** Resolves with what `find` gives, as soon as it gives anything. */
  until: <Found>(find: () => Found | undefined | false) => Promise<Found>;
  /** Calls back on every change; gives a way to stop that. */
  onChange: (listener: () => void) => () => void;
  close: () => Promise<void>;
}

const SCOPES = ['commands', 'chat:write', 'app_mentions:read', 'users:read'];

export async function createPretendSlack({
  scopes = SCOPES,
  now = Date.now,
  reachedAt,
}: PretendSlackOptions = {}): Promise<PretendSlack> {
  const changes = new EventEmitter().setMaxListeners(0);
  const workspace = createWorkspace(now, () => void changes.emit('change'));
  const secrets = { botToken: 'xoxb-pretend', appToken: 'xapp-pretend', signingSecret: 'pretend-signing-secret' };
  const check = createShapeCheck();
  const parts = {
    workspace,
    check,
    triggers: createTriggers(workspace),
    responseUrls: createResponseUrls(workspace, check),
  };
  const faults = createFaults();
  const { address, sockets, close } = await startServer({ ...parts, ...secrets, scopes, faults });
  let transport: Transport = sockets.transport;
  const reached = reachedAt ?? address;
  const responseAddress = (id: string): string => `http://${reached}/response/${id}`;
  return {
    ...createInteractions({ ...parts, responseAddress, transport: () => transport }),
    ...secrets,
    listensAt: `http://${address}`,
    apiUrl: `http://${reached}/api/`,
    sendTo: (url) => {
      transport = url ? httpTransport(url, secrets.signingSecret) : sockets.transport;
    },
    workspace,
    faults,
    sockets,
    messages: () => workspace.messages.filter(({ isDeleted }) => !isDeleted),
    until: (find) => until(changes, find),
    onChange: (listener) => {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
    close,
  };
}

/** The Web API and the sockets, on one port that the system chooses. */
async function startServer(
  options: Omit<ApiOptions, 'openSocket'>,
): Promise<{ address: string; sockets: Sockets; close: () => Promise<void> }> {
  const { workspace } = options;
  const tickets = new Set<string>();
  const openSocket = (): string => {
    const path = `/socket/${workspace.nextId('S')}`;
    tickets.add(path);
    return `ws://${address}${path}`;
  };
  const server = createApiServer({ ...options, openSocket });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sockets = createSockets(server, (path) => tickets.delete(path), workspace.changed);
  const close = async (): Promise<void> => {
    sockets.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { address, sockets, close };
}

async function until<Found>(changes: EventEmitter, find: () => Found | undefined | false): Promise<Found> {
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    await once(changes, 'change');
  }
}
