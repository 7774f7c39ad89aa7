// Markers to offer while somebody types, of the product that is named.
import type { Marker } from '../markers/markers.ts';
import { shorten } from '../text.ts';
import { formatQuery } from './query.ts';
import type { Knowledge } from './resolve.ts';
import type { Suggestion } from './suggest.ts';

/** What Discord takes, as of every suggestion. */
const MAX_LABEL = 100;
const MAX_OFFERED = 6;

export interface SuggestedMarkers {
  offered: Suggestion[];
  /** What is typed behind the product begins one of them. */
  isBegun: boolean;
}

export function suggestedMarkers({ catalog, vocabulary }: Knowledge, typed: string, locale: string): SuggestedMarkers {
  const none: SuggestedMarkers = { offered: [], isBegun: false };
  if (!/[a-z\u3400-\u9fff]{2}/.test(typed)) return none;
  const products = vocabulary.productsIn(typed);
  if (products.size === 0) return none;
  const rest = vocabulary.withoutProducts(typed).trim();
  const begun = [...products].flatMap((product) =>
    catalog.markers.ofVendor(product).flatMap((marker) => {
      const written = marker.record.written.find((one) => one.toLowerCase().startsWith(rest));
      return written === undefined ? [] : [{ marker, written }];
    }),
  );
  const offered = begun.slice(0, MAX_OFFERED).map((one) => suggestion(one.marker, one.written));
  return { offered, isBegun: rest !== '' && offered.length > 0 };

  function suggestion(marker: Marker, written: string): Suggestion {
    const { meaning } = catalog.markers.words(marker, locale);
    const label = `${written} · ${catalog.markers.vendorName(marker.vendor, locale)} · ${meaning}`;
    return { query: formatQuery({ kind: 'marker', ids: [marker.id] }), label: shorten(label, MAX_LABEL) };
  }
}
