// Shortcuts: explain a message, or open the search window from anywhere.
import type { App } from '@slack/bolt';
import { type Command, commands } from '#core';
import { askerOf, frameFor } from './asker.ts';
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
      const asked = await service.languages.of(client, asker.team, asker.user);
      const { card, locale } = service.core.answer({
        text: messageText(shortcut.message),
        locale: asked,
        as: 'message',
      });
      const frame = { ...frameFor(asker, 'private'), t: service.core.translate(locale) };
      await service.reply.privately(asker, cardMessage(card, frame));
    });
  });
}

function registerGlobalShortcut(app: App, service: Service, id: string): void {
  app.shortcut({ callback_id: id, type: 'shortcut' }, async ({ ack, shortcut, client }) => {
    const asker = askerOf(shortcut, client);
    await service.boundary.run(asker, id, async () => {
      await service.acknowledge(ack);
      await openWindow(service, asker, shortcut.trigger_id);
    });
  });
}
