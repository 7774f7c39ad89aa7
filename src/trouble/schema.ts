// The shape of data/trouble.json: questions that lead to the cause of a status, one tree a code.
import { z } from 'zod';
import { conditionId } from '../behaviour/schema.ts';
import { documentSchema } from '../catalog/schema.ts';

/** Codes that have a tree. */
export const TROUBLED = ['502', '503', '504', '499', '403', '429'] as const;

/** Short enough for a button, whatever the code before it. */
const id = z.string().regex(/^[a-z][a-z-]{1,30}$/, 'lower-case words joined by hyphens, such as at-once');

const stepSchema = z.strictObject({
  id,
  answers: z.array(id).min(2).max(4).describe('the step or end that each answer leads to, which also names the answer'),
});

const endSchema = z.strictObject({
  id,
  command: z.string().min(2).max(200).optional().describe('the one to run, the same in every language'),
  line: z.string().min(2).max(160).optional().describe('the one to look for in the log, letter for letter'),
  condition: conditionId.optional().describe('of data/conditions.json, where the cause was measured'),
  marker: z
    .string()
    .regex(/^[a-z0-9-]+:\S{1,50}$/, 'a marker with its vendor, such as nginx:connect-refused')
    .optional(),
  references: z
    .array(z.strictObject({ document: z.string().min(1), section: z.string().min(1).max(20).optional() }))
    .describe('documents of this file or of data/documents.json'),
  next: z.enum(TROUBLED).optional().describe('the tree that goes on from here'),
});

const treeSchema = z.strictObject({
  code: z.enum(TROUBLED),
  status: z.string().describe('id of the meaning that it is about: standard:502'),
  steps: z.array(stepSchema).min(1).describe('the first one is asked first'),
  ends: z.array(endSchema).min(2),
});

export const troubleFileSchema = z.strictObject({
  $schema: z.string().optional(),
  documents: z.array(documentSchema).describe('those that only ends cite'),
  trees: z.array(treeSchema).min(1),
});

export type TroubleFile = z.infer<typeof troubleFileSchema>;
export type TreeRecord = TroubleFile['trees'][number];
export type TroubleStep = TreeRecord['steps'][number];
export type TroubleEnd = TreeRecord['ends'][number];
