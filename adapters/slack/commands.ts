// Slash commands, answered in the acknowledgement itself: one round trip, and it works where the bot is no member.
import type { App, RespondArguments } from '@slack/bolt';
import { type Command, commands } from '#core';
import { type Asker, frameFor } from './asker.ts';
import { boundedText } from './message-text.ts';
import { answerMessage } from './messages.ts';
import type { Service } from './service.ts';

export function registerCommands(app: App, service: Service): void {
  for (const command of commands) if (command.surface === 'slash') register(app, service, command);
}

function register(app: App, service: Service, command: Command): void {
  app.command(`/${command.slash}`, async ({ command: typed, ack, client, body }) => {
    const acknowledge = once(ack);
    const { user_id: user = '', team_id: team, channel_id: channel = '', response_url: responseUrl = '' } = typed;
    const asker: Asker = { user, team: team || body.enterprise_id || '', client, channel, responseUrl, acknowledge };
    await service.boundary.run(asker, `/${command.slash}`, async () => {
      if (await service.rateLimit.refuses(asker)) return;
      const text = questionText(command, boundedText(typed.text));
      const locale = await service.languages.ofQuestion(text, asker);
      const message = answerMessage(service.core, { text, locale }, frameFor(asker, 'private', service.threads));
      await acknowledge({ response_type: 'ephemeral', ...message }).catch(() =>
        service.reply.privately(asker, message),
      );
    });
  });
}

/** Slack gives one text: it is the first option, and whatever a command without text options is not made of follows it. */
function questionText({ options, question }: Command, typed: string): string {
  const text = options.find(({ type }) => type === 'text');
  if (text) return question?.({ [text.id]: typed }) ?? typed;
  return [question?.({}), typed].filter(Boolean).join(' ');
}

/** False where something had been acknowledged before. */
function once(ack: (payload: RespondArguments) => Promise<void>): (payload: RespondArguments) => Promise<boolean> {
  let done = false;
  return async (payload) => {
    if (done) return false;
    done = true;
    await ack(payload);
    return true;
  };
}
