// The discord.js client: what it listens to, what it remembers, and how long it waits.
import { Client, GatewayIntentBits, Options, type RESTOptions } from 'discord.js';

/** Discord takes a first response for 3 s; a request that hangs longer is tried again. */
const REQUEST_TIMEOUT_MS = 5_000;
const RETRIES = 2;
/** Nobody waits longer than this for an answer; a longer rate limit is an error. */
const MAX_RATE_LIMIT_MS = 10_000;
/** People whom an interaction has just named. */
const MAX_USERS = 50;

/**
 * Neither the Guilds intent nor a privileged one: interactions come without any intent, and a message that mentions
 * the bot carries its content. So no server, channel, member or message has to be remembered.
 */
export function createClient(apiUrl: string | undefined): Client {
  return new Client({
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
    // Everything sent is in the form of the API already.
    jsonTransformer: (body) => body,
    rest: restOptions(apiUrl),
  });
}

export function restOptions(apiUrl: string | undefined): Partial<RESTOptions> {
  return {
    ...(apiUrl ? { api: apiUrl } : {}),
    timeout: REQUEST_TIMEOUT_MS,
    retries: RETRIES,
    // Interaction responses do not count here, so Discord alone knows when its global limit is reached, and tells.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > MAX_RATE_LIMIT_MS,
  };
}
