// What a marker is called, and the button to its card.
import type { Action } from '../../card.ts';
import type { Marker } from '../../markers/markers.ts';
import { inlineCode } from '../../text.ts';
import { askQuery, type CardContext } from '../context.ts';

const MAX_TITLE = 60;

export function markerVendorName({ catalog, locale }: CardContext, { vendor }: Marker): string {
  const known = catalog.vendors.get(vendor.id);
  return known ? catalog.vendorName(known, locale) : catalog.markers.vendorName(vendor, locale);
}

export function markerTitle({ record: { written } }: Marker): string {
  return shortened(written[0] ?? '');
}

/** `SC-- · HAProxy`; as it stands in a message where that is known. */
export function markerName(context: CardContext, marker: Marker, written?: string): string {
  const title = written === undefined ? markerTitle(marker) : shortened(written);
  return context.t('marker.title', { written: title, vendor: markerVendorName(context, marker) });
}

export function markerAction(context: CardContext, marker: Marker): Action {
  const ask = askQuery(context, { kind: 'marker', ids: [marker.id] });
  return { type: 'ask', label: markerName(context, marker), ask };
}

function shortened(written: string): string {
  return inlineCode(written, MAX_TITLE).slice(1, -1);
}
