// Where on the request path it happened.

import type { Block, PathHop } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import { HOPS, type Hop } from '../catalog/schema.ts';
import type { CardContext } from './context.ts';
import { vendorName } from './entry-text.ts';

/** The asker's own network is drawn only where it plays a part. */
const USUAL_HOPS: readonly Hop[] = ['client', 'edge', 'gateway', 'origin'];

/** Undefined where the code blames nobody, or anybody. */
export function requestPath(context: CardContext, entry: Entry): Block | undefined {
  const { t } = context;
  const sender = entry.status.sender ?? entry.parent?.status.sender;
  const fault = entry.status.fault ?? entry.parent?.status.fault;
  if (fault === undefined || fault === 'none' || fault === 'any') return undefined;
  if (entry.status.visibility === 'constant' && !entry.status.wire) return undefined;
  const hops = HOPS.filter((hop) => USUAL_HOPS.includes(hop) || hop === sender || hop === fault).map((hop): PathHop => {
    const marks: PathHop['marks'] = [];
    if (hop === sender) marks.push('sender');
    if (hop === fault) marks.push('fault');
    return {
      label: hop === sender && entry.vendor?.hop === hop ? vendorName(context, entry.vendor) : t(`hop.${hop}`),
      marks,
    };
  });
  const logged = entry.status.visibility === 'log' && !entry.parent;
  const legend = { sender: t(logged ? 'path.logged' : 'path.sender'), fault: t('path.fault') };
  return { type: 'path', title: t('path.title'), hops, legend };
}
