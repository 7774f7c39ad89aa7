// The app as Slack's settings page takes it, made from the commands; there is one file for each transport.
import { type Command, type Core, commands, FALLBACK_LOCALE, type Translate } from '#core';

/** The least that works: no history of any conversation is read. */
export const SCOPES = ['app_mentions:read', 'chat:write', 'commands', 'users:read'];
export const EVENTS = ['app_home_opened', 'app_mention'];

/** Replaced by the address of one's own server. */
const EXAMPLE_URL = 'https://slash-http.example.com/slack/events';

export type Transport = 'socket' | 'http';

/** File names in this folder, with what belongs into them. */
export function manifests(core: Pick<Core, 'translate'>): Record<string, object> {
  return { 'manifest.json': manifest(core, 'socket'), 'manifest.http.json': manifest(core, 'http') };
}

export function manifest(core: Pick<Core, 'translate'>, transport: Transport): object {
  const t = core.translate(FALLBACK_LOCALE);
  const address = transport === 'http' ? { request_url: EXAMPLE_URL } : {};
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'slash-http',
      description: t('slack.manifest.description'),
      long_description: t('slack.manifest.long'),
      background_color: '#1f2937',
    },
    features: {
      // The app writes to people only where no other way to answer them is open.
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'slash-http', always_online: true },
      shortcuts: shortcuts(t),
      slash_commands: slashCommands(t, transport),
    },
    oauth_config: { scopes: { bot: SCOPES } },
    settings: {
      event_subscriptions: { ...address, bot_events: EVENTS },
      interactivity: {
        is_enabled: true,
        ...address,
        ...(transport === 'http' ? { message_menu_options_url: EXAMPLE_URL } : {}),
      },
      org_deploy_enabled: true,
      socket_mode_enabled: transport === 'socket',
      token_rotation_enabled: false,
    },
  };
}

function shortcuts(t: Translate): object[] {
  return commands.flatMap((command) => {
    if (command.surface === 'slash') return [];
    const { id, surface } = command;
    return [
      { name: t(`commands:${id}.name`), type: surface, callback_id: id, description: t(`commands:${id}.description`) },
    ];
  });
}

function slashCommands(t: Translate, transport: Transport): object[] {
  return commands.flatMap((command) => {
    if (command.surface !== 'slash') return [];
    return [
      {
        command: `/${command.slash}`,
        description: t(`commands:${command.id}.description`),
        usage_hint: usageHint(t, command),
        should_escape: false,
        ...(transport === 'http' ? { url: EXAMPLE_URL } : {}),
      },
    ];
  });
}

/** Texts only: flags and languages are words of the question. */
function usageHint(t: Translate, { id, options }: Command): string {
  if (id === 'http') return t('commands:http.hint');
  return (
    options
      .filter(({ type }) => type === 'text')
      .map(({ id: name, required }) => (required ? `[${name}]` : `[${name}?]`))
      .join(' ') || '[zh]'
  );
}
