// The shape of data/conditions.json, data/behaviour/ and locales/*/conditions.json. Types come from here.
import { z } from 'zod';

/** What an id begins with: who does it, or where it happens. */
export const GROUPS = ['upstream', 'client', 'app', 'request', 'server'] as const;
/** How an exchange ended that brought no complete response. */
export const ENDS = ['closed', 'reset', 'cut', 'silent', 'gone', 'not-http', 'not-loaded'] as const;
/** What the bytes were that are no response. */
export const INSTEAD = ['http2', 'tls-alert'] as const;
export const KINDS = ['proxy', 'server', 'both'] as const;

export const conditionId = z
  .string()
  .regex(
    new RegExp(`^(?:${GROUPS.join('|')})\\.[a-z0-9]+(?:-[a-z0-9]+)*$`),
    'a group and words, such as upstream.refused',
  );
/** What software sends, however wrong: 99, 600, 999. */
const status = z.int().min(0).max(9999);
const short = z.string().min(1).max(160);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

const outcomeShape = {
  status: status.nullable().describe('null: no status line came to the client'),
  phrase: z.string().max(80).optional().describe('as sent, where it is not the registered one'),
  end: z.enum(ENDS).optional().describe('left out for a complete response'),
  instead: z.enum(INSTEAD).optional().describe('what came instead; left out for content alone'),
  interim: z.array(status).min(1).optional().describe('interim statuses before it'),
  header: z
    .record(z.string().regex(/^[a-z0-9-]+$/), z.string().max(200))
    .optional()
    .describe('fields that tell'),
  log: z
    .strictObject({
      status: z.string().min(1).max(20).optional().describe('in the access log, where it is another one'),
      marker: short.optional().describe('what names the condition there: SC--, TCP_MISS/503'),
      missing: z.literal(true).optional().describe('the access log has no line about it'),
      error: z.string().min(1).max(1000).optional().describe('the telling words of the error log'),
    })
    .optional(),
  asked: z.int().min(0).optional().describe('requests that reached the upstream, where not one'),
  exited: z.literal(true).optional().describe('one of its processes ended by it'),
  seconds: z.int().min(0).optional().describe('how long it took, where that tells'),
};

export const outcomeSchema = z.strictObject(outcomeShape);

const setting = slug.optional().describe('a setting beyond the defaults that the observation needs');

export const observationSchema = z.union([
  z.strictObject({ unstable: z.array(outcomeSchema).min(2), setting }),
  z.strictObject({
    ...outcomeShape,
    post: outcomeSchema.optional().describe('where POST is answered otherwise than GET'),
    setting,
    default: z
      .union([outcomeSchema, z.strictObject({ unstable: z.array(outcomeSchema).min(2) })])
      .optional()
      .describe('what comes without the setting'),
  }),
]);

const $schema = z.string().optional();

export const behaviourFileSchema = z.strictObject({
  $schema,
  software: z.strictObject({
    name: z.string().min(1).max(60),
    names: z.array(z.string().min(2).max(40)).describe('other ways to write it in a question, in lower case'),
    kind: z.enum(KINDS),
  }),
  version: z.string().min(1).max(40),
  package: z.looseObject({ from: z.enum(['debian', 'npm']), name: z.string(), version: z.string() }),
  measured: z.string().regex(/^\d{4}-\d{2}$/, 'the month, such as 2026-11'),
  observations: z.record(conditionId, observationSchema),
});

export const conditionsFileSchema = z.strictObject({
  $schema,
  conditions: z
    .array(
      z.strictObject({
        id: conditionId,
        sends: status.optional().describe('the status that the upstream sends: seen by the client, it was passed on'),
      }),
    )
    .min(1),
});

export const conditionProseSchema = z.strictObject({
  name: z.string().min(2).max(80),
  summary: z.string().min(8).max(320),
  checks: z.array(z.string().min(2).max(240)).min(1).max(3),
  aliases: z.array(z.string().min(2).max(60)).max(40),
});

export const conditionProseFileSchema = z.strictObject({
  $schema,
  software: z
    .record(
      z.string(),
      z.strictObject({ name: z.string().min(1).max(60), aliases: z.array(z.string().min(2).max(40)).optional() }),
    )
    .optional()
    .describe('by id, its name in this language, where it has one'),
  conditions: z.record(conditionId, conditionProseSchema),
});

export type Outcome = z.infer<typeof outcomeSchema>;
export type Observation = z.infer<typeof observationSchema>;
export type BehaviourFile = z.infer<typeof behaviourFileSchema>;
export type Condition = z.infer<typeof conditionsFileSchema>['conditions'][number];
export type ConditionProse = z.infer<typeof conditionProseSchema>;
export type ConditionProseFile = z.infer<typeof conditionProseFileSchema>;
