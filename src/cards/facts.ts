// What the defining document says: retry, caching, content, method, header fields.

import type { Block } from '../card.ts';
import type { Entry } from '../catalog/catalog.ts';
import { referenceLabel } from '../catalog/documents.ts';
import type { Reference, StandardStatus } from '../catalog/schema.ts';
import type { Fact } from '../query/words.ts';
import type { CardContext } from './context.ts';
import { whereSeen } from './entry-text.ts';
import { retryOf } from './inherited.ts';

/** What was asked for, as text; what is not known of the code is left out. */
export function askedFacts(context: CardContext, entry: Entry): Block[] {
  const { facts } = context;
  const known = definedFacts(context, entry).filter(({ fact }) => facts.includes(fact));
  const headers = facts.includes('headers') ? headersBlock(context, entry) : undefined;
  return [
    ...known.map(({ label, value }): Block => ({ type: 'text', text: context.t('facts.asked', { label, value }) })),
    ...(headers ? [headers] : []),
  ];
}

interface DefinedFact {
  fact: Fact;
  label: string;
  value: string;
}

function definedFacts(context: CardContext, entry: Entry): DefinedFact[] {
  const retry = retryFact(context, entry);
  return [
    ...(retry ? [{ fact: 'retry', label: context.t('facts.retry'), value: retry } as const] : []),
    ...(entry.semantics ? semanticFacts(context, entry, entry.semantics) : []),
  ];
}

export function factsBlock(context: CardContext, entry: Entry): Block | undefined {
  const { t } = context;
  const items = definedFacts(context, entry).map(({ label, value }) => ({ label, value }));
  const { semantics } = entry;
  if (semantics === undefined) items.push({ label: t('facts.seen'), value: whereSeen(context, entry) });
  const formerly = [...new Set((entry.status.former ?? []).flatMap(({ name }) => name ?? []))].join(' / ');
  if (formerly) items.push({ label: t('facts.formerly'), value: formerly });
  items.push(...vendorFacts(context, entry));
  return items.length > 0 ? { type: 'facts', title: t('facts.title'), items } : undefined;
}

/** What a protocol with status names of its own makes of a registered code. */
function vendorFacts({ t, catalog }: CardContext, { code, source }: Entry): { label: string; value: string }[] {
  if (source !== 'standard') return [];
  return [...catalog.vendors.values()].flatMap(({ name, phrases, reads }) => {
    if (Object.keys(reads).length === 0) return [];
    const read = reads[code];
    const sent = phrases[code]?.map((phrase) => `\`${phrase}\``).join(t('separator'));
    if (!read) return sent ? [{ label: name, value: t('facts.sent', { sent }) }] : [];
    const value = sent ? t('facts.sentAndRead', { sent, read }) : t('facts.read', { read });
    return [{ label: name, value }];
  });
}

function retryFact({ t }: CardContext, entry: Entry): string | undefined {
  const value = retryOf(entry);
  if (!value || value === 'unneeded') return undefined;
  const advice = t(`retry.${value}`);
  return entry.semantics?.retry.basis === 'inferred' ? t('retry.inferred', { advice }) : advice;
}

function semanticFacts({ t }: CardContext, entry: Entry, status: StandardStatus): DefinedFact[] {
  const cite = (value: string, source: Reference): string => {
    const document = entry.documents.get(source.document);
    return document ? t('facts.sourced', { value, source: referenceLabel(document, source.section) }) : value;
  };
  const { cacheable, content, method } = status;
  const items: DefinedFact[] = [
    {
      fact: 'cacheable',
      label: t('facts.cacheable'),
      value: cite(t(`cacheable.${cacheable.value}`), cacheable.source),
    },
  ];
  if (content.value !== 'allowed')
    items.push({
      fact: 'content',
      label: t('facts.content'),
      value: cite(t(`content.${content.value}`), content.source),
    });
  if (method)
    items.push({ fact: 'method', label: t('facts.method'), value: cite(t(`method.${method.value}`), method.source) });
  return items;
}

export function headersBlock({ t }: CardContext, { semantics }: Entry): Block | undefined {
  if (!semantics?.headers) return undefined;
  const groups = new Map<string, { fields: string[]; text: string }>();
  for (const { field, level, by, when } of semantics.headers) {
    const rule = t('facts.rule', { level: t(`level.${level}`), by: t(`by.${by}`) });
    const text = when ? t('facts.ruleWhen', { rule, when: t(`when.${when}`) }) : rule;
    const group = groups.get(text) ?? { fields: [], text };
    group.fields.push(`\`${field}\``);
    groups.set(text, group);
  }
  const items = [...groups.values()].map(({ fields, text }) =>
    t('facts.header', { fields: fields.join(t('separator')), text }),
  );
  return { type: 'list', title: t('facts.headers'), ordered: false, items };
}
