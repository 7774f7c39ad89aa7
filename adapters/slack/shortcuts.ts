// Shortcuts: explain a message, or open the search window from anywhere.
import type { App } from '@slack/bolt';
import { type Card, type Command, commands, type Translate } from '#core';
import { askerOf, frameFor } from './asker.ts';
import { LIMITS } from './limits.ts';
import { messageText } from './message-text.ts';
import { cardMessage } from './messages.ts';
import { openWindow } from './search-window.ts';
import type { Service } from './service.ts';

export function registerShortcuts(app: App, service: Service): void {
  for (const command of commands as readonly Command[]) {
    if (command.surface === 'message') registerMessageShortcut(app, service, command.id);
    if (command.surface === 'global') registerGlobalShortcut(app, service, command.id);
  }
}

function registerMessageShortcut(app: App, service: Service, id: string): void {
  app.shortcut({ callback_id: id, type: 'message_action' }, async ({ ack, shortcut, client }) => {
    const asker = askerOf(shortcut, client);
    await service.boundary.run(asker, id, async () => {
      await service.acknowledge(ack);
      if (await service.rateLimit.refuses(asker)) return;
      const asked = await service.languages.of(client, asker.team, asker.user);
      const { text, isWhole } = messageText(shortcut.message);
      const { card, locale } = service.core.answer({ text, locale: asked, as: 'message' });
      const frame = { ...frameFor(asker, 'private', service.threads), t: service.core.translate(locale) };
      await service.reply.privately(asker, cardMessage(isWhole ? card : withCutNote(card, frame.t), frame));
    });
  });
}

function registerGlobalShortcut(app: App, service: Service, id: string): void {
  app.shortcut({ callback_id: id, type: 'shortcut' }, async ({ ack, shortcut, client }) => {
    const asker = askerOf(shortcut, client);
    await service.boundary.run(asker, id, async () => {
      await service.acknowledge(ack);
      if (await service.rateLimit.refuses(asker)) return;
      await openWindow(service, asker, shortcut.trigger_id);
    });
  });
}

/** What was left out is said, above the buttons. */
function withCutNote(card: Card, t: Translate): Card {
  const note = { type: 'note', text: t('slack.messageCut', { count: LIMITS.readText.max }) } as const;
  const buttons = card.blocks.findIndex(({ type }) => type === 'actions');
  return { ...card, blocks: card.blocks.toSpliced(buttons === -1 ? card.blocks.length : buttons, 0, note) };
}
