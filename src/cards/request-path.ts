// Where on the request path it happened: a picture of one line.

import type { Block } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import { HOPS, type Hop } from '../catalog/schema.ts';
import type { CardContext } from './context.ts';
import { vendorName } from './entry-text.ts';
import { faultOf, senderOf } from './inherited.ts';

/** The asker's own network is drawn only where it plays a part. */
const USUAL_HOPS: readonly Hop[] = ['client', 'edge', 'gateway', 'origin'];

/**
 * `client ← CDN ← [gateway 502] → ✕ upstream`: who sent it in brackets, where the fault usually lies behind a cross, and
 * arrows the way that the request went and the response came. Nothing where nothing went wrong, or where anybody may be
 * at fault and anybody may say so.
 */
export function requestPath(context: CardContext, entry: Entry): Block[] {
  const { t, detail } = context;
  const [sender, fault] = [senderOf(entry), faultOf(entry)];
  if (sender === undefined || fault === undefined || fault === 'none') return [];
  if (fault === 'any' && sender === 'any') return [];
  if (entry.status.visibility === 'constant' && !entry.status.wire) return [];
  const isLogged = entry.status.visibility === 'log' && !entry.parent;
  const hops = HOPS.filter((hop) => USUAL_HOPS.includes(hop) || hop === sender || hop === fault);
  const senderPlace = sender === 'any' ? -1 : hops.indexOf(sender);
  const drawn = hops.map((hop, place) => {
    const label = `${hop === fault ? '✕ ' : ''}${hopLabel(context, entry, hop, hop === sender)}`;
    const arrow = place === 0 ? '' : place <= senderPlace && !isLogged ? ' ← ' : ' → ';
    return `${arrow}${hop === sender ? `[${label} ${entry.code}]` : label}`;
  });
  const picture: Block = { type: 'text', text: drawn.join('') };
  if (detail === 'compact') return [picture];
  const legend = [
    ...(senderPlace === -1 ? [] : [t(isLogged ? 'path.logged' : 'path.sender')]),
    ...(fault === 'any' ? [] : [t('path.fault')]),
  ];
  return [picture, { type: 'note', text: legend.join(' · ') }];
}

function hopLabel(context: CardContext, { vendor }: Entry, hop: Hop, isSender: boolean): string {
  if (isSender && vendor?.hop === hop) return vendorName(context, vendor);
  // What a CDN calls the origin is everybody else's upstream.
  return context.t(hop === 'origin' && vendor?.hop === 'edge' ? 'hop.originServer' : `hop.${hop}`);
}
