// The shape of data/markers/ and locales/*/markers/: what logs and APIs write instead of, or beside, a status.
import { z } from 'zod';
import { conditionId } from '../behaviour/schema.ts';
import { documentSchema, FAULTS, HOPS, RETRIES, SENDERS } from '../catalog/schema.ts';

/** `none`: no HTTP response arrived, so there is no status. */
export const MARKER_KINDS = ['flag', 'line', 'detail', 'name', 'page', 'none'] as const;

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const status = z.string().regex(/^\d{3}$/, 'a status as text, such as "503"');
/** Case counts: HAProxy's sC is not its SC. */
const markerId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,50}$/, 'letters, digits and _ . : / -');

export const markerSchema = z.strictObject({
  id: markerId,
  written: z.array(z.string().min(2).max(160)).min(1).describe('as it stands in a log or body, the most usual first'),
  kind: z.enum(MARKER_KINDS),
  statuses: z.array(status).max(8).describe('what the client got with it, the most usual first'),
  own: status.optional().describe('its own number for it, which no client gets: 497 of nginx'),
  sender: z.enum(SENDERS).optional(),
  fault: z.enum(FAULTS).optional(),
  retry: z.enum(RETRIES).optional(),
  condition: conditionId.optional().describe('where it names one that was measured'),
  everyday: z.boolean().optional().describe('an everyday word as well: needs its product, or its place in a log'),
  unverified: z.literal(true).optional().describe('no source says it in so many words'),
  references: z.array(
    z.strictObject({
      document: slug.describe('id of a document of this file or of data/documents.json'),
      section: z.string().min(1).max(80).optional(),
    }),
  ),
  measured: z
    .strictObject({
      software: z.string().min(1).max(40),
      version: z.string().min(1).max(40),
      date: z.string().regex(/^\d{4}-\d{2}$/, 'the month, such as 2026-11'),
    })
    .optional()
    .describe('where it was seen in the lab'),
});

export const markerFileSchema = z.strictObject({
  $schema: z.string().optional(),
  vendor: z
    .strictObject({
      name: z.string().min(1).max(60),
      names: z.array(z.string().min(2).max(40)).describe('other ways to write it in a question, in lower case'),
      hop: z.enum(HOPS),
    })
    .optional()
    .describe('only where neither data/vendors nor data/behaviour names it'),
  documents: z.array(documentSchema),
  markers: z.array(markerSchema).min(1),
});

export const markerProseSchema = z.strictObject({
  why: z.string().min(4).max(60).optional().describe('behind who sent the status, where its condition says too much'),
  meaning: z.string().min(4).max(320),
  checks: z.array(z.string().min(2).max(240)).max(3).optional(),
  checksOf: markerId.optional().describe('another marker of the file, whose checks are the same'),
});

export const markerProseFileSchema = z.strictObject({
  vendor: z.strictObject({ name: z.string().min(1).max(60) }).optional(),
  markers: z.record(markerId, markerProseSchema),
});

export type MarkerRecord = z.infer<typeof markerSchema>;
export type MarkerFile = z.infer<typeof markerFileSchema>;
export type MarkerProse = z.infer<typeof markerProseSchema>;
export type MarkerProseFile = z.infer<typeof markerProseFileSchema>;
