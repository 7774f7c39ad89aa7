// What each address of a pretend Discord does.
import { MessageFlags } from 'discord-api-types/v10';
import { type CommandBody, commandSetFaults } from './command-rules.ts';
import { type CallbackBody, checkToken, edit, followUp, type Interaction, respond } from './interactions.ts';
import { type MessageBody, messageFaults } from './message-rules.ts';
import { refuse, refuseFaults } from './refusal.ts';
import type { Call, Route } from './rest.ts';
import { SCHEMAS, schemaFaults } from './schema.ts';
import { channelPayload, directChannel, type Message, messagePayload, type World } from './world.ts';

export interface Backstage {
  world: World;
  applicationId: string;
  interactions: Map<string, Interaction>;
  /** Registered commands by server; '' for those that are everywhere. */
  commands: Map<string, CommandBody[]>;
  gatewayUrl: () => string;
  emit: (event: 'created' | 'updated' | 'deleted', message: Message) => void;
}

export function routesOf(backstage: Backstage): Route[] {
  return [...botRoutes(backstage), ...commandRoutes(backstage), ...tokenRoutes(backstage)];
}

function botRoutes({ world, gatewayUrl, emit }: Backstage): Route[] {
  const limits = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 };
  return [
    route('GET', '/gateway/bot', () => ({ url: gatewayUrl(), shards: 1, session_start_limit: limits })),
    route('GET', '/guilds/(\\d+)', ({ parts: [id = ''] }) => {
      const guild = world.guilds.get(id) ?? refuse('unknownGuild');
      if (!guild.hasApp) refuse('missingAccess');
      return { id, name: 'server', preferred_locale: guild.locale };
    }),
    route('POST', '/users/@me/channels', ({ body }) =>
      channelPayload(directChannel((body as { recipient_id: string }).recipient_id, world)),
    ),
    route('POST', '/channels/(\\d+)/messages', (call) => {
      const { message, isNew } = postMessage(call, world);
      if (isNew) emit('created', message);
      return messagePayload(message, world);
    }),
  ];
}

function postMessage({ parts: [id = ''], body }: Call, world: World): { message: Message; isNew: boolean } {
  const channel = world.channels.get(id);
  if (!channel || channel.deleted) refuse('unknownChannel');
  if (!channel.bot.view) refuse('missingAccess');
  if (!channel.bot.send) refuse(channel.type === 1 ? 'refusesMessages' : 'missingPermissions');
  const sent = body as MessageBody & { enforce_nonce?: boolean };
  const flags = sent.flags ?? 0;
  const ephemeral = flags & MessageFlags.Ephemeral ? ['only a response to an interaction can be ephemeral'] : [];
  refuseFaults([...schemaFaults(SCHEMAS.message, body), ...messageFaults(sent), ...ephemeral]);
  const reference = sent.message_reference;
  if (reference && !channel.bot.history) refuse('cannotReply');
  const replyTo =
    reference && world.messages.get(reference.message_id)?.deleted === false ? reference.message_id : undefined;
  if (reference && !replyTo && reference.fail_if_not_exists !== false) refuse('unknownMessage');
  const same = [...world.messages.values()].find(
    (one) => sent.enforce_nonce && one.channel === channel && one.body.nonce === sent.nonce,
  );
  if (same) return { message: same, isNew: false };
  const message: Message = {
    id: world.snowflake(),
    channel,
    author: world.bot,
    body: sent,
    flags,
    deleted: false,
    ...(replyTo ? { replyTo } : {}),
  };
  world.messages.set(message.id, message);
  return { message, isNew: true };
}

function commandRoutes({ applicationId, commands, world }: Backstage): Route[] {
  const replace = (guild: string, body: unknown): unknown => {
    const list = body as CommandBody[];
    refuseFaults(Array.isArray(body) ? commandSetFaults(list) : ['a list of commands is expected']);
    commands.set(
      guild,
      list.map((command) => ({
        ...command,
        id: world.snowflake(),
        application_id: applicationId,
        version: world.snowflake(),
      })),
    );
    return commands.get(guild);
  };
  const own = (id: string | undefined, guild = ''): string => {
    if (id !== applicationId) refuse('missingAccess');
    return guild === '' || world.guilds.has(guild) ? guild : refuse('unknownGuild');
  };
  const path = '/applications/(\\d+)/(?:guilds/(\\d+)/)?commands';
  return [
    route('GET', path, ({ parts: [id, guild] }) => commands.get(own(id, guild)) ?? []),
    route('PUT', path, ({ parts: [id, guild], body }) => replace(own(id, guild), body)),
  ];
}

/** No authorization but the token in the path. */
function tokenRoutes(backstage: Backstage): Route[] {
  const { world, interactions, emit } = backstage;
  return [
    open('POST', '/interactions/(\\d+)/([^/]+)/callback', ({ parts: [, token = ''], body }) => {
      const interaction = interactions.get(token) ?? refuse('unknownInteraction');
      const response = respond(interaction, body as CallbackBody, world);
      if (response.message) emit(response.message === interaction.message ? 'updated' : 'created', response.message);
      interaction.onResponse(response);
    }),
    open('POST', '/webhooks/\\d+/([^/]+)', ({ parts: [token = ''], body }) => {
      const created = followUp(checkToken(interactions.get(token), world), body as MessageBody, world);
      emit('created', created);
      return messagePayload(created, world);
    }),
    ...answeredRoutes(backstage),
  ];
}

/** What can be done with a message that answers an interaction. */
function answeredRoutes({ world, interactions, emit }: Backstage): Route[] {
  const path = '/webhooks/\\d+/([^/]+)/messages/([^/]+)';
  const find = ([token = '', id = '']: readonly string[]): Message => {
    const { original } = checkToken(interactions.get(token), world);
    const message = id === '@original' ? original : world.messages.get(id);
    return !message || message.deleted || message.author !== world.bot ? refuse('unknownMessage') : message;
  };
  return [
    open('GET', path, ({ parts }) => messagePayload(find(parts), world)),
    open('PATCH', path, ({ parts, body }) => {
      const edited = find(parts);
      refuseFaults(schemaFaults(SCHEMAS.editReply, body));
      edit(edited, body as MessageBody);
      emit('updated', edited);
      return messagePayload(edited, world);
    }),
    open('DELETE', path, ({ parts }) => {
      const gone = find(parts);
      gone.deleted = true;
      emit('deleted', gone);
    }),
  ];
}

function route(method: string, path: string, answer: Route['answer']): Route {
  return { method, path: new RegExp(`^${path}$`), authorized: true, answer };
}

function open(method: string, path: string, answer: Route['answer']): Route {
  return { ...route(method, path, answer), authorized: false };
}
