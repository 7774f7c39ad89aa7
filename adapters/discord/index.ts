// Discord, declared: its variables, and how to start it.
import type { Adapter } from '../adapter.ts';

export const discord: Adapter = {
  name: 'discord',
  variables: [
    {
      name: 'DISCORD_TOKEN',
      purpose: 'Discord: the bot token (Developer Portal, Bot)',
      example: 'MTIz….GaBcDe.…',
      pattern: /^(?:Bot\s+)?\S{8,}$/i,
    },
    {
      name: 'DISCORD_APPLICATION_ID',
      purpose: 'Discord: the application id (Developer Portal, General Information)',
      example: '123456789012345678',
      pattern: /^\d{17,20}$/,
    },
    {
      name: 'DISCORD_API_URL',
      purpose: 'another Discord API, for tests and the playground',
      example: 'http://127.0.0.1:8080/api',
      pattern: /^https?:\/\/\S+[^/\s]$/,
    },
  ],
  configurations: [['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID']],
  start: async (context) => (await import('./listen.ts')).listen(context),
};
