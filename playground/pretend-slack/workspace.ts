// What a pretend workspace holds: people, conversations, messages, windows, and what has been refused.
import type { Node } from './text-rules.ts';

interface Person {
  id: string;
  name: string;
  /** As Slack writes it: `zh-CN`, `en-US`. */
  locale: string;
}

interface Conversation {
  id: string;
  name: string;
  /** Whether the bot is in it. */
  hasBot: boolean;
  /** Whether an app may post here at all. */
  isOpen: boolean;
}

export interface PostedMessage {
  ts: string;
  channel: string;
  text: string;
  blocks: Node[];
  threadTs?: string;
  /** Only this person sees it. */
  ephemeralTo?: string;
  /** A person's id, or the bot's. */
  by: string;
  isDeleted: boolean;
  /** How often its content has been replaced. */
  edits: number;
}

export interface OpenView {
  id: string;
  user: string;
  view: Node;
}

export interface Workspace {
  team: string;
  botUser: string;
  botId: string;
  people: Map<string, Person>;
  conversations: Map<string, Conversation>;
  messages: PostedMessage[];
  /** The window that each person has open. */
  windows: Map<string, OpenView>;
  homes: Map<string, Node>;
  /** Everything that was refused, in a sentence each. */
  refusals: string[];
  /** Web API calls and response_url posts, in order. */
  calls: { method: string; args: Node }[];
  now: () => number;
  /** Tells those who wait that something happened. */
  changed: () => void;
  nextId: (prefix: string) => string;
}

export function createWorkspace(now: () => number, changed: () => void): Workspace {
  let count = 0;
  const nextId = (prefix: string): string => `${prefix}${String(++count).padStart(8, '0')}`;
  const people: Person[] = [
    { id: 'U0ENGLISH', name: 'emma', locale: 'en-US' },
    { id: 'U0CHINESE', name: 'xiaoming', locale: 'zh-CN' },
  ];
  const conversations: Conversation[] = [
    { id: 'C0INCIDENT', name: 'incident', hasBot: true, isOpen: true },
    { id: 'C0PRIVATE', name: 'without-the-bot', hasBot: false, isOpen: true },
    { id: 'C0CLOSED', name: 'announcements', hasBot: true, isOpen: false },
  ];
  return {
    team: 'T0PRETEND',
    botUser: 'U0BOT',
    botId: 'B0BOT',
    people: new Map(people.map((person) => [person.id, person])),
    conversations: new Map(conversations.map((conversation) => [conversation.id, conversation])),
    messages: [],
    windows: new Map(),
    homes: new Map(),
    refusals: [],
    calls: [],
    now,
    changed,
    nextId,
  };
}

export type NewMessage = Pick<PostedMessage, 'channel' | 'text' | 'by'> &
  Partial<Pick<PostedMessage, 'blocks' | 'threadTs' | 'ephemeralTo'>>;

export function addMessage(workspace: Workspace, message: NewMessage): PostedMessage {
  const seconds = Math.floor(workspace.now() / 1000);
  const ts = `${seconds}.${workspace.nextId('').slice(-6)}`;
  const posted: PostedMessage = { blocks: [], ...message, ts, isDeleted: false, edits: 0 };
  workspace.messages.push(posted);
  workspace.changed();
  return posted;
}
