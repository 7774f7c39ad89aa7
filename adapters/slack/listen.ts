// Starts Slack over Socket Mode or HTTP, whichever is configured, with every handler.
import { App, type Receiver, webApi } from '@slack/bolt';
import type { AdapterContext, RunningAdapter } from '../adapter.ts';
import { createInFlight } from '../in-flight.ts';
import { createBoltLog } from './bolt-log.ts';
import { registerButtons } from './buttons.ts';
import { registerCommands } from './commands.ts';
import { registerHome } from './home.ts';
import { createHttpSide } from './http.ts';
import { registerMentions } from './mentions.ts';
import { registerWindow } from './search-window.ts';
import { createService, type Service } from './service.ts';
import { registerShortcuts } from './shortcuts.ts';
import { createSocketSide } from './socket.ts';
import { TIMING, type Timing } from './timing.ts';

/** @throws where Slack refuses the tokens or cannot be reached */
export async function listen(context: AdapterContext, timing: Timing = TIMING): Promise<RunningAdapter> {
  const { env, log } = context;
  const token = env.SLACK_BOT_TOKEN ?? '';
  const service = createService(context, timing);
  const clientOptions: webApi.WebClientOptions = {
    ...(env.SLACK_API_URL ? { slackApiUrl: env.SLACK_API_URL } : {}),
    logger: createBoltLog(log),
    fetch: service.delivery.fetch,
    // Repeats, time and how much is sent at once are bounded in one place, delivery.ts.
    retryConfig: { retries: 0 },
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
  };
  const client = new webApi.WebClient(token, clientOptions);
  const identity = await service.delivery.call(() => client.auth.test());
  const bot = { botToken: token, botId: identity.bot_id ?? '', botUserId: identity.user_id ?? '' };
  const start = (receiver: Receiver): void => {
    const authorize = async (): Promise<typeof bot> => bot;
    const app = new App({ receiver, authorize, logger: createBoltLog(log), clientOptions, convoStore: false });
    register(app, service);
  };
  const inFlight = createInFlight(timing.stopMs, log);
  if (!env.SLACK_APP_TOKEN) {
    const { receiver, handle } = createHttpSide(env.SLACK_SIGNING_SECRET ?? '', { log, inFlight });
    start(receiver);
    return { isReady: inFlight.isOpen, handle, stop: inFlight.close };
  }
  const socket = createSocketSide(env.SLACK_APP_TOKEN, { client: clientOptions, log, timing, inFlight });
  start(socket.receiver);
  await socket.connect();
  return { isReady: socket.isConnected, stop: socket.close };
}

function register(app: App, service: Service): void {
  registerCommands(app, service);
  registerButtons(app, service);
  registerWindow(app, service);
  registerMentions(app, service);
  registerShortcuts(app, service);
  registerHome(app, service);
  app.error(async (error) => service.log.error({ err: error }, 'outside a handler'));
}
