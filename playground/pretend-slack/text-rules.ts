// How long Slack's texts may be, by the object that holds them.

export type Node = Readonly<Record<string, unknown>>;

/** [field, least, most]; a text object counts by its `text`. */
type Rule = readonly [field: string, least: number, most: number];

const ELEMENT: readonly Rule[] = [
  ['action_id', 1, 255],
  ['placeholder', 1, 150],
];
const BLOCK: readonly Rule[] = [['block_id', 1, 255]];

/** Source: docs.slack.dev/reference/block-kit. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  header: [...BLOCK, ['text', 1, 150]],
  section: [...BLOCK, ['text', 1, 3000], ['fields', 1, 10]],
  context: [...BLOCK, ['elements', 1, 10]],
  actions: [...BLOCK, ['elements', 1, 25]],
  input: [...BLOCK, ['label', 1, 2000], ['hint', 1, 2000]],
  divider: BLOCK,
  markdown: [...BLOCK, ['text', 1, 12_000]],
  table: [...BLOCK, ['rows', 1, 100]],
  data_table: [...BLOCK, ['rows', 1, 101], ['caption', 1, 2000]],
  container: [...BLOCK, ['title', 1, 150], ['subtitle', 1, 150], ['child_blocks', 1, 10]],
  card: [...BLOCK, ['title', 1, 150], ['subtitle', 1, 150], ['body', 1, 200]],
  carousel: [...BLOCK, ['elements', 1, 10]],
  image: [
    ['alt_text', 1, 2000],
    ['image_url', 1, 3000],
    ['title', 1, 2000],
  ],
  button: [
    ['action_id', 1, 255],
    ['text', 1, 75],
    ['value', 1, 2000],
    ['url', 1, 3000],
    ['accessibility_label', 1, 75],
  ],
  static_select: [...ELEMENT, ['options', 1, 100], ['option_groups', 1, 100]],
  external_select: ELEMENT,
  conversations_select: ELEMENT,
  overflow: [...ELEMENT, ['options', 1, 5]],
  mrkdwn: [['text', 1, 3000]],
  plain_text: [['text', 1, 3000]],
};

const OPTION: readonly Rule[] = [
  ['text', 1, 75],
  ['value', 1, 75],
  ['description', 1, 75],
];
const CONFIRM: readonly Rule[] = [
  ['title', 1, 100],
  ['text', 1, 300],
  ['confirm', 1, 30],
  ['deny', 1, 30],
];

/** Faults of one object, not of what it holds. */
export function lengthFaults(node: Node, role: string): string[] {
  const rules =
    role === 'options'
      ? OPTION
      : role === 'confirm'
        ? CONFIRM
        : role === 'fields'
          ? FIELD
          : (RULES[String(node.type)] ?? []);
  return rules.flatMap(([field, least, most]) => {
    const length = lengthOf(node[field]);
    if (length === undefined || (length >= least && length <= most)) return [];
    return [
      `${role === 'options' || role === 'confirm' ? role : String(node.type)}.${field}: ${length} is not within ${least} to ${most}`,
    ];
  });
}

const FIELD: readonly Rule[] = [['text', 1, 2000]];

function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
    return value.text.length;
  return undefined;
}
