import type { Command } from './command.ts';

export const compare = {
  id: 'compare',
  surface: 'slash',
  slash: 'http-compare',
  options: [
    { id: 'first', type: 'text', required: true },
    { id: 'second', type: 'text', required: true },
    { id: 'third', type: 'text', required: false },
    { id: 'language', type: 'language', required: false },
  ],
  question: ({ first, second, third }) => [first, second, third].filter(Boolean).join(' vs '),
} as const satisfies Command;
