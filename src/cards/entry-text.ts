// Short texts about one meaning of a code.

import type { Software } from '../behaviour/behaviour.ts';
import type { Tone } from '../card.ts';
import { type Entry, statusClass, type Vendor } from '../catalog/catalog.ts';
import { referenceLabel } from '../catalog/documents.ts';
import type { CardContext } from './context.ts';

export function toneOf(code: string): Tone {
  return statusClass(code) ?? 'neutral';
}

/** `502 Bad Gateway`, with the vendor where the meaning is not the registered one: `499 Client Closed Request (nginx)`. */
export function entryTitle(context: CardContext, entry: Entry): string {
  return entry.vendor ? `${heading(entry)} (${vendorName(context, entry.vendor)})` : heading(entry);
}

export function heading({ code, status }: Entry): string {
  return `${code} ${status.name}`;
}

/** The name in the card's language, else the official one. */
export function localName(context: CardContext, entry: Entry): string {
  return context.catalog.prose(entry, context.locale).name ?? entry.status.name;
}

export function vendorName({ catalog, locale }: CardContext, vendor: Vendor): string {
  return catalog.vendorName(vendor, locale);
}

/** The name in the card's language of what was measured. */
export function softwareName({ catalog, locale }: CardContext, software: Pick<Software, 'id' | 'name'>): string {
  return catalog.behaviour.softwareName(software, locale);
}

/** The same to stand before its version, without what both have: `Node.js` 20.20.2, not `Node.js 20` 20.20.2. */
export function nameBeforeVersion(context: CardContext, software: Software): string {
  const name = softwareName(context, software);
  const major = ` ${software.version.split('.')[0]}`;
  return name.endsWith(major) ? name.slice(0, -major.length) : name;
}

/** The number, with whose it is where others beside it have the same. */
export function distinctLabel(context: CardContext, entry: Entry, beside: readonly Entry[]): string {
  const { code, vendor } = entry;
  if (beside.every((other) => other === entry || other.code !== code)) return code;
  return vendor ? `${vendorName(context, vendor)} ${code}` : context.t('compare.standard', { code });
}

/** Under the heading: the localized name, whose code it is, and where it is seen; on the full card where it is defined, too. */
export function subtitle(context: CardContext, entry: Entry): string {
  const { catalog, locale, detail } = context;
  const { status, vendor } = entry;
  const [first] = status.references;
  const document = first && entry.documents.get(first.document);
  const parts = [catalog.prose(entry, locale).name, vendor && vendorName(context, vendor)];
  const isFull = detail === 'full';
  if (isFull && first && document && !vendor) parts.push(referenceLabel(document, first.section));
  if (status.state !== 'vendor' && (isFull || status.state !== 'registered')) parts.push(stateText(context, entry));
  const seen = whereSeen(context, entry);
  if (vendor && seen) parts.push(seen);
  return parts.filter(Boolean).join(' · ');
}

export function stateText({ t }: CardContext, { status }: Entry): string {
  return status.state === 'temporary' && status.expires
    ? t('state.temporaryUntil', { date: status.expires })
    : t(`state.${status.state}`);
}

/** Where people meet the number: on the wire, in a log, in a body, or nowhere but in a source file. */
export function whereSeen({ t }: CardContext, { status, parent }: Entry): string {
  // IIS never puts a sub-status on the status line; some it only names in its header file.
  if (parent) return t(status.visibility === 'constant' ? 'seen.constant' : 'seen.subStatus', { code: parent.code });
  const wire = status.wire?.join(' / ');
  if (wire) return t(`seen.${status.visibility}As`, { wire });
  return t(`seen.${status.visibility}`);
}

/** What is to be said of a number that HTTP does not know: where it is seen decides how much that matters. */
export function outsideRange(context: CardContext, { code, vendor, status }: Entry): string[] {
  if (statusClass(code) !== undefined || !vendor) return [];
  return [context.t(`remark.outside.${status.visibility}`, { code, vendor: vendorName(context, vendor) })];
}

/** A row of a list: number, name and whose it is. */
export function entryLine(context: CardContext, entry: Entry): string {
  const line = bareLine(context, entry);
  return entry.vendor ? `${line} · ${vendorName(context, entry.vendor)}` : line;
}

/** Number, official and local name. */
export function bareLine({ catalog, locale }: CardContext, entry: Entry): string {
  const local = catalog.prose(entry, locale).name;
  return `\`${entry.code}\` ${entry.status.name}${local ? ` ${local}` : ''}`;
}
