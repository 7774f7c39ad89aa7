// The shape of data/decision.json: the diagram as it is published, and the steps in which the guide walks it.
import { z } from 'zod';

/** In the order of the walk. */
export const STEPS = [
  'system',
  'connection',
  'gateway',
  'caller',
  'content',
  'rights',
  'resource',
  'conditions',
  'missing',
  'create',
  'created',
  'method',
  'read',
  'written',
] as const;

const text = z.string().min(1).max(200);
const code = z.string().regex(/^[1-5]\d\d$/, 'a code as text: "401"');
const decision = z.string().regex(/^[a-z_]+$/, 'a decision of the diagram, such as is_authorized');
const terminal = z.string().regex(/^[1-5]\d\d_[A-Za-z_]+$/, 'a terminal of the diagram, such as 401_UNAUTHORIZED');
const node = z.union([decision, terminal]);
const answers = z.union([z.strictObject({ true: node, false: node }), z.strictObject({ anything: node })]);

const diagramSchema = z.strictObject({
  name: text,
  version: text,
  url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }),
  licence: text,
  copyright: z.array(text).min(1),
  changes: text.describe('what was changed, as the licence asks'),
  start: decision.describe('the first block'),
  blocks: z
    .record(decision, z.record(decision, answers))
    .describe('per block its decisions, the first one being its entry, and where each answer leads'),
  terminals: z.record(terminal, node).describe('per terminal what follows it'),
});

const stepSchema = z.strictObject({
  id: z.enum(STEPS),
  decisions: z.array(decision).describe('decisions of the diagram that this step asks at once; none where it is ours'),
  exits: z.array(code).describe("codes in which the diagram's decisions end here, in the order shown"),
  additions: z.array(code).describe('codes that we offer here; the diagram does not end in them here'),
  next: z.array(z.enum(STEPS)).describe('where “none of these” leads; several make a choice'),
  asides: z.array(z.enum(STEPS)).describe('steps of ours that branch off here'),
});

export const decisionFileSchema = z.strictObject({
  $schema: z.string().optional(),
  diagram: diagramSchema,
  steps: z.array(stepSchema).min(1),
});

export type DecisionFile = z.infer<typeof decisionFileSchema>;
export type Diagram = DecisionFile['diagram'];
export type Step = DecisionFile['steps'][number];
export type StepId = Step['id'];
