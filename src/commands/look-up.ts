import type { Command } from './command.ts';

export const lookUp = { id: 'lookUp', surface: 'global', options: [] } as const satisfies Command;
