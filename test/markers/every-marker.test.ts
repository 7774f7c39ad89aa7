// Every marker is asked for as it is pasted: bare, in its log line or body, and in a message; its meaning comes back.
import { describe, expect, it } from 'vitest';
import { MAX_ASK_LENGTH } from '../../src/card.ts';
import type { Answer } from '../../src/index.ts';
import type { Marker } from '../../src/markers/markers.ts';
import { catalog, files } from '../catalog/catalog-files.ts';
import { ask, cardText, explain } from '../core-under-test.ts';

const markers = [...files.markers.facts.keys()].flatMap((vendor) => [...catalog.markers.ofVendor(vendor)]);

/** Words that are also others' need their product beside them. */
function bare(marker: Marker, written: string): string {
  const isTold = !marker.record.everyday && /[\s_\d<{-]|[a-z][A-Z]|^[A-Z]{2,3}$|^[a-z][A-Z]$/.test(written);
  return isTold ? written : `${marker.vendor.names[0] ?? marker.vendor.name} ${written}`;
}

/** A line of its own log, for what is found nowhere else. */
const LINES: Readonly<Record<string, (written: string) => string>> = {
  envoy: (flag) => `[2026-11-30T10:00:00.000Z] "GET / HTTP/1.1" 503 ${flag} - "-" 0 91 3 - "-" "curl/8" "id" "host"`,
  haproxy: (state) =>
    `10.0.0.1:1 [30/Nov/2026:10:00:00] in app/s1 10/0/30/69/109 502 212 - - ${state} 1/1/1/1/0 0/0 "GET / HTTP/1.1"`,
  squid: (tag) => `1795816179.639 600 10.0.0.1 TCP_MISS/200 0 GET http://a.example/ - ${tag}/10.0.0.2 text/html`,
  'aws-alb': (action) =>
    `http 2026-11-30T10:00:00.0Z app/lb/x 10.0.0.1:1 10.0.0.2:80 0.0 0.1 0.0 403 403 1 2 "GET http://a.example:80/ HTTP/1.1" "curl" - - arn "-" "-" "-" 0 2026-11-30T10:00:00.0Z ${action} "-" "-"`,
  nginx: (status) => `10.0.0.1 - - [30/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" ${status} 24 "-" "curl/8"`,
  caddy: (status) => `{"level":"error","logger":"http.log.access","msg":"handled request",${status}}`,
  varnish: (reason) => `- ${reason} 0.001`,
};

function inItsPlace({ vendor, record }: Marker, written: string): string {
  const line = record.kind === 'flag' ? LINES[vendor.id] : undefined;
  if (line && !written.includes('<')) return line(written);
  if (record.kind === 'name')
    return `{"vendor":"${vendor.name}","error":{"code":${JSON.stringify(written)},"message":"x"}}`;
  return `2026/11/30 10:00:00 ${vendor.name}: ${written} (10.0.0.1)`;
}

/** The words are also a name of a condition, which was measured at the product. */
function isMeasured({ kind, ids }: Answer, { vendor }: Marker): boolean {
  return kind === 'condition' && (ids[0]?.startsWith(`${vendor.id}:`) ?? false);
}

function meansIt(answer: Answer, marker: Marker, locale: string): boolean {
  if (isMeasured(answer, marker)) return true;
  if (!answer.ids.includes(marker.id)) return false;
  const { meaning } = catalog.markers.words(marker, locale);
  return cardText(answer).includes(JSON.stringify(meaning).slice(1, -1));
}

function failures(askIt: (marker: Marker, locale: string) => Answer): string[] {
  return catalog.locales.flatMap((locale) =>
    markers.flatMap((marker) => {
      const answer = askIt(marker, locale);
      return meansIt(answer, marker, locale)
        ? []
        : [`${marker.id} in ${locale}: ${answer.kind} ${answer.ids.join(' ')}`];
    }),
  );
}

describe('every marker', () => {
  const first = (marker: Marker): string => marker.record.written[0] ?? '';

  it('there are at least 250 of logs and 300 error names', () => {
    const names = markers.filter(({ record }) => record.kind === 'name').length;
    expect(names).toBeGreaterThanOrEqual(300);
    expect(markers.length - names).toBeGreaterThanOrEqual(250);
  });

  it('is asked for by its id, which fits into a button', () => {
    expect(markers.filter(({ id }) => id.length > MAX_ASK_LENGTH).map(({ id }) => id)).toEqual([]);
    expect(failures((marker, locale) => ask(marker.id, locale))).toEqual([]);
  });

  it('is found as it is pasted', () => {
    expect(failures((marker, locale) => ask(bare(marker, first(marker)), locale))).toEqual([]);
  });

  it('is found beside its product', () => {
    const named = ({ name }: Marker['vendor'], written: string): string => `${name} ${written}`;
    expect(failures((marker, locale) => ask(named(marker.vendor, first(marker)), locale))).toEqual([]);
  });

  it('is found in its line or body', () => {
    expect(failures((marker, locale) => explain(inItsPlace(marker, first(marker)), locale))).toEqual([]);
  });

  it('is found by every way it is written', () => {
    const lost = markers.flatMap((marker) =>
      marker.record.written
        .filter((written) => {
          const answer = ask(bare(marker, written));
          return !answer.ids.includes(marker.id) && !isMeasured(answer, marker);
        })
        .map((written) => `${marker.id}: ${written}`),
    );
    expect(lost).toEqual([]);
  });
});
