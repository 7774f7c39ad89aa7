// The process: settings, core, the configured platforms, signals, exit.
import { enableCompileCache } from 'node:module';
import { config as loadEnvFile } from 'dotenv';
import { createCore } from '#core';
import { readSettings, type Settings, SettingsError } from './env.ts';
import { adapters } from './index.ts';
import { createLog } from './log.ts';
import { startProcess } from './process.ts';

enableCompileCache();
loadEnvFile({ quiet: true });

const core = createCore();

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env, adapters, core.locales);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const settings = settingsOrExit();
if (settings.platforms.length > 0) {
  await startProcess(core, settings, createLog(settings.logLevel));
} else if (process.stdin.isTTY) {
  await import('./terminal/main.ts');
} else {
  const sets = adapters.flatMap(({ configurations }) => configurations.map((names) => `  ${names.join(' and ')}`));
  process.stderr.write(
    `No platform is configured. Set one of these, in the environment or in .env:\n${sets.join('\n')}\n`,
  );
  process.exitCode = 1;
}
