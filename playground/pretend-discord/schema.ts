// Bodies against Discord's published schema, closed against fields that it does not know.
import * as spec from 'discord-api-spec/zod';

type Schema = typeof spec.MessageCreateRequestSchema;

/** What discord.js and its builders send although the schema does not name it; Discord takes no notice of it. */
const TOLERATED = new Set(['enforce_nonce', 'tts', 'nsfw', 'default_permission']);

export const SCHEMAS = {
  reply: spec.CreateMessageInteractionCallbackRequestSchema,
  update: spec.UpdateMessageInteractionCallbackRequestSchema,
  choices: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  modal: spec.ModalInteractionCallbackRequestSchema,
  followUp: spec.IncomingWebhookInteractionRequestSchema,
  editReply: spec.IncomingWebhookUpdateRequestPartialSchema,
  message: spec.MessageCreateRequestSchema,
  command: spec.ApplicationCommandUpdateRequestSchema,
} as const;

export const LOCALES: ReadonlySet<string> = new Set(spec.AvailableLocalesEnumSchema.def.values);

/** One line for each fault; empty where the body is as the schema wants it. */
export function schemaFaults(schema: Schema, body: unknown): string[] {
  const { success, data, error } = schema.safeParse(body);
  if (!success) return (error?.issues ?? []).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return unknownFields(body, data, '');
}

/** The schema leaves out what it does not know, so what is missing in its result is unknown. */
function unknownFields(body: unknown, known: unknown, path: string): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const parsed = known as Record<string, unknown>;
  return Object.entries(body).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    if (parsed !== null && typeof parsed === 'object' && key in parsed) return unknownFields(value, parsed[key], at);
    return TOLERATED.has(key) || value === undefined ? [] : [`${at}: unknown field`];
  });
}
