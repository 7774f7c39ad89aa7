// Slack, declared: its variables, and how to start it.
import type { Adapter } from '../adapter.ts';

export const slack: Adapter = {
  name: 'slack',
  variables: [
    {
      name: 'SLACK_BOT_TOKEN',
      purpose: 'Slack: the bot token (OAuth & Permissions)',
      purposeIn: { 'zh-CN': 'Slack：机器人令牌（OAuth & Permissions）' },
      example: 'xoxb-…',
      pattern: /^xoxb-\S+$/,
    },
    {
      name: 'SLACK_APP_TOKEN',
      purpose: 'Slack over Socket Mode: the app-level token with connections:write',
      purposeIn: { 'zh-CN': 'Slack 走 Socket Mode：带 connections:write 的应用级令牌' },
      example: 'xapp-…',
      pattern: /^xapp-\S+$/,
    },
    {
      name: 'SLACK_SIGNING_SECRET',
      purpose: 'Slack over HTTP, at /slack/events: the signing secret (Basic Information)',
      purposeIn: { 'zh-CN': 'Slack 走 HTTP（/slack/events）：签名密钥（Basic Information）' },
      example: '0123456789abcdef0123456789abcdef',
      pattern: /^\S{8,}$/,
    },
    {
      name: 'SLACK_API_URL',
      purpose: 'another Slack API, for tests and the playground',
      purposeIn: { 'zh-CN': '换一个 Slack API 地址，测试和演示页面用' },
      example: 'http://127.0.0.1:8080/api/',
      pattern: /^https?:\/\/\S+\/$/,
    },
  ],
  configurations: [
    ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
    ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
  ],
  path: '/slack/',
  start: async (context) => (await import('./listen.ts')).listen(context),
};
