// `npm run http`: one answer, a line each, or a prompt.
import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

enableCompileCache();
const [{ createCore, legible }, { parseTerminalArguments, USAGE, UsageError }, { runTerminal }] = await Promise.all([
  import('#core'),
  import('./arguments.ts'),
  import('./run.ts'),
]);
const core = createCore();
const { LC_ALL, LC_MESSAGES, LANG, NO_COLOR } = process.env;
// A reader that has seen enough, such as `head`, closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  const options = parseTerminalArguments(process.argv.slice(2), core);
  if (options === 'help') process.stdout.write(USAGE);
  else if (options === 'version') process.stdout.write(`${version()}\n`);
  else {
    const isAllFound = await runTerminal(core, options, {
      input: process.stdin,
      output: process.stdout,
      locale: options.locale ?? core.negotiate([LC_ALL || LC_MESSAGES || LANG]) ?? 'en',
      color: process.stdout.isTTY === true && !NO_COLOR,
    });
    if (options.strict && !isAllFound) process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${legible(error.message)}\n\n${USAGE}`);
  process.exitCode = 2;
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
