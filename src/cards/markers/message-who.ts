// Who sent the status of a message, and why: the first line of its card.
import type { Evidence, Explained } from '../../query/match.ts';
import type { Origin } from '../../query/passed-on.ts';
import { inlineCode } from '../../text.ts';
import type { CardContext } from '../context.ts';
import { vendorName } from '../entry-text.ts';
import { markerWho, markerWhy } from './marker-who.ts';

const MAX_WRITTEN = 40;

/** Undefined where nothing in the message tells. */
export function messageWho(context: CardContext, found: Explained): string | undefined {
  const [first] = found.evidence ?? [];
  // A marker of the status says why; a field only who.
  const saysWhy = first?.marker.record.statuses.includes(found.entry.code) ?? false;
  if (found.origin && !(saysWhy && found.origin.who === 'itself')) return originWho(context, found.origin);
  if (!first) return vendorWho(context, found);
  const isAnswered = first.marker.record.kind === 'none' && !found.isUnwritten;
  return isAnswered ? behind(context, first) : markerWho(context, first.marker, writtenOf(first));
}

function originWho(context: CardContext, { who, field, vendor }: Origin): string {
  const { t, catalog, locale } = context;
  const known = catalog.vendors.get(vendor ?? '');
  const product = catalog.markers.vendors().get(vendor ?? '');
  const proxy = known
    ? vendorName(context, known)
    : product
      ? catalog.markers.vendorName(product, locale)
      : t('explain.proxy');
  return t(`explain.origin.${who}`, { proxy, field: inlineCode(field, MAX_WRITTEN) });
}

/** No response arrived at whoever answered with the status. */
function behind(context: CardContext, evidence: Evidence): string {
  const { t } = context;
  const written = inlineCode(writtenOf(evidence), MAX_WRITTEN);
  const why = markerWhy(context, evidence.marker);
  return why ? t('explain.behind', { why, written }) : t('explain.behindAlone', { written });
}

/** The vendor of a number that nobody else sends. */
function vendorWho(context: CardContext, { entry, isCertain }: Explained): string | undefined {
  const { vendor, status } = entry;
  const isSent = status.visibility === 'wire' || status.visibility === 'body';
  if (!vendor || !isCertain || !isSent || (status.sender && status.sender !== vendor.hop)) return undefined;
  return context.t('marker.itself', { vendor: vendorName(context, vendor) });
}

function writtenOf({ marker, written = marker.record.written[0] ?? '' }: Evidence): string {
  return written;
}
