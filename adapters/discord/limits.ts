// What Discord refuses to take, each with its source.

const COMPONENTS = 'https://docs.discord.com/developers/components/reference';
const COMMANDS = 'https://docs.discord.com/developers/interactions/application-commands';

export const LIMITS = {
  /** Nested ones counted. */
  components: { max: 40, source: COMPONENTS },
  /** Over all text displays of a message. */
  text: { max: 4000, source: `${COMPONENTS}#text-display` },
  /** Of what people write; half of it without Nitro. */
  content: { max: 4000, source: 'https://docs.discord.com/developers/resources/message#create-message' },
  /** Of what people type into an option of a command. */
  typed: { max: 6000, source: `${COMMANDS}#application-command-object` },
  rowButtons: { max: 5, source: `${COMPONENTS}#action-row` },
  /** 80 are taken, but longer ones are cut off on a phone. */
  shownLabel: { max: 38, source: `${COMPONENTS}#button-design-guidelines` },
  buttonUrl: { max: 512, source: `${COMPONENTS}#button` },
  selectOptions: { max: 25, source: `${COMPONENTS}#string-select` },
  optionText: { max: 100, source: `${COMPONENTS}#string-select` },
  placeholder: { max: 150, source: `${COMPONENTS}#string-select` },
  modalTitle: { max: 45, source: 'https://docs.discord.com/developers/interactions/receiving-and-responding' },
  inputLabel: { max: 45, source: `${COMPONENTS}#label` },
  inputPlaceholder: { max: 100, source: `${COMPONENTS}#text-input` },
  choices: { max: 25, source: `${COMMANDS}#autocomplete` },
  choiceText: { max: 100, source: `${COMMANDS}#application-command-object` },
  commandText: { max: 100, source: `${COMMANDS}#application-command-object` },
} as const satisfies Record<string, { max: number; source: string }>;
