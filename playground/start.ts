// Starts the playground: the page, both pretend platforms, and the real adapters in them.
import { EventEmitter } from 'node:events';
import type { Logger } from 'pino';
import type { Core } from '#core';
import { createView, type Stage } from './api.ts';
import { servePlayground } from './server.ts';

export interface PlaygroundOptions {
  core: Core;
  log: Logger;
  defaultLocale: string;
  host?: '127.0.0.1';
  port?: number;
}

export interface Playground {
  url: string;
  /** Resolves when the platforms answer; the page is there before. */
  ready: Promise<Stage>;
  stop: () => Promise<void>;
}

/** Resolves as soon as the page is there; the platforms start while the reader opens it. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { log, host = '127.0.0.1', port = 3000 } = options;
  const { promise: stage, resolve, reject } = Promise.withResolvers<Stage>();
  const onError = (error: unknown): void => log.warn({ err: error }, 'the page was not answered');
  const server = await servePlayground({ host, port, stage, onError });
  startStage(options).then(resolve, reject);
  return {
    url: server.url,
    ready: stage,
    stop: async () => {
      await server.stop();
      await (await stage).platforms.stop();
    },
  };
}

async function startStage({ core, log, defaultLocale }: PlaygroundOptions): Promise<Stage> {
  // Two chat libraries and React: loading them takes longer than everything else.
  const [{ startPlatforms }, { createSlackSide }, { createDiscordSide }] = await Promise.all([
    import('./platforms.ts'),
    import('./slack-side.ts'),
    import('./discord-side.ts'),
  ]);
  const changes = new EventEmitter();
  const changed = (): void => void changes.emit('change');
  const platforms = await startPlatforms({ core, log, defaultLocale, onChange: changed });
  const sides = { slack: createSlackSide(platforms), discord: createDiscordSide(platforms, changed) };
  return {
    platforms,
    sides,
    view: createView({ platforms, sides }),
    onChange: (listener) => void changes.on('change', listener),
  };
}

export interface StartOptions extends PlaygroundOptions {
  /** Writes a line for the reader. */
  write: (line: string) => void;
  /** Resolves when somebody asks the process to stop. */
  untilStop: Promise<unknown>;
}

/** The process's own start: says where the page is, and stops on Ctrl-C. */
export async function start({ write, untilStop, ...options }: StartOptions): Promise<void> {
  const playground = await startPlayground(options);
  const wanted = options.port ?? 3000;
  const isOther = wanted !== 0 && !playground.url.endsWith(`:${wanted}`);
  write(`Try it in a browser: ${playground.url} (${isOther ? `port ${wanted} is in use; ` : ''}Ctrl-C stops it)`);
  void untilStop.then(playground.stop).then(
    () => process.exit(0),
    () => process.exit(1),
  );
  await playground.ready;
}
