// The Home tab: what the app does, things to try, the classes, the guide, the language.
import type { App } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import { type Action, type Card, type Core, FALLBACK_LOCALE, type Translate } from '#core';
import { type Asker, teamOf } from './asker.ts';
import { LIMITS } from './limits.ts';
import { withinLimit } from './messages.ts';
import { toBlocks } from './render.ts';
import type { Service } from './service.ts';

const CLASSES = [1, 2, 3, 4, 5] as const;
const EXAMPLES = ['502', 'nginx 499', '502 vs 504'];

export function registerHome(app: App, service: Service): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home' || !event.user) return;
    const asker: Asker = { user: event.user, team: teamOf(body), client };
    await service.boundary.run(asker, 'home', async () => {
      if (!service.seen.isNew(`event ${body.event_id}`) || !service.rateLimit.allows(asker, 'home')) return;
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
  const title = t('help.title');
  const ways = waysToAsk(core, t);
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
  const lists = [
    ...CLASSES.map((digit) => ask(`${digit}xx`)),
    ask('guide', t('actions.guide')),
    ask('help', t('actions.help')),
  ];
  return {
    tone: 'neutral',
    title,
    blocks: [
      { type: 'heading', text: title, subtitle: t('help.privacy') },
      { type: 'text', text: t('slack.home.intro') },
      { type: 'actions', items: [...EXAMPLES.map((query) => ask(query)), search] },
      { type: 'list', title: t('slack.home.ways'), ordered: false, items: ways },
      {
        type: 'list',
        title: t('classes:concept.classes'),
        ordered: false,
        items: CLASSES.map((digit) => classLine(t, digit)),
      },
      { type: 'actions', items: lists },
      { type: 'note', text: t('slack.home.language', { language: t('language.name') }) },
    ],
  };
}

/** Slack shows a shortcut under the one name that the manifest gives it, whatever the person's language. */
function waysToAsk(core: Core, t: Translate): string[] {
  const named = core.translate(FALLBACK_LOCALE);
  return [
    t('slack.home.mention'),
    t('slack.home.message', { name: named('commands:explain.name') }),
    t('slack.home.shortcut', { name: named('commands:lookUp.name') }),
  ];
}

function classLine(t: Translate, digit: (typeof CLASSES)[number]): string {
  const [name, short] = [t(`classes:${digit}.name`), t(`classes:${digit}.short`)];
  return t('slack.home.class', { mask: `${digit}xx`, name, short });
}
