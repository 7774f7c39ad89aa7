// The card about one meaning of a code.

import type { Action, Block, Card } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import { documentUrl, referenceLinks } from '../catalog/documents.ts';
import type { Remark } from '../query/match.ts';
import { formatRef, type Query } from '../query/query.ts';
import { briefAdvice, fullAdvice } from './advice.ts';
import { measuredActions, observedLine, whoAnswers } from './behaviour/status-lines.ts';
import { isWorthComparing } from './compare-card.ts';
import { askEntry, askQuery, type CardContext, detailAction, languageActions, shareAction } from './context.ts';
import { elsewhere } from './elsewhere.ts';
import { distinctLabel, entryTitle, heading, outsideRange, subtitle, toneOf, vendorName } from './entry-text.ts';
import { askedFacts, factsBlock, headersBlock } from './facts.ts';
import { backToGuide, guideReason } from './guide-card.ts';
import { troubleAction } from './trouble-card.ts';

export function statusCard(context: CardContext, entry: Entry, remarks: readonly Remark[]): Card {
  const head: Block = { type: 'heading', text: heading(entry), subtitle: subtitle(context, entry) };
  const [reasons, others] = [remarks.filter(isGuided), remarks.filter((remark) => !isGuided(remark))];
  const first = [
    ...askedFacts(context, entry),
    ...notesOf(reasons.map((remark) => remarkText(context, remark, entry))),
  ];
  const notes = notesOf([
    ...outsideRange(context, entry),
    ...others.map((remark) => remarkText(context, remark, entry)),
  ]);
  const actions: Block = { type: 'actions', items: statusActions(context, entry, remarks) };
  const body =
    context.detail === 'full'
      ? [...fullAdvice(context, entry, notes), ...detailBlocks(context, entry, remarks)]
      : briefAdvice(context, entry, notes, [head, ...first, actions]);
  return { tone: toneOf(entry.code), title: entryTitle(context, entry), blocks: [head, ...first, ...body, actions] };
}

/** Why the guide ended here, which whoever was guided wants to know first. */
function isGuided({ type }: Remark): boolean {
  return type === 'guided';
}

function notesOf(texts: readonly string[]): Block[] {
  return texts.filter((text) => text !== '').map((text) => ({ type: 'note', text }));
}

function detailBlocks(context: CardContext, entry: Entry, remarks: readonly Remark[]): Block[] {
  return [
    ...(remarks.some(({ type }) => type === 'observed') ? [] : whoAnswers(context, entry)),
    factsBlock(context, entry),
    headersBlock(context, entry),
    ...elsewhere(context, entry),
    sourcesBlock(context, entry),
  ].filter((block) => block !== undefined);
}

function sourcesBlock({ t }: CardContext, { status, documents }: Entry): Block {
  return { type: 'links', title: t('status.sources'), items: referenceLinks(status.references, documents) };
}

/** With the code that it is confused with first. */
export function compareAction(context: CardContext, entry: Entry): Action[] {
  const { t, catalog } = context;
  const nearest = (entry.status.related ?? [])
    .flatMap((id) => catalog.entries.get(id) ?? [])
    .find((other) => isWorthComparing(context, [entry, other]));
  if (!nearest) return [];
  const items = [entry, nearest].map((one) => {
    const { query } = askEntry(context, one);
    return query === formatRef({ code: one.code }) ? { code: one.code } : { code: one.code, source: one.source };
  });
  const label = t('actions.compareWith', { code: distinctLabel(context, nearest, [entry, nearest]) });
  return [{ type: 'ask', label, ask: askQuery(context, { kind: 'codes', items }) }];
}

function statusActions(context: CardContext, entry: Entry, remarks: readonly Remark[]): Action[] {
  const { t } = context;
  const actions: Action[] = [...backToGuide(context, remarks), ...shareAction(context), ...detailAction(context)];
  actions.push(
    ...troubleAction(context, entry),
    ...measuredActions(context, entry, remarks),
    ...compareAction(context, entry),
  );
  actions.push(...subStatusAction(context, entry, remarks), ...languageActions(context));
  const [first] = entry.status.references;
  const document = first && entry.documents.get(first.document);
  if (first && document)
    actions.push({ type: 'link', label: t('actions.source'), url: documentUrl(document, first.section) });
  return actions;
}

function remarkText(context: CardContext, remark: Remark, entry: Entry): string {
  const { t } = context;
  switch (remark.type) {
    case 'no-own-meaning':
      return noOwnMeaning(context, remark, entry);
    case 'unknown-sub-status':
      return t('remark.unknownSubStatus', { code: remark.code });
    case 'unassigned':
      return t('remark.unassigned', { codes: remark.codes.join(t('separator')) });
    case 'guided':
      return guideReason(context, remark);
    case 'observed':
      return observedLine(context, remark.software, remark.code);
    case 'condition':
      return '';
  }
}

type NoOwnMeaning = Extract<Remark, { type: 'no-own-meaning' }>;

function noOwnMeaning(context: CardContext, { vendor, code, subStatuses }: NoOwnMeaning, entry: Entry): string {
  const { t } = context;
  if (!vendor) return t('remark.notRegistered', { code });
  const named = { vendor: vendorName(context, vendor), code };
  const [first, ...others] = subStatuses;
  if (first)
    return t('remark.ownSubStatuses', { ...named, count: subStatuses.length, first, last: others.at(-1) ?? first });
  const phrase = vendor.phrases[code]?.join(' / ');
  if (phrase) return t('remark.ownPhrase', { ...named, phrase });
  if (entry.vendor) return t('remark.othersMeaning', { ...named, other: vendorName(context, entry.vendor) });
  return t(vendor.emits.includes(code) ? 'remark.emitted' : 'remark.standardMeaning', named);
}

/** The list of a code's sub-status codes: of the vendor that was named, or where the full card counts them. */
function subStatusAction(context: CardContext, entry: Entry, remarks: readonly Remark[]): Action[] {
  const { t, catalog, detail } = context;
  const named = remarks.find((remark) => remark.type === 'no-own-meaning');
  const isNamed = named !== undefined && named.subStatuses.length > 0;
  const isCounted = detail === 'full' && entry.semantics !== undefined && catalog.subStatuses.has(entry.code);
  if (!isNamed && !isCounted) return [];
  const source = isNamed && named.vendor ? { source: named.vendor.id } : {};
  const query: Query = { kind: 'mask', mask: `${entry.code}.x`, page: 1, ...source };
  return [{ type: 'ask', label: t('actions.subStatuses'), ask: askQuery(context, query) }];
}
