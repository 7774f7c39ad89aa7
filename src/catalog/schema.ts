// The shape of everything under data/ and locales/*/status/. Types come from here; nothing repeats them.
import { z } from 'zod';

const text = z.string().min(1).max(400);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as aws-alb');
const code = z.string().regex(/^(?:\d{3}|1\d{3})(?:\.\d{1,3})?$/, 'a code as text: "502", "403.14", "1020" or "000"');
const id = z
  .string()
  .regex(/^[a-z0-9-]+:\d{3,4}(?:\.\d{1,3})?$/, 'an id as source:code, such as standard:502 or nginx:499');
const https = z.url({ protocol: /^https$/, hostname: z.regexes.domain });
const day = z.iso.date();

/** Hops of the request path, in order. `client` includes client libraries; `network` is the asker's own access network or forward proxy. */
export const HOPS = ['client', 'network', 'edge', 'gateway', 'origin'] as const;
export const STATES = [
  'registered',
  'temporary',
  'deprecated',
  'obsolete',
  'unused',
  'vendor',
  'historic',
  'undocumented',
  'unverified',
] as const;
export const VISIBILITIES = ['wire', 'log', 'body', 'constant'] as const;
export const SENDERS = [...HOPS, 'any'] as const;
export const FAULTS = [...HOPS, 'none', 'any'] as const;
export const RETRIES = ['unneeded', 'pointless', 'modified', 'now', 'later', 'idempotent', 'user'] as const;
export const CACHEABILITIES = ['heuristic', 'explicit', 'never', 'interim', 'undefined'] as const;
export const CONTENTS = ['allowed', 'none', 'empty', 'undefined'] as const;
export const METHODS = ['may-become-get', 'becomes-get', 'kept'] as const;
export const HEADER_LEVELS = ['MUST', 'SHOULD', 'MAY', 'SHOULD NOT', 'MUST NOT', 'expected', 'precondition'] as const;
export const HEADER_CONDITIONS = [
  'accept-cause',
  'announcing-upload',
  'available-validators',
  'blocking-entity',
  'byte-range',
  'challenge',
  'coding-cause',
  'conditional',
  'created-resource',
  'current-instance',
  'early-data',
  'expectation',
  'hints',
  'in-200',
  'limits',
  'multiple-parts',
  'multistatus',
  'new-credentials',
  'preferred-choice',
  'progress',
  'repeat-with',
  'single-part',
  'supported-methods',
  'temporary',
  'with-upgrade',
  'without-etag',
] as const;

const reference = z.strictObject({
  document: slug.describe('id of a document in data/documents.json or in the same file'),
  section: z.string().min(1).max(20).optional().describe('a section listed for that document'),
});

const sourced = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.strictObject({ value: z.enum(values), source: reference });

const retry = z.strictObject({
  value: z.enum(RETRIES),
  basis: z.enum(['stated', 'inferred']).describe('stated: the source says so; inferred: follows from the definition'),
  source: reference.optional(),
});

const header = z.strictObject({
  field: z.string().regex(/^[A-Z][A-Za-z0-9-]*$/, 'a field name, such as Retry-After'),
  level: z.enum(HEADER_LEVELS),
  by: z.enum(['client', 'server', 'origin', 'proxy', 'intermediary']),
  in: z.enum(['request', 'response']),
  when: z.enum(HEADER_CONDITIONS).optional(),
  source: reference,
});

const statusShape = {
  code,
  name: text.describe('the official phrase in English, exactly as the source writes it'),
  state: z.enum(STATES),
  references: z
    .array(reference)
    .min(1)
    .describe('where it is defined or documented today; the first is the defining one'),
  former: z
    .array(z.strictObject({ document: slug, section: z.string().optional(), name: text.optional() }))
    .optional()
    .describe('superseded definitions, so that a question about an old document still leads here'),
  expires: day.optional().describe('stated expiry of a temporary registration'),
  visibility: z.enum(VISIBILITIES),
  wire: z.array(code).optional().describe('the status that the client really gets, where it is another one'),
  related: z.array(id).optional().describe('what it is confused with'),
};

/** A code of a vendor. A sub-status (a code with a dot) may leave out what it shares with its parent. */
export const vendorStatusSchema = z.strictObject({
  ...statusShape,
  sender: z.enum(SENDERS).optional(),
  fault: z.enum(FAULTS).optional(),
  retry: z.enum(RETRIES).optional(),
});

/** A code of the IANA registry, with what its definition says about it. */
export const standardStatusSchema = z.strictObject({
  ...statusShape,
  sender: z.enum(SENDERS),
  fault: z.enum(FAULTS),
  retry,
  cacheable: sourced(CACHEABILITIES),
  content: sourced(CONTENTS),
  method: sourced(METHODS).optional(),
  headers: z.array(header).optional(),
});

export const documentSchema = z.strictObject({
  id: slug,
  title: text,
  kind: z.enum(['rfc', 'draft', 'registry', 'source', 'manual', 'list', 'report']),
  url: https.optional().describe('left out for an RFC, whose address follows from its number'),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .optional(),
  status: z.string().max(40).optional(),
  obsoletedBy: z.array(slug).optional(),
  sections: z.array(z.string().max(20)).optional().describe('the sections that records refer to'),
});

const $schema = z.string().optional();

export const documentsFileSchema = z.strictObject({ $schema, documents: z.array(documentSchema).min(1) });

export const standardFileSchema = z.strictObject({ $schema, statuses: z.array(standardStatusSchema).min(1) });

export const vendorFileSchema = z.strictObject({
  $schema,
  vendor: z.strictObject({
    name: text.describe('as the vendor writes it'),
    names: z.array(z.string().min(2).max(40)).describe('other ways to write it in a question, in lower case'),
    hop: z.enum(HOPS).describe('where on the request path it stands'),
    emits: z.array(code).optional().describe('registered codes that it generates itself'),
    phrases: z
      .record(code, z.union([text, z.array(text).min(2)]))
      .optional()
      .describe('registered codes that it writes in another way: its phrase, or its names for them'),
    reads: z.record(code, text).optional().describe('what its clients take a bare HTTP status for'),
  }),
  documents: z.array(documentSchema),
  statuses: z.array(vendorStatusSchema),
});

const sentence = z.string().min(2).max(240);
const alias = z.string().min(2).max(60);

const statusProseShape = {
  name: z.string().min(1).max(80).optional().describe('the name in this language; left out in English'),
  summary: z.string().min(8).max(320),
  aliases: z.array(alias).max(32).optional(),
};

/** Of the compact card, which fits a phone. */
const briefSchema = z.strictObject({
  says: z.string().min(8).max(120),
  causes: z.array(z.string().min(2).max(80)).min(1).max(3).optional(),
  checks: z.array(z.string().min(2).max(100)).min(1).max(3).optional(),
});

export const statusProseSchema = z.strictObject({
  ...statusProseShape,
  brief: briefSchema.optional().describe('the same for somebody who has five seconds: shorter, and nothing new'),
  causes: z.array(sentence).min(1).max(4).optional(),
  checks: z.array(sentence).min(1).max(4).optional(),
});

export const statusProseFileSchema = z.strictObject({
  vendor: z
    .strictObject({
      name: z.string().min(1).max(80).optional().describe('its name in this language, where it has one'),
      summary: z.string().min(8).max(320),
      aliases: z.array(alias).max(16).optional(),
    })
    .optional(),
  statuses: z.record(code, statusProseSchema),
});

/** By a run of Chinese characters, its syllables separated by spaces; generated from the names and aliases. */
export const pinyinFileSchema = z.record(z.string(), z.string());

/** Traditional characters and, in the same order, the simplified ones; generated. */
export const traditionalFileSchema = z
  .strictObject({ traditional: z.string(), simplified: z.string() })
  .refine(({ traditional, simplified }) => [...traditional].length === [...simplified].length, 'of the same length');

export type Hop = (typeof HOPS)[number];
export type Retry = (typeof RETRIES)[number];
export type VendorStatus = z.infer<typeof vendorStatusSchema>;
export type StandardStatus = z.infer<typeof standardStatusSchema>;
export type Document = z.infer<typeof documentSchema>;
export type Reference = z.infer<typeof reference>;
export type VendorFile = z.infer<typeof vendorFileSchema>;
export type StatusProse = z.infer<typeof statusProseSchema>;
export type StatusProseFile = z.infer<typeof statusProseFileSchema>;
