// What Slack refuses in blocks and views: shapes, lengths, counts, and what may stand where.
import type { ShapeCheck } from './block-kit-schema.ts';
import { lengthFaults, type Node } from './text-rules.ts';

export type Place = 'message' | 'modal' | 'home';

const MAX_BLOCKS: Record<Place, number> = { message: 50, modal: 100, home: 100 };
const ONLY_IN: Readonly<Record<string, readonly Place[]>> = {
  alert: ['modal'],
  input: ['modal', 'home'],
  container: ['message'],
  carousel: ['message', 'home'],
  card: ['message', 'home'],
  table: ['message'],
  data_table: ['message'],
  markdown: ['message'],
};

/** One sentence for each fault; none where Slack would take the blocks. */
export function blockFaults(blocks: unknown, place: Place, check: ShapeCheck): string[] {
  if (!Array.isArray(blocks)) return ['blocks: is no list'];
  const faults =
    blocks.length > MAX_BLOCKS[place] ? [`blocks: ${blocks.length} is more than ${MAX_BLOCKS[place]}`] : [];
  const nodes = blocks as Node[];
  return [
    ...faults,
    ...nodes.flatMap((block) => shapeFaults(block, check)),
    ...nodes.flatMap((block) => nestedFaults(block, 'blocks')),
    ...nodes.flatMap((block) => placeFaults(block, place)),
    ...duplicates(
      nodes.map(({ block_id }) => block_id),
      'block_id',
    ),
    ...totalFaults(nodes),
  ];
}

export function viewFaults(view: unknown, check: ShapeCheck): string[] {
  if (typeof view !== 'object' || view === null) return ['view: is no object'];
  const { blocks, ...rest } = view as Node;
  const place = rest.type === 'home' ? 'home' : 'modal';
  const faults = check(place === 'home' ? 'HomeView' : 'ModalView', { ...rest, blocks: [] });
  for (const [field, most] of [
    ['title', 24],
    ['submit', 24],
    ['close', 24],
    ['private_metadata', 3000],
    ['callback_id', 255],
  ] as const) {
    const value = rest[field];
    const text = typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : value;
    if (typeof text === 'string' && (text.length > most || text.length === 0))
      faults.push(`view.${field}: ${text.length} is not within 1 to ${most}`);
  }
  const hasInput = Array.isArray(blocks) && (blocks as Node[]).some(({ type }) => type === 'input');
  if (place === 'modal' && hasInput && !rest.submit) faults.push('view: an input block needs submit');
  return [...faults, ...blockFaults(blocks, place, check)];
}

function shapeFaults(block: Node, check: ShapeCheck): string[] {
  const type = String(block.type);
  const name = type.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return check(`${name}Block`, block);
}

function nestedFaults(node: Node, role: string): string[] {
  const own = [...lengthFaults(node, role), ...ownFaults(node)];
  const nested = Object.entries(node).flatMap(([key, value]) => {
    const values: unknown[] = Array.isArray(value) ? value.flat() : [value];
    return values.flatMap((one) => (typeof one === 'object' && one !== null ? nestedFaults(one as Node, key) : []));
  });
  return [...own, ...nested];
}

function ownFaults(node: Node): string[] {
  switch (node.type) {
    case 'section':
      return node.text || node.fields ? [] : ['section: needs text or fields'];
    case 'header':
      return (node.text as Node | undefined)?.type === 'plain_text' ? [] : ['header: text is plain_text only'];
    case 'actions':
      return duplicates(
        (node.elements as Node[]).map(({ action_id }) => action_id),
        'action_id',
      );
    case 'static_select':
      return duplicates(
        ((node.options ?? []) as Node[]).map(({ value }) => value),
        'option value',
      );
    case 'button':
      return node.url && !/^https?:\/\//.test(String(node.url)) ? ['button.url: is no web address'] : [];
    case 'table':
      return (node.rows as unknown[][]).some((row) => row.length > 20) ? ['table: more than 20 cells in a row'] : [];
    default:
      return [];
  }
}

function placeFaults({ type }: Node, place: Place): string[] {
  const places = ONLY_IN[String(type)];
  return places && !places.includes(place) ? [`${String(type)}: not in a ${place}`] : [];
}

function totalFaults(blocks: readonly Node[]): string[] {
  const tables = blocks.filter(({ type }) => type === 'table');
  const markdown = blocks
    .filter(({ type }) => type === 'markdown')
    .reduce((sum, { text }) => sum + String(text).length, 0);
  const faults = tables.length > 1 ? ['table: only one in a message'] : [];
  if (JSON.stringify(tables).length > 10_000) faults.push('table: more than 10000 characters');
  if (markdown > 12_000) faults.push('markdown: more than 12000 characters in a message');
  return faults;
}

function duplicates(ids: readonly unknown[], what: string): string[] {
  const given = ids.filter((id) => id !== undefined);
  return given.filter((id, index) => given.indexOf(id) !== index).map((id) => `${what}: ${String(id)} is there twice`);
}
