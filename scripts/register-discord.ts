// `npm run register:discord`: tells Discord which commands there are, everywhere or in one server.
import { parseArgs } from 'node:util';
import { type REST, Routes } from 'discord.js';
import { config as loadEnvFile } from 'dotenv';
import { createCore } from '#core';
import type { Values } from '../adapters/adapter.ts';
import { createRest } from '../adapters/discord/client.ts';
import { commandChanges, toCommands } from '../adapters/discord/registration.ts';

const USAGE = `npm run register:discord -- [--guild <id>] [--dry-run]
  --guild    for this server only, at once; without it everywhere
  --dry-run  show what would change, and change nothing`;

/** Resolves to the exit code: 0 done, 1 refused by Discord, 2 called wrongly. */
export async function registerDiscord(
  args: readonly string[],
  env: Values,
  write: (line: string) => void,
): Promise<number> {
  const options = optionsOf(args);
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: application, DISCORD_API_URL: api } = env;
  if (!options || !token || !application) {
    write(options ? 'Set DISCORD_TOKEN and DISCORD_APPLICATION_ID, in the environment or in .env.' : USAGE);
    return 2;
  }
  const rest = createRest({ token, apiUrl: api });
  const route = options.guild
    ? Routes.applicationGuildCommands(application, options.guild)
    : Routes.applicationCommands(application);
  try {
    await register(rest, route, { write, isDry: options['dry-run'] ?? false });
    return 0;
  } catch (error) {
    const happened = error instanceof Error && 'status' in error ? 'refused' : 'cannot be reached';
    write(`Discord ${happened}: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}

/** Registering replaces the whole set, so what is no longer listed goes. */
async function register(
  rest: REST,
  route: `/${string}`,
  { write, isDry }: { write: (line: string) => void; isDry: boolean },
): Promise<void> {
  const wanted = toCommands(createCore());
  const query = new URLSearchParams({ with_localizations: 'true' });
  const changes = commandChanges((await rest.get(route, { query })) as object[], wanted);
  for (const change of changes) write(change);
  if (changes.length === 0) return write(`${wanted.length} commands are registered; nothing to change.`);
  if (isDry) return write('Nothing was changed.');
  await rest.put(route, { body: wanted });
  write(`${wanted.length} commands are registered now.`);
}

function optionsOf(args: readonly string[]): { guild?: string; 'dry-run'?: boolean } | undefined {
  try {
    return parseArgs({ args: [...args], options: { guild: { type: 'string' }, 'dry-run': { type: 'boolean' } } })
      .values;
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  loadEnvFile({ quiet: true });
  process.exitCode = await registerDiscord(
    process.argv.slice(2),
    process.env,
    (line) => void process.stdout.write(`${line}\n`),
  );
}
