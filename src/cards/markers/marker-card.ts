// The card about a marker: what it means, who sent the status, what the client got, what to check.
import type { Action, Block, Card } from '../../card.ts';
import { documentUrl, referenceLabel } from '../../catalog/documents.ts';
import type { Marker } from '../../markers/markers.ts';
import type { MarkerRecord } from '../../markers/schema.ts';
import { markerEntries } from '../../query/markers/marker-entries.ts';
import type { MarkerMatch } from '../../query/match.ts';
import { inlineCode } from '../../text.ts';
import { answersLine } from '../behaviour/answer-groups.ts';
import { askCondition, conditionTitle } from '../behaviour/condition-card.ts';
import { askEntry, type CardContext, detailAction, languageActions, shareAction } from '../context.ts';
import { heading, localName, toneOf } from '../entry-text.ts';
import { visibleLine } from '../visible-line.ts';
import { markerAction, markerName, markerTitle, markerVendorName } from './marker-action.ts';
import { markerWho } from './marker-who.ts';

const MAX_STATUSES = 3;
const MAX_TITLE = 60;
const MAX_FORMS = 6;

export function markerCard(context: CardContext, { markers, line, written, unsent }: MarkerMatch): Card {
  const [only, ...others] = markers;
  const card = only && others.length === 0 ? oneCard(context, only, written) : severalCard(context, markers);
  const [head, ...rest] = card.blocks;
  if (!line || !head) return card;
  const note: Block[] = unsent ? [{ type: 'note', text: context.t('marker.unsent', { written: unsent }) }] : [];
  return { ...card, blocks: [head, { type: 'code', text: visibleLine(line) }, ...note, ...rest] };
}

function oneCard(context: CardContext, marker: Marker, written: string | undefined): Card {
  const title = markerName(context, marker, written);
  return {
    tone: toneOf(marker.record.statuses[0] ?? ''),
    title,
    blocks: [
      { type: 'heading', text: title, subtitle: markerWho(context, marker) },
      ...markerBlocks(context, marker),
      { type: 'actions', items: oneActions(context, marker) },
    ],
  };
}

/** Without who sent it, which is what a card begins with. `sent`: what the client got, as a message says. */
export function markerBlocks(context: CardContext, marker: Marker, sent?: string): Block[] {
  const { t, catalog, locale, detail } = context;
  const { record } = marker;
  const { meaning, checks = [] } = catalog.markers.words(marker, locale);
  const links = detail === 'full' ? sources(context, marker) : [];
  return [
    { type: 'text', text: meaning },
    ...facts(context, marker, sent),
    ...unlikeNote(context, record, sent),
    ...list(t('status.checks'), checks),
    ...measured(context, marker),
    ...(record.unverified ? [{ type: 'note', text: t('marker.unverified') } as const] : []),
    ...(links.length > 0 ? [{ type: 'links' as const, title: t('status.sources'), items: links }] : []),
  ];
}

/** Whether a message has it with another status than usual. */
function isUnlike({ statuses, own }: MarkerRecord, sent: string | undefined): boolean {
  return sent !== undefined && sent !== own && !statuses.includes(sent);
}

function unlikeNote({ t }: CardContext, record: MarkerRecord, sent: string | undefined): Block[] {
  const { statuses } = record;
  if (sent === undefined || statuses.length === 0 || !isUnlike(record, sent)) return [];
  const unlike = t('explain.unlike', { codes: statuses.map((code) => `\`${code}\``).join(t('separator')), code: sent });
  return [{ type: 'note', text: sent === '200' ? `${unlike} ${t('explain.grpc')}` : unlike }];
}

function list(title: string, items: readonly string[]): Block[] {
  return items.length > 0 ? [{ type: 'list', title, ordered: true, items: [...items] }] : [];
}

function facts(context: CardContext, marker: Marker, sent?: string): Block[] {
  const { t, catalog, detail } = context;
  const { record } = marker;
  const items: { label: string; value: string }[] = [];
  const own = record.own && catalog.entries.get(`${marker.vendor.id}:${record.own}`);
  const entries = isUnlike(record, sent) ? [] : markerEntries(catalog, [marker]).filter((entry) => entry !== own);
  if (entries.length > 0) {
    const statuses = entries.map((entry) => `\`${entry.code}\` ${localName(context, entry)}`);
    items.push({ label: t('marker.got'), value: statuses.join(t('separator')) });
  } else if (record.kind !== 'none' && sent === undefined)
    items.push({ label: t('marker.got'), value: t('marker.notSettled') });
  if (own) items.push({ label: t('marker.own'), value: `\`${own.code}\` ${localName(context, own)}` });
  if (record.fault && record.fault !== 'any') items.push({ label: t('marker.fault'), value: t(`hop.${record.fault}`) });
  if (record.retry) items.push({ label: t('facts.retry'), value: t(`retry.${record.retry}`) });
  const forms = record.written.slice(1, detail === 'full' ? MAX_FORMS + 1 : 1).map((form) => inlineCode(form, 80));
  if (forms.length > 0) items.push({ label: t('marker.alsoWritten'), value: forms.join(t('separator')) });
  return items.length > 0 ? [{ type: 'facts', items }] : [];
}

/** What the lab saw: of the marker itself, and who answers what to its condition. */
function measured(context: CardContext, { record }: Marker): Block[] {
  const { t, catalog } = context;
  const condition = catalog.behaviour.conditions.get(record.condition ?? '');
  const observed = condition ? catalog.behaviour.ofCondition(condition.id) : [];
  const blocks: Block[] = [];
  if (observed.length > 0) {
    const groups = answersLine(context, observed);
    blocks.push({ type: 'text', text: t(record.kind === 'none' ? 'marker.between' : 'marker.others', { groups }) });
  }
  if (record.measured) {
    const { software, version, date: month } = record.measured;
    const name = catalog.behaviour.software.get(software)?.name ?? software;
    blocks.push({ type: 'note', text: t('behaviour.measuredOn', { software: name, version, month }) });
  }
  return blocks;
}

function sources({ catalog }: CardContext, { record, documents }: Marker): { label: string; url: string }[] {
  return record.references.flatMap(({ document: id, section }) => {
    const document = documents.find((one) => one.id === id) ?? catalog.documents.get(id);
    const url = document && documentUrl(document, section);
    // What several people report has no address of its own.
    return document && url ? [{ label: referenceLabel(document, section), url }] : [];
  });
}

function oneActions(context: CardContext, marker: Marker): Action[] {
  const { t, catalog } = context;
  const condition = catalog.behaviour.conditions.get(marker.record.condition ?? '');
  const [first] = sources(context, marker);
  return [
    ...statusActions(context, [marker]),
    ...(condition
      ? [{ type: 'ask', label: conditionTitle(context, condition), ask: askCondition(context, condition) } as const]
      : []),
    ...shareAction(context),
    ...detailAction(context),
    ...languageActions(context),
    ...(first ? [{ type: 'link', label: t('actions.source'), url: first.url } as const] : []),
  ];
}

function statusActions(context: CardContext, markers: readonly Marker[]): Action[] {
  return markerEntries(context.catalog, markers)
    .slice(0, MAX_STATUSES)
    .map((entry) => ({ type: 'ask', label: heading(entry), ask: askEntry(context, entry) }));
}

function areWrittenAlike([first, ...others]: readonly Marker[]): boolean {
  return first?.record.written.some((form) => others.every(({ record }) => record.written.includes(form))) ?? false;
}

/** Written the same by several products, or standing side by side. */
function severalCard(context: CardContext, markers: readonly Marker[]): Card {
  const { t, catalog, locale } = context;
  const vendors = new Set(markers.map(({ vendor }) => vendor.id));
  const titles = new Set(markers.map(markerTitle));
  const title = [...titles].join(t('separator'));
  const items = markers.map((marker) => {
    const codes = marker.record.statuses.join(' / ');
    const { meaning } = catalog.markers.words(marker, locale);
    const name = t('marker.title', {
      written: inlineCode(markerTitle(marker), MAX_TITLE),
      vendor: markerVendorName(context, marker),
    });
    return t(codes ? 'marker.row' : 'marker.rowWithout', { name, meaning, codes });
  });
  const isShared = vendors.size > 1 && areWrittenAlike(markers);
  return {
    tone: toneOf(markers[0]?.record.statuses[0] ?? ''),
    title,
    blocks: [
      { type: 'heading', text: title, subtitle: t(isShared ? 'marker.shared' : 'marker.together') },
      { type: 'list', title: t('marker.meanings'), ordered: false, items },
      {
        type: 'actions',
        items: [
          ...markers.map((marker) => markerAction(context, marker)),
          ...statusActions(context, markers),
          ...shareAction(context),
          ...languageActions(context),
        ],
      },
    ],
  };
}
