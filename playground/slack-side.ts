// The pretend Slack channel: what a person sees of it, and what they can do in it.
import { type Command, commands, FALLBACK_LOCALE } from '#core';
import { escapeHtml } from './html.ts';
import { messageHtml } from './message-html.ts';
import { type Person, SLACK_CHANNEL } from './people.ts';
import type { Platforms } from './platforms.ts';
import type { Node } from './pretend-slack/text-rules.ts';
import type { PostedMessage } from './pretend-slack/workspace.ts';
import { addMessage } from './pretend-slack/workspace.ts';
import { renderBlocks, renderText, type SlackNames, textOf } from './render-slack.ts';
import { type Action, InputError, MAX_SHOWN, type Side, type Suggestion, withinLimit } from './side.ts';

const BOT = 'slash-http';

export function createSlackSide(platforms: Platforms): Side {
  const render = createRender(platforms);
  return {
    view: (person) => ({
      messages: shownMessages(platforms, person, render),
      window: windowOf(platforms, person, render),
      home: homeOf(platforms, person, render),
    }),
    act: (person, action) => withinLimit(act(platforms, person, action)),
    suggest: async (person, typed, place) => {
      if (place === 'composer') return offeredCommands(platforms, typed);
      const options = await withinLimit(platforms.slack.type(person.slackId, typed));
      return options.map(({ text, value }) => ({ label: textOf(text), value: String(value) }));
    },
  };
}

type Render = (blocks: readonly Node[], text: string) => string;

/** Blocks that are replaced are other blocks, so what was rendered once stays right. */
function createRender({ slack }: Platforms): Render {
  const { people, conversations, botUser } = slack.workspace;
  const names: SlackNames = {
    people: [...[...people.values()].map(({ id, name }) => ({ id, name })), { id: botUser, name: BOT }],
    conversations: [...conversations.values()].filter(({ id }) => id === SLACK_CHANNEL),
  };
  const known = new WeakMap<readonly Node[], string>();
  return (blocks, text) => {
    if (blocks.length === 0) return renderText(text, names);
    const html = known.get(blocks) ?? renderBlocks(blocks, names);
    known.set(blocks, html);
    return html;
  };
}

function shownMessages({ slack, core }: Platforms, { slackId }: Person, render: Render) {
  const explain = core.translate(FALLBACK_LOCALE)('commands:explain.name');
  const visible = slack
    .messages()
    .filter(({ channel, ephemeralTo }) => channel === SLACK_CHANNEL && (ephemeralTo ?? slackId) === slackId);
  const parents = new Set(visible.map(({ ts }) => ts));
  const isReply = ({ threadTs, ts }: PostedMessage): boolean =>
    Boolean(threadTs && threadTs !== ts && parents.has(threadTs));
  const html = (message: PostedMessage): string => {
    const { ts, by, blocks, text, ephemeralTo } = message;
    const replies = isReply(message) ? [] : visible.filter((one) => isReply(one) && one.threadTs === ts);
    return messageHtml({
      id: ts,
      author: slack.workspace.people.get(by)?.name ?? BOT,
      isApp: by === slack.workspace.botUser,
      at: Number(ts.split('.')[0]) * 1000,
      content: render(blocks, text),
      ...(ephemeralTo ? { onlyYou: 'Only visible to you' } : {}),
      ...(replies.length > 0 ? { below: `<div class="thread">${replies.map(html).join('')}</div>` } : {}),
      offers: ephemeralTo
        ? []
        : [
            ['explain', explain],
            ['thread', 'Reply in thread'],
          ],
    });
  };
  const top = visible.filter((message) => !isReply(message));
  return top.slice(-MAX_SHOWN).map((message) => ({ key: message.ts, html: html(message) }));
}

function windowOf({ slack }: Platforms, { slackId }: Person, render: Render) {
  const open = slack.workspace.windows.get(slackId);
  if (!open) return undefined;
  const { title, blocks, submit, close } = open.view;
  const button = submit ? `<button type="submit" class="button primary">${escapeHtml(textOf(submit))}</button>` : '';
  const html = `<h2>${escapeHtml(textOf(title))}</h2><div class="slack">${render((blocks ?? []) as Node[], '')}</div><footer><button type="button" class="button" data-close>${escapeHtml(textOf(close) || 'Close')}</button>${button}</footer>`;
  return { key: open.id, html };
}

function homeOf({ slack }: Platforms, { slackId }: Person, render: Render) {
  const home = slack.workspace.homes.get(slackId);
  return home && { key: 'home', html: render((home.blocks ?? []) as Node[], '') };
}

type Outcome = Promise<{ message?: string }>;
type InWindow = Extract<Action, { do: 'press window' | 'pick' | 'submit' | 'close' }>;

async function act(platforms: Platforms, { slackId: user }: Person, action: Action): Outcome {
  const { slack, exchanges } = platforms;
  const begin = (title: string): void => exchanges.begin('slack', title);
  switch (action.do) {
    case 'say':
      begin(action.text);
      return say(platforms, user, action);
    case 'press':
      begin('a press on a card');
      await slack.press(messageOf(platforms, action.message), action.press, user);
      return {};
    case 'explain':
      begin('“Explain HTTP statuses” on a message');
      return explain(platforms, user, messageOf(platforms, action.message));
    case 'open home':
      begin('the Home tab');
      await slack.event({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home', event_ts: now(platforms) });
      return {};
    case 'search':
      begin('the shortcut “Look up an HTTP status”');
      await slack.globalShortcut('lookUp', user);
      return {};
    case 'press home':
      begin('a press on the Home tab');
      await slack.pressInView(user, action.press, 'home');
      return {};
    default:
      return actInWindow(platforms, user, action);
  }
}

async function actInWindow({ slack, exchanges }: Platforms, user: string, action: InWindow): Outcome {
  const begin = (title: string): void => exchanges.begin('slack', title);
  switch (action.do) {
    case 'press window':
      begin('a press in the window');
      await slack.pressInView(user, action.press);
      return {};
    case 'pick':
      begin(`“${action.label}” in the window`);
      await slack.pick(user, { text: { type: 'plain_text', text: action.label }, value: action.value });
      return {};
    case 'submit':
      begin('“Share” in the window');
      await slack.submit(user, action.value);
      return {};
    case 'close':
      slack.workspace.windows.delete(user);
      slack.workspace.changed();
      return {};
  }
}

async function say(
  { slack }: Platforms,
  user: string,
  { text, thread }: { text: string; thread?: string | undefined },
): Outcome {
  const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  if (command) {
    if (thread) throw new InputError(`Slack does not take ${command} in threads; mention @${BOT} instead`);
    if (!slashCommands().some(({ slash }) => `/${slash}` === command))
      throw new InputError(`${command} is no command of this app; ${BOT} knows /http`);
    await slack.command(command, rest, { user, channel: SLACK_CHANNEL });
    return {};
  }
  const { botUser } = slack.workspace;
  const written = escapeMrkdwn(text).replace(new RegExp(`@${BOT}(?![\\w-])`, 'g'), `<@${botUser}>`);
  const where = thread ? { threadTs: thread } : {};
  const { ts } = addMessage(slack.workspace, { channel: SLACK_CHANNEL, text: written, by: user, ...where });
  if (written.includes(`<@${botUser}>`))
    await slack.event({
      type: 'app_mention',
      user,
      channel: SLACK_CHANNEL,
      ts,
      event_ts: ts,
      text: written,
      ...(thread ? { thread_ts: thread } : {}),
    });
  return { message: ts };
}

async function explain({ slack }: Platforms, user: string, message: PostedMessage): Outcome {
  const { ts, text, blocks, by, threadTs } = message;
  const payload = { type: 'message', user: by, ts, text, blocks, ...(threadTs ? { thread_ts: threadTs } : {}) };
  await slack.messageShortcut('explain', payload, { user, channel: SLACK_CHANNEL });
  return {};
}

function messageOf({ slack }: Platforms, ts: string): PostedMessage {
  const message = slack.messages().find((one) => one.ts === ts);
  if (!message) throw new InputError('this message is no longer there');
  return message;
}

function offeredCommands({ core }: Platforms, typed: string): Suggestion[] {
  if (!typed.startsWith('/') || typed.includes(' ')) return [];
  const t = core.translate(FALLBACK_LOCALE);
  return slashCommands()
    .filter(({ slash }) => `/${slash}`.startsWith(typed))
    .map(({ id, slash }) => ({
      label: `/${slash}`,
      detail: t(`commands:${id}.description` as 'commands:http.description'),
      value: `/${slash} `,
    }));
}

function slashCommands(): Command[] {
  return (commands as readonly Command[]).filter(({ surface }) => surface === 'slash');
}

/** As Slack hands on what people type. */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function now({ slack }: Platforms): string {
  return String(slack.workspace.now() / 1000);
}
