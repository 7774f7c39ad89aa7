// Where in a log or a body a word stands that means something else everywhere else.

import { HAPROXY_LINE } from './haproxy-states.ts';
import type { MarkerHit } from './hit.ts';

/** `"code":"Forbidden"`, `<Code>AccessDenied</Code>`, `error_code=…`, `(Throttling) when calling`. */
const KEY_BEFORE =
  /(?:\b(?:code|type|__type|reason|error_?code|errorcode|error_type|err_code)["']?\s*[:=]\s*["']?|<code>)$/i;
const IN_CALL = /^\) when calling/;
/** `503 UF,URX`: flags stand behind the status. */
const BEHIND_STATUS = /(?:^|[\s"'`\u3000-\u9fff\uff00-\uffef])[1-5]\d\d\s["']?(?:[A-Z]{2,5},)*$/;
const FLAGS_KEY = /(?:response_flags?|flags|termination_state)["']?\s*[:=]\s*["']?(?:[A-Z]{2,5},)*$/i;
/** Heroku's: `code=H12`, `Error R14 (Memory quota exceeded)`. */
const NUMBERED_BEFORE = /(?:\bcode[=:]\s?["']?|\b[Ee]rror (?:code )?)$/;
const STATUS_COLUMN = /HTTP\/[\d.]{1,3}" $/;
/** How far before it is looked. */
const WINDOW = 40;

/** Whether it stands in a text as its product writes it. */
export function isInPlace(text: string, { marker, start, end, written, isSameCase }: MarkerHit): boolean {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const { kind } = marker.record;
  if (kind === 'name') return isSameCase && (KEY_BEFORE.test(before) || IN_CALL.test(text.slice(end, end + 16)));
  if (kind !== 'flag') return false;
  if (NUMBERED_BEFORE.test(before) && /^[A-Z]\d\d$/.test(written)) return true;
  if (marker.vendor.id === 'nginx') return STATUS_COLUMN.test(before);
  const next = text.charAt(end);
  if (marker.vendor.id === 'envoy')
    return (BEHIND_STATUS.test(before) || FLAGS_KEY.test(before)) && (next === '' || /[\s,"'`]/.test(next));
  if (marker.vendor.id === 'haproxy')
    return /^[A-Za-z]{2}$/.test(written) && (FLAGS_KEY.test(before) || HAPROXY_LINE.test(text)) && /\s|"/.test(next);
  return false;
}
