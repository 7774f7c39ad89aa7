// The real Slack adapter, connected to a pretend Slack over either transport.
import { pino } from 'pino';
import type { Core } from '#core';
import { serveHttp } from '../../adapters/http-server.ts';
import { listen } from '../../adapters/slack/listen.ts';
import { TIMING, type Timing } from '../../adapters/slack/timing.ts';
import type { PostedMessage } from '../../playground/pretend-slack/workspace.ts';
import { createPretendSlack, type PretendSlack, type PretendSlackOptions } from '../../playground/pretend-slack.ts';
import { core } from '../core-under-test.ts';

export const TRANSPORTS = ['http', 'socket'] as const;
export const EMMA = 'U0ENGLISH';
export const XIAOMING = 'U0CHINESE';
export const INCIDENT = 'C0INCIDENT';

export interface SlackUnderTest {
  slack: PretendSlack;
  /** Where the app listens; over a socket, nothing for Slack is served there. */
  url: string;
  /** What the adapter goes by; may be changed at any time. */
  timing: Timing;
  /** Log records, parsed. */
  logs: Record<string, unknown>[];
  isReady: () => boolean;
  /** The HTTP server alone, as the process does it: it takes no more, and what it has taken is answered. */
  stopServer: () => Promise<void>;
  /** The adapter alone; Slack and the HTTP server stay. */
  stopAdapter: () => Promise<void>;
  stop: () => Promise<void>;
}

interface Options extends PretendSlackOptions {
  transport?: (typeof TRANSPORTS)[number];
  timing?: Partial<Timing>;
  core?: Core;
}

export async function startSlack({
  transport = 'http',
  timing,
  core: other = core,
  ...pretend
}: Options = {}): Promise<SlackUnderTest> {
  const slack = await createPretendSlack(pretend);
  const logs: Record<string, unknown>[] = [];
  const write = (line: string): void => {
    logs.push(JSON.parse(line) as Record<string, unknown>);
    slack.workspace.changed();
  };
  const log = pino({ level: 'info', base: null }, { write });
  const secret =
    transport === 'http' ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken };
  const env = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl, ...secret };
  const whole = { ...TIMING, ...timing };
  const running = await listen({ core: other, env, defaultLocale: 'en', log }, whole);
  const server = await serveHttp(
    { host: '127.0.0.1', port: 0 },
    () => [{ name: 'slack', path: '/slack/', running }],
    log,
  );
  if (transport === 'http') slack.sendTo(`${server.url}/slack/events`);
  let stopped: Promise<void> | undefined;
  const stopServer = (): Promise<void> => {
    stopped ??= server.stop();
    return stopped;
  };
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await running.stop();
    await slack.close();
    await stopServer();
  };
  return {
    slack,
    url: server.url,
    timing: whole,
    logs,
    isReady: running.isReady,
    stopServer,
    stopAdapter: running.stop,
    stop,
  };
}

/** The newest message that one person alone sees. */
export function privateMessage(slack: PretendSlack, user: string): PostedMessage | undefined {
  return slack.messages().findLast(({ ephemeralTo }) => ephemeralTo === user);
}

/** The newest message that everyone sees. */
export function publicMessage(slack: PretendSlack): PostedMessage | undefined {
  return slack.messages().findLast(({ ephemeralTo }) => ephemeralTo === undefined);
}

export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

/** The text of every block of a kind. */
export function textsOf({ blocks }: Pick<PostedMessage, 'blocks'>, type: string): string[] {
  return blocks.filter((block) => block.type === type).map((block) => JSON.stringify(block));
}

/** Labels of all buttons. */
export function labelsOf({ blocks }: Pick<PostedMessage, 'blocks'>): string[] {
  const elements = blocks.flatMap((block) =>
    block.type === 'actions' ? (block.elements as { text?: { text: string } }[]) : [],
  );
  return elements.flatMap(({ text }) => (text ? [text.text] : []));
}
