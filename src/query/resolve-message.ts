// A message → the codes in it, who sent each and why.
import { type Catalog, statusClass } from '../catalog/catalog.ts';
import type { Marker } from '../markers/markers.ts';
import type { ExtractedCode } from './extract/tally.ts';
import { extract } from './extract.ts';
import { entryOf } from './markers/marker-entries.ts';
import { messageMarkers, type SeenMarker } from './markers/message-markers.ts';
import type { Evidence, Explained, Match } from './match.ts';
import { type Origin, originOf } from './passed-on.ts';
import type { CodeCount } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Codes that an explanation counts: what its buttons and its language button can carry. */
const MAX_EXPLAINED = 6;
/** Markers that the card shows beside a code. */
const MAX_EVIDENCE = 3;
const MAX_MARKERS = 4;
/** Where a status would stand if one had been sent: HAProxy's `"http_status":-1`, Squid's `NONE_NONE/000`. */
const UNSENT = /status["']?\s?[:=]\s?["']?(-1)\b|\b(?:TCP|UDP|NONE|TAG|ERR)_[A-Z_]{3,30}\/(000)\b/;
/** `503 UF,URX`, `503 UC upstream_reset_…`: too bare to be read as a status without the marker. */
const STATUS_BEFORE = /(?:^|[\s"'`\u3000-\u9fff\uff00-\uffef])([1-5]\d\d)[\s"']{1,2}(?:[A-Z]{2,5}[\s,]){0,4}$/;

export interface Read {
  codes: readonly ExtractedCode[];
  seen: readonly SeenMarker[];
}

export function readMessage(text: string, { catalog, vocabulary }: { catalog: Catalog; vocabulary: Vocabulary }): Read {
  const seen = messageMarkers(text, { markers: catalog.markers, products: vocabulary.productsIn });
  const { codes } = extract(text, vocabulary.hasCode);
  // Where nothing was sent, proxies and clients write three noughts.
  const isSent = (one: ExtractedCode): boolean =>
    (one.code !== '000' || seen.length === 0) && !seen.some(({ marker, written }) => isPartOf(one, marker, written));
  return { codes: codes.filter(isSent), seen };
}

/** `304 response but not conditional fetch`: a number in the words of a marker is not what the client got. */
function isPartOf({ code, line, count }: ExtractedCode, { record }: Marker, written: string): boolean {
  // HAProxy's check: `Layer7 wrong status, code: 500`.
  if (line.includes(`${written}, code: ${code}`)) return true;
  if (count > 1 || record.statuses.includes(code) || !line.includes(written)) return false;
  return written.split(/\W+/).includes(code);
}

/** Undefined where neither a code nor a marker stands in it. */
export function explainMessage(
  text: string,
  read: Read,
  knowledge: { catalog: Catalog; vocabulary: Vocabulary },
): Match {
  const { catalog, vocabulary } = knowledge;
  const { codes, seen } = read;
  const isShared = codes.some(({ code }) => (catalog.byCode.get(code)?.length ?? 0) > 1);
  const named = isShared ? vocabulary.vendorsIn(vocabulary.simplified(text)) : [];
  const found = codes.map((one): CodeCount & Shown => {
    const origin = originOf(one.line, one.code);
    const evidence = evidenceFor(one, read).filter(({ marker }) => !isTold(marker, origin));
    const vendors = [...evidence.map(({ marker }) => marker.vendor.id), ...named];
    const source = vendors.find((id) => catalog.entries.has(`${id}:${one.code}`));
    return { ...one, evidence, ...(source ? { source } : {}), ...(origin ? { origin } : {}) };
  });
  const unwritten = seen.flatMap((one) => inferred(one, read, knowledge));
  const all = [...found, ...merged(unwritten)];
  if (all.length > 0 || seen.length === 0) return explained(all, catalog);
  return markersAlone(seen);
}

/** Those that say something by themselves; a line that says -1 is about a response that was never sent. */
function markersAlone(seen: readonly SeenMarker[]): Match {
  const [first] = seen;
  const line = first?.line ?? '';
  const [, minus, noughts = minus] = UNSENT.exec(line) ?? [];
  const telling = seen.filter(({ marker }, place) => place === 0 || (!noughts && tells(marker.record, first?.marker)));
  const markers = telling.slice(0, MAX_MARKERS).map(({ marker }) => marker);
  return {
    kind: 'marker',
    markers,
    line,
    ...(first ? { written: mostTelling(first) } : {}),
    ...(noughts ? { unsent: noughts } : {}),
  };
}

/** The most usual way to write it, where that stands in the line as well: an exception has a name and a text. */
function mostTelling({ marker, written, line }: SeenMarker): string {
  return marker.record.written.find((form) => line.includes(form)) ?? written;
}

/** What says no more than the first does, such as the parent that Squid asked, is left out. */
function tells({ statuses, condition, kind }: Marker['record'], first: Marker | undefined): boolean {
  if (condition !== undefined) return condition !== first?.record.condition && kind !== 'none';
  return statuses.length > 0 && kind !== 'none';
}

type Shown = Pick<Explained, 'line' | 'evidence' | 'origin' | 'isUnwritten'>;

/** Of the same line, or for the same status. */
function evidenceFor({ code, line }: ExtractedCode, { codes, seen }: Read): Evidence[] {
  const fits = ({ marker, line: own }: SeenMarker): boolean => {
    const { statuses, kind } = marker.record;
    if (isClientsEcho(marker)) return false;
    if (statuses.includes(code)) return true;
    return (own === line || codes.length === 1) && (statuses.length === 0 || kind === 'flag');
  };
  // What comes with other statuses explains this one last.
  const says = ({ marker: { record } }: SeenMarker): number =>
    record.statuses.includes(code) ? 2 : Number(record.statuses.length === 0);
  const fitting = seen.filter(fits).toSorted((a, b) => says(b) - says(a));
  return fitting.slice(0, MAX_EVIDENCE).map(({ marker, written }) => ({ marker, written }));
}

/** What it says of who sent the status stands in a field of the line: `"forward"` of a load balancer. */
function isTold({ vendor, record }: Marker, origin: Origin | undefined): boolean {
  if (origin?.who !== 'itself' || origin.vendor !== vendor.id) return false;
  return record.statuses.length === 0 && record.everyday === true;
}

/** A client that repeats the status says nothing of who sent it. */
function isClientsEcho({ vendor, record }: SeenMarker['marker']): boolean {
  return vendor.hop === 'client' && record.kind === 'line';
}

/** The status of a line that has no number. */
function inferred(
  { marker, written, line, count }: SeenMarker,
  read: Read,
  { vocabulary }: { vocabulary: Vocabulary },
) {
  const before = STATUS_BEFORE.exec(line.slice(0, line.indexOf(written)))?.[1];
  const code = before ?? marker.record.statuses[0];
  if (code === undefined || !vocabulary.hasCode(code) || Number(code) < 400 || isClientsEcho(marker)) return [];
  if (read.codes.some((one) => marker.record.statuses.includes(one.code))) return [];
  // Beside a number, only the error log of a server speaks of another request.
  if (read.codes.length > 0 && (marker.record.kind !== 'line' || extract(line, vocabulary.hasCode).codes.length > 0))
    return [];
  // `"http_status":-1`: nothing was sent.
  if (UNSENT.test(line)) return [];
  const evidence = [{ marker, written }];
  return [{ code, count, line, ...(before ? {} : { isUnwritten: true as const }), source: marker.vendor.id, evidence }];
}

/** Several markers of one line speak of one response. */
function merged<T extends CodeCount & { evidence: Evidence[]; line: string }>(all: readonly T[]): T[] {
  const byCode = new Map<string, T>();
  const lines = new Set<string>();
  for (const one of all) {
    const known = byCode.get(one.code);
    if (known && !lines.has(one.line)) known.count += one.count;
    if (known) known.evidence = [...known.evidence, ...one.evidence].slice(0, MAX_EVIDENCE);
    else if (!lines.has(one.line)) byCode.set(one.code, { ...one });
    lines.add(one.line);
  }
  return [...byCode.values()];
}

export function explained(codes: readonly (CodeCount & Partial<Shown>)[], catalog: Catalog): Match {
  const found = codes.slice(0, MAX_EXPLAINED).flatMap(({ code, source, ...rest }): Explained[] => {
    const meanings = catalog.byCode.get(code) ?? [];
    const own = source ? catalog.entries.get(`${source}:${code}`) : undefined;
    const entry = own ?? (source ? entryOf(catalog, source, code) : meanings[0]);
    if (!entry) return [];
    const isCertain = own !== undefined || entry.source === 'standard' || (meanings.length === 1 && !isOdd(code));
    return [{ entry, isCertain, ...rest }];
  });
  return { kind: 'explain', found, more: Math.max(0, codes.length - MAX_EXPLAINED) };
}

/** Three digits that no standard has room for: anybody may have made them up, whoever is known for them. */
function isOdd(code: string): boolean {
  return code.length === 3 && statusClass(code) === undefined;
}
