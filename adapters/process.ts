// Starts the configured platforms and stops them in order.
import type { Logger } from 'pino';
import type { Core } from '#core';
import { type Settings, SettingsError } from './env.ts';
import { type Platform, serveHttp } from './http-server.ts';

/** How long what is in flight may take after a first signal. */
const STOP_TIMEOUT_MS = 10_000;

/**
 * Resolves when everything runs; from then on signals end the process.
 * @throws SettingsError where HTTP cannot be served at the address of the settings
 */
export async function startProcess(core: Core, settings: Settings, log: Logger): Promise<void> {
  const platforms: Platform[] = [];
  const server = await serveHttp(settings, () => platforms, log).catch((error: NodeJS.ErrnoException) => {
    const { host, port } = settings;
    throw new SettingsError([`HTTP cannot be served at ${host}, port ${port} (${error.code}); set HOST or PORT`]);
  });
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    const all = Promise.all([server.stop(), ...platforms.map(({ running }) => running.stop())]);
    void all.then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopped with an error');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  log.info({ url: server.url }, 'listening');
  // The search index is built at the first words; better now than while somebody waits for an answer.
  setImmediate(() => core.suggest('a', settings.defaultLocale, 1));
  const started = await Promise.all(
    settings.platforms.map((platform) => startPlatform(core, settings, platform, platforms, log)),
  );
  // One platform that fails does not touch the others; without any there is nothing to run for.
  if (!started.includes(true)) process.exit(1);
}

async function startPlatform(
  core: Core,
  { defaultLocale }: Settings,
  { adapter, env }: Settings['platforms'][number],
  platforms: Platform[],
  log: Logger,
): Promise<boolean> {
  const own = log.child({ platform: adapter.name });
  try {
    const running = await adapter.start({ core, env, defaultLocale, log: own });
    platforms.push({ name: adapter.name, path: adapter.path, running });
    own.info('started');
    return true;
  } catch (error) {
    own.fatal({ err: error }, 'could not start');
    return false;
  }
}
