// The core's public surface, imported as #core.
export type { Action, Ask, Block, Card, Detail, MenuOption, Prose, Tone } from './card.ts';
export { MAX_ASK_LENGTH } from './card.ts';
export { CatalogError } from './catalog/faults.ts';
export type { Command, CommandOption } from './commands/command.ts';
export { commands } from './commands/index.ts';
export { type Answer, type Core, type CoreOptions, createCore, type Question } from './core.ts';
export type { Translate } from './i18n.ts';
export { FALLBACK_LOCALE, languageOf } from './locale.ts';
export type { Suggestion } from './query/suggest.ts';
export { fitUnits, inlineCode, legible, shorten } from './text.ts';
