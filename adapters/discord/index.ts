// Discord, declared: its variables, and how to start it.
import type { Adapter } from '../adapter.ts';

export const discord: Adapter = {
  name: 'discord',
  variables: [
    {
      name: 'DISCORD_TOKEN',
      purpose: 'Discord: the bot token (Developer Portal, Bot)',
      purposeIn: { 'zh-CN': 'Discord：机器人令牌（Developer Portal 的 Bot 页）' },
      example: 'MTIz….GaBcDe.…',
      pattern: /^(?:Bot\s+)?\S{8,}$/i,
    },
    {
      name: 'DISCORD_APPLICATION_ID',
      purpose: 'Discord: the application id (Developer Portal, General Information)',
      purposeIn: { 'zh-CN': 'Discord：应用 ID（Developer Portal 的 General Information 页）' },
      example: '123456789012345678',
      pattern: /^\d{17,20}$/,
    },
    {
      name: 'DISCORD_API_URL',
      purpose: 'another Discord API, for tests and the playground',
      purposeIn: { 'zh-CN': '换一个 Discord API 地址，测试和演示页面用' },
      example: 'http://127.0.0.1:8080/api',
      pattern: /^https?:\/\/\S+[^/\s]$/,
    },
  ],
  configurations: [['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID']],
  start: async (context) => (await import('./listen.ts')).listen(context),
};
