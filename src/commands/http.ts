import type { Command } from './command.ts';

export const http = {
  id: 'http',
  surface: 'slash',
  slash: 'http',
  options: [
    { id: 'query', type: 'text', required: false },
    { id: 'share', type: 'flag', required: false },
    { id: 'language', type: 'language', required: false },
  ],
  question: ({ query = '' }) => query,
} as const satisfies Command;
