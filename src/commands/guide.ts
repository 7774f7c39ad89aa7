import type { Command } from './command.ts';

export const guide = {
  id: 'guide',
  surface: 'slash',
  slash: 'http-guide',
  options: [{ id: 'language', type: 'language', required: false }],
  question: () => 'guide',
} as const satisfies Command;
