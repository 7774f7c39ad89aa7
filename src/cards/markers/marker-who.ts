// Who sent the status, in a line: `HAProxy itself: backend refuses the connection (SC--)`.
import type { Hop } from '../../catalog/schema.ts';
import type { Marker } from '../../markers/markers.ts';
import { inlineCode } from '../../text.ts';
import { conditionName } from '../behaviour/condition-card.ts';
import type { CardContext } from '../context.ts';
import { markerVendorName } from './marker-action.ts';

const MAX_WRITTEN = 40;

/** `written`: as it stands in a message. */
export function markerWho(context: CardContext, marker: Marker, written?: string): string {
  const { t } = context;
  const sender = senderText(context, marker);
  const why = markerWhy(context, marker);
  const who = why ? t('marker.whoWhy', { who: sender, why }) : sender;
  return written === undefined ? who : t('marker.who', { who, written: inlineCode(written, MAX_WRITTEN) });
}

/** In its own words where the condition that was measured is but one of those it stands for. */
export function markerWhy(context: CardContext, marker: Marker): string | undefined {
  const { behaviour, markers } = context.catalog;
  const condition = behaviour.conditions.get(marker.record.condition ?? '');
  return markers.words(marker, context.locale).why ?? (condition && conditionName(context, condition));
}

/** Who sent the status, or that nobody did. */
export function senderText(context: CardContext, marker: Marker): string {
  const { t } = context;
  const { record } = marker;
  const vendor = markerVendorName(context, marker);
  if (record.kind === 'none') return t('marker.nobody');
  if (isClientGone(marker)) return t('marker.left', { vendor });
  switch (record.sender) {
    case undefined:
    case 'any':
      return vendor;
    case 'client':
      return t('marker.left', { vendor });
    case 'origin':
      return marker.vendor.hop === 'origin' || marker.vendor.hop === 'client'
        ? t('marker.itself', { vendor })
        : t('marker.passedOn', { vendor });
    case 'network':
    case 'edge':
    case 'gateway':
      return isItself(record.sender, marker.vendor.hop)
        ? t('marker.itself', { vendor })
        : t('marker.hop', { hop: t(`hop.${record.sender}`), vendor });
  }
}

/** Nobody gets what is sent to a client that has left. */
export function isClientGone({ record }: Marker): boolean {
  return record.condition === 'client.gone';
}

const MIDDLE: readonly Hop[] = ['network', 'edge', 'gateway'];

/** A forward proxy and a gateway are the same software in another place. */
function isItself(sender: Hop, hop: Hop): boolean {
  return sender === hop || (MIDDLE.includes(sender) && MIDDLE.includes(hop));
}
