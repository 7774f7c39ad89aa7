// Starts the configured platforms and stops them in order.
import type { Logger } from 'pino';
import type { Core } from '#core';
import { type Settings, SettingsError } from './env.ts';
import { type HttpServer, type Platform, serveHttp } from './http-server.ts';
import type { StopSignal } from './stop-signal.ts';

/** How long what is in flight may take: requests that still come, then what each platform has left to say. */
const STOP_TIMEOUT_MS = 25_000;

export interface Life {
  log: Logger;
  stop: StopSignal;
  /** Ends the process when the log is written. */
  end: (code: number) => void;
}

/**
 * Resolves when everything runs; from then on a signal ends the process.
 * @throws SettingsError where HTTP cannot be served at the address of the settings
 */
export async function startProcess(core: Core, settings: Settings, life: Life): Promise<void> {
  const { log, stop, end } = life;
  if (stop.isAsked()) return end(0);
  const platforms: Platform[] = [];
  const server = await serveHttp(settings, () => platforms, log).catch((error: NodeJS.ErrnoException) => {
    const { host, port } = settings;
    throw new SettingsError([`HTTP cannot be served at ${host}, port ${port} (${error.code}); set HOST or PORT`]);
  });
  void stop.asked.then((reason) => {
    log.info({ signal: reason }, 'stopping');
    return stopAll(server, platforms, life);
  });
  log.info({ url: server.url }, 'listening');
  // The search index is built at the first words; better now than while somebody waits for an answer.
  setImmediate(() => core.suggest('a', settings.defaultLocale, 1));
  const started = await Promise.all(
    settings.platforms.map((platform) => startPlatform(core, settings, platform, platforms, log)),
  );
  // One platform that fails does not touch the others; without any there is nothing to run for.
  if (!started.includes(true) && !stop.isAsked()) end(1);
}

/** First nothing new is taken and requests in flight end; what they have started, the platforms then finish. */
async function stopAll(server: HttpServer, platforms: Platform[], { log, end }: Life): Promise<void> {
  const late = setTimeout(() => {
    log.error(`not stopped within ${STOP_TIMEOUT_MS / 1000} s`);
    end(1);
  }, STOP_TIMEOUT_MS);
  await server.stop();
  let code = 0;
  // Again for those that have come up in the meantime.
  for (let some = platforms.splice(0); some.length > 0; some = platforms.splice(0)) {
    const ends = await Promise.allSettled(some.map(({ running }) => running.stop()));
    for (const ended of ends) {
      if (ended.status === 'fulfilled') continue;
      log.error({ err: ended.reason }, 'stopped with an error');
      code = 1;
    }
  }
  clearTimeout(late);
  end(code);
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
