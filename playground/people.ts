// Who uses the pretend platforms, and where.

export interface Person {
  name: string;
  slackId: string;
  discordId: string;
}

/** As both platforms write them. */
export const LANGUAGES = ['en-US', 'zh-CN', 'zh-TW'] as const;
/** The Slack channel that everything happens in. */
export const SLACK_CHANNEL = 'C0INCIDENT';
