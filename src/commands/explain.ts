import type { Command } from './command.ts';

export const explain = { id: 'explain', surface: 'message', options: [] } as const satisfies Command;
