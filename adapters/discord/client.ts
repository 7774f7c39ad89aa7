// The discord.js client: what it listens to, what it remembers, and how long it waits.
import { Client, GatewayIntentBits, Options, REST, type RESTOptions } from 'discord.js';
import type { Logger } from 'pino';
import { guardEvents, guardedSharding } from './gateway.ts';
import { boundRequests, REQUEST_LIMITS, type RequestLimits, unrepeated } from './requests.ts';

/** People whom an interaction has just named. */
const MAX_USERS = 50;

export interface Access {
  token: string;
  /** Another API than Discord's own. */
  apiUrl: string | undefined;
}

/**
 * Neither the Guilds intent nor a privileged one: interactions come without any intent, and a message that mentions
 * the bot carries its content. So no server, channel, member or message has to be remembered.
 */
export function createClient({ apiUrl, token }: Access, log: Logger, limits = REQUEST_LIMITS): Client {
  const client = new Client({
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    shards: 'auto',
    allowedMentions: { parse: [] },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      EntitlementManager: 0,
      GuildMemberManager: 0,
      GuildMessageManager: 0,
      DMMessageManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ThreadManager: 0,
      UserManager: { maxSize: MAX_USERS, keepOverLimit: ({ id, client }) => id === client.user?.id },
      VoiceStateManager: 0,
    }),
    sweepers: {},
    ws: { buildStrategy: guardedSharding(log, limits.clock) },
    // Everything sent is in the form of the API already.
    jsonTransformer: (body) => body,
    rest: restOptions(apiUrl, limits),
  });
  boundRequests(client.rest, bare(token), limits);
  guardEvents(client, log);
  return client;
}

/** For requests alone, without the gateway. */
export function createRest({ apiUrl, token }: Access): REST {
  return boundRequests(new REST(restOptions(apiUrl, REQUEST_LIMITS)), bare(token), REQUEST_LIMITS);
}

function restOptions(apiUrl: string | undefined, limits: RequestLimits): Partial<RESTOptions> {
  return { ...(apiUrl ? { api: apiUrl } : {}), ...unrepeated(limits) };
}

/** As the Developer Portal shows it; some write it with its prefix. */
function bare(token: string): string {
  return token.replace(/^Bot\s+/i, '');
}
