// Settings, core, the configured platforms; without any, the playground.
import { existsSync } from 'node:fs';
import { CatalogError, type Core, createCore } from '#core';
import type { Values } from './adapter.ts';
import { rememberAnswers } from './answer-memory.ts';
import { endOnCrash } from './crash.ts';
import { readSettings, type Settings, SettingsError } from './env.ts';
import { adapters } from './index.ts';
import { createLog } from './log.ts';
import { complainTo, createLogOutput, unblocked } from './log-output.ts';
import { type Life, startProcess } from './process.ts';
import type { StopSignal } from './stop-signal.ts';

/** Not part of the production image. */
const PLAYGROUND = new URL('../playground/start.ts', import.meta.url);

/**
 * Bad data and bad settings end the process with all that is wrong, and no stack.
 * @param envError the code with which reading `.env` failed; without the file, ENOENT
 */
export async function start(environment: Values, stop: StopSignal, envError = 'ENOENT'): Promise<void> {
  try {
    const core = createCore();
    const settings = readSettings(environment, adapters, core.locales);
    const isConfigured = settings.platforms.length > 0;
    // Whoever has written one does not want the playground.
    if (!isConfigured && envError !== 'ENOENT') throw new SettingsError([`.env cannot be read (${envError})`]);
    if (!isConfigured) return await startPlayground(core, settings, stop);
    const life = createLife(settings.logLevel, stop);
    endOnCrash(life);
    await startProcess(rememberAnswers(core), settings, life);
  } catch (error) {
    if (!(error instanceof CatalogError || error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** A log that nobody reads, or that cannot be written, stops nothing else. */
function createLife(level: string, stop: StopSignal): Life {
  const { stdout, stderr } = process;
  stderr.on('error', () => undefined);
  const output = createLogOutput(unblocked(stdout.fd), complainTo(unblocked(stderr.fd)));
  return { log: createLog(level, output), stop, end: (code) => void output.written().then(() => process.exit(code)) };
}

async function startPlayground(core: Core, settings: Settings, { asked }: StopSignal): Promise<void> {
  const { defaultLocale, port, logLevel } = settings;
  if (!existsSync(PLAYGROUND)) throw new SettingsError([nothingConfigured()]);
  const { start: open } = (await import(PLAYGROUND.href)) as typeof import('../playground/start.ts');
  const log = createLog(logLevel === 'info' ? 'warn' : logLevel, process.stdout);
  const write = (line: string): void => void process.stdout.write(`${line}\n`);
  await open({ core, log, defaultLocale, port, write, untilStop: asked });
}

function nothingConfigured(): string {
  const sets = adapters.flatMap(({ configurations }) => configurations.map((names) => names.join(' and ')));
  return `no platform is configured; set ${sets.join(', or ')}, in the environment or in .env`;
}
