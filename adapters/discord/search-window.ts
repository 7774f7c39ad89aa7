// The window that the Search button opens. It has no suggestions to choose from; `/http` has.
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { fitUnits, MAX_ASK_LENGTH, type Translate } from '#core';
import { type Button, encodeButton } from '../button-id.ts';
import { LIMITS } from './limits.ts';

const INPUT = 'query';

export function searchWindow(button: Button, t: Translate): APIModalInteractionResponseCallbackData {
  const input = {
    type: ComponentType.TextInput,
    style: TextInputStyle.Short,
    custom_id: INPUT,
    placeholder: fitUnits(t('commands:http.hint'), LIMITS.inputPlaceholder.max),
    max_length: MAX_ASK_LENGTH,
    required: true,
  } as const;
  const label = fitUnits(t('commands:http.options.query'), LIMITS.inputLabel.max);
  return {
    // What was asked before is replaced by what is typed.
    custom_id: encodeButton({ ...button, ask: { ...button.ask, query: '' } }),
    title: fitUnits(t('actions.search'), LIMITS.modalTitle.max),
    components: [{ type: ComponentType.Label, label, component: input }],
  };
}

export function searchedText({ fields }: ModalSubmitInteraction): string {
  return fields.getTextInputValue(INPUT).slice(0, LIMITS.typed.max);
}
