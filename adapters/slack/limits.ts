// What Slack refuses to take, each with its source.

const BLOCKS = 'https://docs.slack.dev/reference/block-kit/blocks';
const ELEMENTS = 'https://docs.slack.dev/reference/block-kit/block-elements';
const OBJECTS = 'https://docs.slack.dev/reference/block-kit/composition-objects';
const VIEWS = 'https://docs.slack.dev/reference/views';

export const LIMITS = {
  messageBlocks: { max: 50, source: BLOCKS },
  viewBlocks: { max: 100, source: VIEWS },
  messageText: { max: 4000, source: 'https://docs.slack.dev/reference/methods/chat.postMessage' },
  /** What a message may hold, and so what is read of one. */
  readText: { max: 40_000, source: 'https://docs.slack.dev/reference/methods/chat.postMessage' },
  header: { max: 150, source: `${BLOCKS}/header-block` },
  sectionText: { max: 3000, source: `${BLOCKS}/section-block` },
  sectionFields: { max: 10, source: `${BLOCKS}/section-block` },
  fieldText: { max: 2000, source: `${BLOCKS}/section-block` },
  contextText: { max: 3000, source: `${OBJECTS}/text-object` },
  actionElements: { max: 25, source: `${BLOCKS}/actions-block` },
  buttonText: { max: 75, source: `${ELEMENTS}/button-element` },
  buttonUrl: { max: 3000, source: `${ELEMENTS}/button-element` },
  actionId: { max: 255, source: `${ELEMENTS}/button-element` },
  optionText: { max: 75, source: `${OBJECTS}/option-object` },
  optionValue: { max: 75, source: `${OBJECTS}/option-object` },
  optionDescription: { max: 75, source: `${OBJECTS}/option-object` },
  selectOptions: { max: 100, source: `${ELEMENTS}/select-menu-element` },
  placeholder: { max: 150, source: `${ELEMENTS}/select-menu-element` },
  viewTitle: { max: 24, source: VIEWS },
  privateMetadata: { max: 3000, source: VIEWS },
} as const satisfies Record<string, { max: number; source: string }>;
