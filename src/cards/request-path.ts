// Where on the request path it happened.

import type { Block, PathHop } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import { HOPS, type Hop } from '../catalog/schema.ts';
import type { CardContext } from './context.ts';
import { vendorName } from './entry-text.ts';

/** The asker's own network is drawn only where it plays a part. */
const USUAL_HOPS: readonly Hop[] = ['client', 'edge', 'gateway', 'origin'];

/** Undefined where nothing went wrong, or where anybody may be at fault and anybody may say so. */
export function requestPath(context: CardContext, entry: Entry): Block | undefined {
  const { t } = context;
  const sender = entry.status.sender ?? entry.parent?.status.sender;
  const fault = entry.status.fault ?? entry.parent?.status.fault;
  if (sender === undefined || fault === undefined || fault === 'none') return undefined;
  if (fault === 'any' && sender === 'any') return undefined;
  if (entry.status.visibility === 'constant' && !entry.status.wire) return undefined;
  const hops = HOPS.filter((hop) => USUAL_HOPS.includes(hop) || hop === sender || hop === fault).map((hop): PathHop => {
    const marks: PathHop['marks'] = [];
    if (hop === sender) marks.push('sender');
    if (hop === fault) marks.push('fault');
    return { label: hopLabel(context, entry, hop, hop === sender), marks };
  });
  const logged = entry.status.visibility === 'log' && !entry.parent;
  const legend = { sender: t(logged ? 'path.logged' : 'path.sender'), fault: t('path.fault') };
  return { type: 'path', title: t('path.title'), hops, legend };
}

function hopLabel(context: CardContext, { vendor }: Entry, hop: Hop, isSender: boolean): string {
  if (isSender && vendor?.hop === hop) return vendorName(context, vendor);
  // What a CDN calls the origin is everybody else's upstream.
  return context.t(hop === 'origin' && vendor?.hop === 'edge' ? 'hop.originServer' : `hop.${hop}`);
}
