// Cards that are a list of codes: a class, a mask, a range, a vendor, a document.

import type { Action, Block, Card, Tone } from '../card.ts';
import { baseCode, type Entry, statusClass, type Vendor } from '../catalog/catalog.ts';
import { documentLabel, documentUrl } from '../catalog/documents.ts';
import type { Match, Page } from '../query/match.ts';
import type { Query } from '../query/query.ts';
import { askEntry, askQuery, type CardContext, languageActions, shareAction } from './context.ts';
import { bareLine, entryLine, heading, localName, vendorName } from './entry-text.ts';

type ListMatch = Extract<Match, { list: Page }>;

export function listCard(context: CardContext, match: ListMatch): Card {
  const { title, tone, intro } = head(context, match);
  const { list } = match;
  const total = context.t('list.count', { count: list.total });
  const { page, pages } = list;
  const subtitle = pages > 1 ? context.t('list.page', { total, page, pages }) : total;
  return {
    tone,
    title,
    blocks: [
      { type: 'heading', text: title, ...(list.total > 0 ? { subtitle } : {}) },
      ...intro,
      ...(list.entries.length > 0 ? [rows(context, match)] : emptyRange(context, match)),
      { type: 'actions', items: listActions(context, match) },
    ],
  };
}

interface Head {
  title: string;
  tone: Tone;
  intro: Block[];
}

function head(context: CardContext, match: ListMatch): Head {
  const { t, catalog, locale } = context;
  switch (match.kind) {
    case 'class':
      return classHead(context, match);
    case 'range':
      return rangeHead(context, match);
    case 'vendor': {
      const intro: Block[] = [{ type: 'text', text: catalog.vendorSummary(match.vendor, locale) }];
      return { title: vendorName(context, match.vendor), tone: 'neutral', intro };
    }
    case 'reference':
      return {
        title: documentLabel(match.document),
        tone: 'neutral',
        intro: referenceIntro(t, match),
      };
    case 'trait':
      return {
        title: t(`list.${match.trait}`),
        tone: 'neutral',
        intro: [{ type: 'text', text: t(`list.${match.trait}Text`) }],
      };
  }
}

function classHead(context: CardContext, { mask, vendor, lacking }: Extract<ListMatch, { kind: 'class' }>): Head {
  const { t, catalog } = context;
  const digit = statusClass(`${mask[0]}00`) ?? 'neutral';
  const named = vendor ? ` · ${vendorName(context, vendor)}` : '';
  const parent = mask.includes('.') ? catalog.entries.get(`standard:${baseCode(mask)}`) : undefined;
  const intro = lackingNote(context, lacking);
  if (parent || digit === 'neutral')
    return { title: [mask, parent?.status.name].filter(Boolean).join(' ') + named, tone: digit, intro };
  if (!vendor) intro.push({ type: 'text', text: t(`classes:${digit}.summary`) });
  return { title: `${mask} ${t(`classes:${digit}.name`)}${named}`, tone: digit, intro };
}

function rangeHead(context: CardContext, match: Extract<ListMatch, { kind: 'range' }>): Head {
  const { from, to, vendor, lacking } = match;
  const named = vendor ? ` · ${vendorName(context, vendor)}` : '';
  return { title: `${from}–${to}${named}`, tone: rangeTone(from, to), intro: lackingNote(context, lacking) };
}

/** That a vendor that was named has no codes of its own there. */
function lackingNote(context: CardContext, lacking: Vendor | undefined): Block[] {
  if (!lacking) return [];
  return [{ type: 'note', text: context.t('list.noneOfVendor', { vendor: vendorName(context, lacking) }) }];
}

function rangeTone(from: number, to: number): Tone {
  const first = statusClass(String(from));
  return first !== undefined && first === statusClass(String(to)) ? first : 'neutral';
}

function referenceIntro(t: CardContext['t'], match: Extract<ListMatch, { kind: 'reference' }>): Block[] {
  const { document, successors, unknownSection: section } = match;
  const links = [document, ...successors].map((one) => ({
    label: documentLabel(one) === one.title ? one.title : `${documentLabel(one)}: ${one.title}`,
    url: documentUrl(one),
  }));
  const names = successors.map(documentLabel).toSorted().join(t('separator'));
  const text = names ? t('reference.obsolete', { document: documentLabel(document), successors: names }) : '';
  return [
    ...(section ? [{ type: 'note', text: t('reference.unknownSection', { section }) } as const] : []),
    ...(text ? [{ type: 'text', text } as const] : []),
    { type: 'links', title: t('status.sources'), items: links },
  ];
}

function emptyRange({ t }: CardContext, match: ListMatch): Block[] {
  return match.kind === 'range' ? [{ type: 'text', text: t('list.emptyRange') }] : [];
}

function rows(context: CardContext, match: ListMatch): Block {
  const items = match.list.entries.map((entry) => {
    const vendor = match.kind === 'reference' || match.kind === 'trait' ? undefined : match.vendor;
    if (!vendor) return [entryLine(context, entry), ...alsoUsed(context, entry)].join(' · ');
    const phrase = entry.vendor ? undefined : vendor.phrases[entry.code];
    return [
      bareLine(context, entry),
      ...(phrase ? [context.t('list.phrase', { phrase: phrase.join(' / ') })] : []),
    ].join(' · ');
  });
  return { type: 'list', title: context.t('list.codes'), ordered: false, items };
}

/** How many use a number that the list shows under its first vendor only. */
function alsoUsed({ t, catalog }: CardContext, entry: Entry): string[] {
  const count = catalog.byCode.get(entry.code)?.length ?? 1;
  return count > 1 && entry.vendor && !entry.parent ? [t('list.meanings', { count })] : [];
}

function listActions(context: CardContext, match: ListMatch): Action[] {
  const { t } = context;
  const { list } = match;
  const actions: Action[] = [];
  if (list.entries.length > 0) {
    const options = list.entries.map((entry) => ({
      label: heading(entry),
      description: [localName(context, entry), entry.vendor && vendorName(context, entry.vendor)]
        .filter(Boolean)
        .join(' · '),
      ask: askEntry(context, entry),
    }));
    actions.push({ type: 'menu', label: t('list.open'), options });
  }
  const step = (label: string, page: number): Action => ({
    type: 'ask',
    label,
    ask: askQuery(context, pageQuery(match, page)),
  });
  if (list.page > 1) actions.push(step(t('list.previous'), list.page - 1));
  if (list.page < list.pages) actions.push(step(t('list.next'), list.page + 1));
  return [...actions, ...measuredAction(context, match), ...shareAction(context), ...languageActions(context)];
}

/** From a vendor's codes to what it was measured to do. */
function measuredAction(context: CardContext, match: ListMatch): Action[] {
  if (match.kind !== 'vendor' || !context.catalog.behaviour.software.has(match.vendor.id)) return [];
  const query = { kind: 'measured', source: match.vendor.id, page: 1 } as const;
  return [{ type: 'ask', label: context.t('behaviour.measuredButton'), ask: askQuery(context, query) }];
}

function pageQuery(match: ListMatch, page: number): Query {
  switch (match.kind) {
    case 'class':
      return { kind: 'mask', mask: match.mask, page, ...(match.vendor ? { source: match.vendor.id } : {}) };
    case 'range':
      return {
        kind: 'range',
        from: match.from,
        to: match.to,
        page,
        ...(match.vendor ? { source: match.vendor.id } : {}),
      };
    case 'vendor':
      return { kind: 'vendor', vendor: match.vendor.id, page };
    case 'reference':
      return { kind: 'reference', document: match.document.id, page };
    case 'trait':
      return { kind: 'trait', trait: match.trait, page };
  }
}
