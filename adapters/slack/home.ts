// The Home tab: what the app does, things to try, the classes, the guide, the language.
import type { App } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import type { Action, Card, Core } from '#core';
import { type Asker, teamOf } from './asker.ts';
import { LIMITS } from './limits.ts';
import { withinLimit } from './messages.ts';
import { toBlocks } from './render.ts';
import type { Service } from './service.ts';

const EXAMPLES = ['502', 'nginx 499', '502 vs 504'];

export function registerHome(app: App, service: Service): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home' || !service.seen.isNew(`event ${body.event_id}`)) return;
    const asker: Asker = { user: event.user, team: teamOf(body), client };
    await service.boundary.run(asker, 'home', async () => {
      const locale = await service.languages.of(client, asker.team, asker.user);
      const view = homeView(service.core, locale, asker.user);
      await service.delivery.call(() => client.views.publish({ user_id: asker.user, view }));
    });
  });
}

function homeView(core: Core, locale: string, owner: string): HomeView {
  const frame = { surface: 'home', owner, t: core.translate(locale) } as const;
  return { type: 'home', blocks: withinLimit(toBlocks(homeCard(core, locale), frame), LIMITS.viewBlocks.max, frame) };
}

function homeCard(core: Core, locale: string): Card {
  const t = core.translate(locale);
  const ask = (query: string, label = query): Action => ({
    type: 'ask',
    label,
    ask: { query, detail: 'compact', locale },
  });
  const search: Action = {
    type: 'search',
    label: t('actions.search'),
    ask: { query: 'help', detail: 'compact', locale },
  };
  const classes = [1, 2, 3, 4, 5] as const;
  return {
    tone: 'neutral',
    title: t('help.title'),
    blocks: [
      { type: 'heading', text: t('help.title'), subtitle: t('help.privacy') },
      { type: 'text', text: t('slack.home.intro') },
      { type: 'actions', items: [...EXAMPLES.map((query) => ask(query)), search] },
      {
        type: 'list',
        title: t('slack.home.ways'),
        ordered: false,
        items: [t('slack.home.mention'), t('slack.home.message'), t('slack.home.shortcut')],
      },
      {
        type: 'list',
        title: t('classes:concept.classes'),
        ordered: false,
        items: classes.map((digit) => `\`${digit}xx\` ${t(`classes:${digit}.name`)}: ${t(`classes:${digit}.short`)}`),
      },
      {
        type: 'actions',
        items: [
          ...classes.map((digit) => ask(`${digit}xx`)),
          ask('guide', t('actions.guide')),
          ask('help', t('actions.help')),
        ],
      },
      { type: 'note', text: t('slack.home.language', { language: t('language.name') }) },
    ],
  };
}
