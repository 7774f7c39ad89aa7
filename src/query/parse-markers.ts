// Questions that ask for a marker, by its id or as it stands in a log.
import type { Marker } from '../markers/markers.ts';
import { normalise } from './normalise.ts';
import { exitStatuses, withoutOtherNumbers } from './other-numbers.ts';
import { parseNamed } from './parse-observed.ts';
import type { Query } from './query.ts';
import { saysBackend } from './signs/lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';
import { OTHER_PROTOCOL } from './words.ts';

/** `haproxy:SC`, several with spaces between: how buttons name markers. */
const IDS = /^[a-z0-9-]+:[A-Za-z0-9]\S*(?: [a-z0-9-]+:[A-Za-z0-9]\S*)*$/;
/** Codes, and one name beside them, are never markers. */
const PLAIN = /^(?!.*(?:\d{5}|(?<!\d)000(?!\d)))[\s\d.,*x-]*(?:(?:http|status|error)?[\s\d.,*x-]*)$/i;
/** What is no status but stands where one looks for a status: curl's number, a header field. */
const NUMBERS: Readonly<Record<string, string>> = { '000': 'curl:curl-000', 'cf-ray': 'cloudflare:cf-ray' };
/** How containers end so often that the bare number is asked for. */
const EXIT_NUMBER = /^(?:(?:status|code)\s?[:=]?\s?)?(137|139|143)$/i;
/** Of a process that ended otherwise. */
const EXIT_STATUS = 'container:exit-status';
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
  const exit = EXIT_NUMBER.exec(trimmed)?.[1];
  if (exit) return { kind: 'marker', ids: [exitId(exit, vocabulary)] };
  if (PLAIN.test(trimmed)) return undefined;
  const ids = IDS.test(trimmed) ? trimmed.split(' ') : [];
  if (ids.length > 0 && ids.every((id) => vocabulary.marker(id))) return { kind: 'marker', ids };
  if (trimmed.length > MAX_LENGTH)
    return vocabulary.markersPasted(trimmed) ? { kind: 'message', text, isAsked: true } : undefined;
  const asked = vocabulary.markersAsked(trimmed.normalize('NFKC'));
  if (asked.length > 0 && !isAskedElsewhere(trimmed, asked, vocabulary))
    return { kind: 'marker', ids: asked.map(({ id }) => id) };
  return asked.length === 0 ? parseExit(trimmed, vocabulary) : undefined;
}

/** How a process ended, where nothing else is asked. */
function parseExit(text: string, vocabulary: Vocabulary): Query | undefined {
  const [exit] = exitStatuses(text);
  if (!exit || /(?<![\w.])[1-5]\d\d(?![\w.])/.test(withoutOtherNumbers(text))) return undefined;
  return { kind: 'marker', ids: [exitId(exit.number, vocabulary)] };
}

function exitId(number: string, vocabulary: Vocabulary): string {
  const id = `container:exit-${number}`;
  return vocabulary.marker(id) ? id : EXIT_STATUS;
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
