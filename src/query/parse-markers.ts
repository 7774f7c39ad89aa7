// Questions that ask for a marker, by its id or as it stands in a log.
import type { Marker } from '../markers/markers.ts';
import { normalise } from './normalise.ts';
import { parseNamed } from './parse-observed.ts';
import type { Query } from './query.ts';
import { saysBackend } from './signs/lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';
import { OTHER_PROTOCOL } from './words.ts';

/** `haproxy:SC`, several with spaces between: how buttons name markers. */
const IDS = /^[a-z0-9-]+:[A-Za-z0-9]\S*(?: [a-z0-9-]+:[A-Za-z0-9]\S*)*$/;
/** Codes, and one name beside them, are never markers. */
const PLAIN = /^(?!.*(?:\d{5}|(?<!\d)000(?!\d)))[\s\d.,*x-]*(?:(?:http|status|error)?[\s\d.,*x-]*)$/i;
/** What is no status but stands where one looks for a status: curl's number, exit codes of containers, a header field. */
const NUMBERS: Readonly<Record<string, string>> = {
  '000': 'curl:curl-000',
  '137': 'kubernetes:exit-137',
  '139': 'kubernetes:exit-139',
  '143': 'kubernetes:exit-143',
  'cf-ray': 'cloudflare:cf-ray',
};
/** What their replies are, which look like statuses. */
const OTHER_REPLIES: Readonly<Record<string, string>> = {
  smtp: 'smtp:reply-code',
  ftp: 'ftp:reply-code',
  sip: 'sip:status-code',
};
/** Longer text with a marker is a pasted line, in which more may stand. */
const MAX_LENGTH = 100;

/** `text` as it was typed: case may tell. */
export function parseMarkers(text: string, vocabulary: Vocabulary): Query | undefined {
  const trimmed = text.trim();
  const protocol = OTHER_PROTOCOL.exec(trimmed)?.[1]?.toLowerCase();
  const number = protocol ? OTHER_REPLIES[protocol] : NUMBERS[trimmed.toLowerCase()];
  if (number && vocabulary.marker(number)) return { kind: 'marker', ids: [number] };
  if (PLAIN.test(trimmed)) return undefined;
  const ids = IDS.test(trimmed) ? trimmed.split(' ') : [];
  if (ids.length > 0 && ids.every((id) => vocabulary.marker(id))) return { kind: 'marker', ids };
  if (trimmed.length > MAX_LENGTH)
    return vocabulary.markersPasted(trimmed) ? { kind: 'message', text, isAsked: true } : undefined;
  const asked = vocabulary.markersAsked(trimmed.normalize('NFKC'));
  if (asked.length === 0 || isAskedElsewhere(trimmed, asked, vocabulary)) return undefined;
  return { kind: 'marker', ids: asked.map(({ id }) => id) };
}

/** Another product is named, whose own answer to the same trouble was measured or has a code. */
function isAskedElsewhere(text: string, asked: readonly Marker[], vocabulary: Vocabulary): boolean {
  const lower = vocabulary.simplified(normalise(text));
  const named = vocabulary.sourceNames.find(lower).map(({ id }) => id);
  const condition = parseNamed(lower, vocabulary);
  // A client's own error says nothing of the backend that the words name.
  if (condition?.kind === 'condition' && condition.source === undefined && saysBackend(lower))
    return asked.every(({ record }) => record.kind === 'none');
  if (named.length === 0) return false;
  const own = asked.filter(({ vendor }) => named.includes(vendor.id));
  if (condition?.kind === 'condition' && condition.source !== undefined)
    return !own.some(
      ({ record }) => record.condition === condition.condition && record.written.some((one) => text.includes(one)),
    );
  return own.length === 0 && asked.every(({ record }) => record.kind === 'none');
}
