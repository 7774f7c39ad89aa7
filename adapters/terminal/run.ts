// Reads questions and writes answers, however they come in.
import { createInterface } from 'node:readline';
import { type Answer, type Core, languageOf, type Question } from '#core';
import { printableJson } from '../printable-json.ts';
import { type TerminalArguments, UsageError } from './arguments.ts';
import { wrap } from './layout.ts';
import { type Screen, toText } from './render.ts';

export interface Terminal {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  locale: string;
  color: boolean;
}

const PIPE_WIDTH = 100;
const MAX_WIDTH = 110;
/** Explained within seconds. */
const MAX_MESSAGE_BYTES = 5_000_000;

/** Resolves to whether everything was found. */
export async function runTerminal(core: Core, options: TerminalArguments, terminal: Terminal): Promise<boolean> {
  let isAllFound = true;
  const write = (text: string): void => {
    terminal.output.write(`${text}\n`);
  };
  const reply = (text: string): void => {
    const answer = core.answer(questionOf(text, options, localeFor(text, core, options, terminal)));
    // A message without a code is explained, too.
    isAllFound &&= answer.kind !== 'none' && (answer.kind !== 'explain' || answer.ids.length > 0);
    write(options.json ? toJson(text, answer) : toText(answer.card, screenOf(terminal, answer)));
  };
  if (options.query !== undefined) reply(options.query);
  else if (terminal.input.isTTY) await prompt(core, options, terminal);
  else if (options.explain && !options.json) reply(await wholeOf(terminal.input));
  else
    for await (const line of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY }))
      reply(line);
  return isAllFound;
}

/**
 * A stack trace or a log is one message, in which the lines explain each other.
 * @throws UsageError where it is longer than anybody would wait for
 */
async function wholeOf(input: NodeJS.ReadStream): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of input) {
    parts.push(Buffer.from(part));
    size += part.length;
    if (size > MAX_MESSAGE_BYTES)
      throw new UsageError(`More than ${MAX_MESSAGE_BYTES / 1e6} MB are no message; --json explains line by line.`);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** `502 +` asks for everything, as the cards say; in a message to explain it is a part of the message. */
function questionOf(text: string, { explain, full }: TerminalArguments, locale: string): Question {
  const isMore = !explain && text.endsWith(' +');
  return {
    text: isMore ? text.slice(0, -2) : text,
    locale,
    detail: isMore || full ? 'full' : 'compact',
    as: explain ? 'message' : 'question',
  };
}

/** As chosen, else the question's own language; a message is hardly the asker's. */
function localeFor(text: string, core: Core, { locale, explain }: TerminalArguments, terminal: Terminal): string {
  return locale ?? core.negotiate([explain ? undefined : languageOf(text)]) ?? terminal.locale;
}

/** The stable form that scripts rely on: one object, one line. The query is as it was typed. */
export function toJson(query: string, { kind, ids, locale, card }: Answer): string {
  return printableJson(JSON.stringify({ query, kind, ids, locale, card }));
}

function screenOf({ output, color }: Terminal, { locale }: Answer): Screen {
  return { width: Math.min(columnsOf(output), MAX_WIDTH), color, locale };
}

/** Some terminals report no width. */
function columnsOf({ isTTY, columns }: NodeJS.WriteStream): number {
  return (isTTY && columns) || PIPE_WIDTH;
}

/** Ctrl-D or `exit` leaves. Up and down walk the history, Tab completes. */
async function prompt(core: Core, options: TerminalArguments, terminal: Terminal): Promise<void> {
  const t = core.translate(terminal.locale);
  const completer = (line: string): [string[], string] => [completions(core, line, terminal.locale), line];
  const lines = createInterface({
    input: terminal.input,
    output: terminal.output,
    prompt: '/http ',
    completer,
    historySize: 200,
  });
  terminal.output.write(`${wrap(t('terminal.welcome'), columnsOf(terminal.output)).join('\n')}\n\n`);
  lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (/^(?:exit|quit|:q)$/i.test(text)) break;
    const answer = core.answer(questionOf(text, options, localeFor(text, core, options, terminal)));
    terminal.output.write(`\n${toText(answer.card, screenOf(terminal, answer))}\n\n`);
    lines.prompt();
  }
  lines.close();
}

function completions(core: Core, line: string, locale: string): string[] {
  return core
    .suggest(line, locale, 20)
    .map(({ query }) => query)
    .filter((query) => query.startsWith(line));
}
