// What a command is: a way to ask, wherever the platform offers it.

/** `text` may be completed from `suggest`; `language` is one of the core's locales. */
export interface CommandOption {
  id: string;
  type: 'text' | 'flag' | 'language';
  required: boolean;
}

export interface Command {
  /** Key of its name and descriptions in `locales/<tag>/commands.json`. */
  id: string;
  /** Typed with a slash, chosen on a message, or chosen from anywhere. */
  surface: 'slash' | 'message' | 'global';
  /** The typed name, which is the same in every language; slash commands only. */
  slash?: string;
  options: readonly CommandOption[];
  /** The question that the given texts make; slash commands only. */
  question?: (texts: Readonly<Record<string, string | undefined>>) => string;
}
