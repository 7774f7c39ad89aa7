// What happened, whose fault it is, why, and what to check: the part that is read in five seconds.

import type { Block } from '../card.ts';
import { type Entry, statusClass } from '../catalog/catalog.ts';
import type { Hop, StatusProse } from '../catalog/schema.ts';
import { MAX_WEIGHT, weightOfBlocks } from './brevity.ts';
import type { CardContext } from './context.ts';
import { vendorName } from './entry-text.ts';
import { faultOf, retryOf } from './inherited.ts';
import { requestPath } from './request-path.ts';

/** The verdict and a sentence, for cards that are about something else and lead to the card of the status. */
export function gist(context: CardContext, entry: Entry): Block[] {
  const { says, checks = [] } = brief(context, entry);
  return [...verdict(context, entry, checks[0]), { type: 'text', text: says }];
}

/** @param beside what else the card holds, which takes room: causes and checks give way, the last ones first */
export function briefAdvice(
  context: CardContext,
  entry: Entry,
  notes: readonly Block[],
  beside: readonly Block[],
): Block[] {
  const { t } = context;
  const { says, causes = [], checks = [], parent } = brief(context, entry);
  const isFault = failingHop(entry) !== undefined;
  const [first] = checks;
  const lead: Block[] = [
    ...verdict(context, entry, first),
    ...notes,
    { type: 'text', text: says },
    ...requestPath(context, entry),
    ...(parent ? [parentNote(context, parent)] : []),
  ];
  const lists: List[] = [
    { type: 'list', title: causesTitle(context, entry), ordered: false, items: [...causes] },
    {
      type: 'list',
      title: t(isFault ? 'status.then' : 'status.checks'),
      ordered: true,
      items: checks.slice(isFault ? 1 : 0),
    },
  ];
  return [...lead, ...fitting(lists, MAX_WEIGHT - weightOfBlocks(beside) - weightOfBlocks(lead))];
}

type List = Extract<Block, { type: 'list' }>;

/** Without the last item of the longest one, again and again, until there is room for them. */
function fitting(lists: readonly List[], room: number): List[] {
  const shown = lists.filter(({ items }) => items.length > 0);
  const [longest] = [...shown].sort((a, b) => b.items.length - a.items.length);
  if (!longest || weightOfBlocks(shown) <= room) return shown;
  longest.items.pop();
  return fitting(shown, room);
}

/** All that is known, with what the picture of the path means. */
export function fullAdvice(context: CardContext, entry: Entry, notes: readonly Block[]): Block[] {
  const { t, catalog, locale } = context;
  const blocks: Block[] = [
    ...verdict(context, entry),
    ...notes,
    { type: 'text', text: catalog.prose(entry, locale).summary },
    ...requestPath(context, entry),
  ];
  const { causes, checks, parent } = advice(context, entry);
  if (parent && (causes || checks)) blocks.push(parentNote(context, parent));
  if (causes) blocks.push({ type: 'list', title: causesTitle(context, entry), ordered: false, items: causes });
  if (checks) blocks.push({ type: 'list', title: t('status.checks'), ordered: true, items: checks });
  return blocks;
}

/** Whose fault it usually is, whether to repeat the request, and what to check first; nothing where nothing failed. */
function verdict(context: CardContext, entry: Entry, first?: string): Block[] {
  const { t } = context;
  const fault = failingHop(entry);
  if (fault === undefined) return [];
  const retry = retryOf(entry);
  const repeat = retry && retry !== 'unneeded' ? [t(`verdict.retry.${retry}`)] : [];
  const check = first ? [t('verdict.first', { check: first })] : [];
  return [{ type: 'text', text: [faultText(context, entry, fault), ...repeat, ...check].join(' · ') }];
}

function faultText(context: CardContext, { vendor }: Entry, fault: Hop | 'any'): string {
  const { t } = context;
  if (vendor?.hop === fault) return t('verdict.fault.vendor', { vendor: vendorName(context, vendor) });
  // What a CDN calls the origin is everybody else's upstream.
  return t(`verdict.fault.${fault === 'origin' && vendor?.hop === 'edge' ? 'originServer' : fault}`);
}

function failingHop(entry: Entry): Hop | 'any' | undefined {
  const fault = faultOf(entry);
  return fault === 'none' ? undefined : fault;
}

/** What it means, in a sentence. */
export function says(context: CardContext, entry: Entry): string {
  return brief(context, entry).says;
}

interface Brief {
  says: string;
  causes?: readonly string[] | undefined;
  checks?: readonly string[] | undefined;
  /** Whose causes and checks these are, where the record has none of its own. */
  parent?: Entry;
}

const MAX_ITEMS = 3;

/** As written for the compact card, else the first of what is known. */
function brief(context: CardContext, entry: Entry): Brief {
  const { catalog, locale } = context;
  const { brief: written, summary } = catalog.prose(entry, locale);
  if (written) return written;
  const { causes, checks, parent } = advice(context, entry);
  if (!parent) return { says: summary, causes: causes?.slice(0, MAX_ITEMS), checks: checks?.slice(0, MAX_ITEMS) };
  return { ...brief(context, parent), says: summary, parent };
}

/** Causes and checks, its own or its parent's. */
function advice(context: CardContext, entry: Entry): Pick<StatusProse, 'causes' | 'checks'> & { parent?: Entry } {
  const { causes, checks } = context.catalog.prose(entry, context.locale);
  if (causes || checks || !entry.parent) return { ...(causes ? { causes } : {}), ...(checks ? { checks } : {}) };
  return { ...advice(context, entry.parent), parent: entry.parent };
}

/** Nothing went wrong where it is a success; a vendor's 1020 is no 1xx. */
function causesTitle({ t }: CardContext, { code }: Entry): string {
  return t((statusClass(code) ?? 5) < 4 ? 'status.when' : 'status.causes');
}

function parentNote({ t }: CardContext, { code }: Entry): Block {
  return { type: 'note', text: t('status.parentAdvice', { code }) };
}
