// What nobody caught, and a log that nobody takes.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPretendSlack, type PretendSlack } from '../playground/pretend-slack.ts';
import { endAll, slackSettings, startProcess } from './started-process.ts';

let slack: PretendSlack;
beforeEach(async () => {
  slack = await createPretendSlack();
});
afterEach(async () => {
  endAll();
  await slack.close();
});

/** What happens inside when it is told to. */
function onSignal(code: string): string {
  return `process.on('SIGUSR2', () => { ${code} });`;
}

describe('what nobody caught', () => {
  it.each([
    ['a rejection', 'Promise.reject(new Error("boom"))', 'unhandled rejection', { message: 'boom' }],
    ['a rejection without a reason', 'Promise.reject(undefined)', 'unhandled rejection', undefined],
    ['a rejection with null', 'Promise.reject(null)', 'unhandled rejection', null],
    ['a rejection with a text', 'Promise.reject("boom")', 'unhandled rejection', 'boom'],
    ['a rejection with a bigint', 'Promise.reject({ size: 1n })', 'unhandled rejection', { size: '1n' }],
    [
      'a rejection that cannot be read',
      'Promise.reject({ get message() { throw null } })',
      'unhandled rejection',
      { message: '[unreadable]' },
    ],
    ['an exception', 'throw new Error("boom")', 'uncaught exception', { message: 'boom' }],
    ['an exception that is no error', 'throw null', 'uncaught exception', null],
    [
      'an event of an error',
      'new (process.getBuiltinModule("events"))().emit("error", new Error("boom"))',
      'uncaught exception',
      { message: 'boom' },
    ],
  ])('such as %s is logged with its reason, and ends the process with 1', async (_, code, message, err) => {
    const { child, exit, logged } = startProcess({ env: slackSettings(slack), preload: onSignal(code) });
    await logged('started');
    child.kill('SIGUSR2');
    const record = await logged(message);
    expect(record.level).toBe('fatal');
    if (typeof err === 'object' && err !== null) expect(record.err).toMatchObject(err);
    else expect(record.err).toBe(err);
    expect(await exit).toBe(1);
  });
});

describe('a log that nobody takes', () => {
  const isHealthy = async (url: string): Promise<boolean> => (await fetch(`${url}/healthz`)).ok;
  const refused = async (url: string, times: number): Promise<void> => {
    for (let index = 0; index < times; index += 1) await fetch(`${url}/slack/events`, { method: 'POST', body: 'x' });
  };

  it('because its reader is gone, stops nothing', async () => {
    const { child, exit, logged, stderr } = startProcess({ env: slackSettings(slack) });
    const url = String((await logged('listening')).url);
    await logged('started');
    child.stdout?.destroy();
    await refused(url, 5);
    expect(await isHealthy(url)).toBe(true);
    expect(stderr()).toBe('the log cannot be written (EPIPE)\n');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  it('because its reader is stuck, stops nothing, and not the end either', async () => {
    const fill =
      'for (let n = 0; n < 3000; n++) process.emitWarning("x"); process.stdout.write("x".repeat(900_000) + "\\n");';
    const env = { ...slackSettings(slack), LOG_LEVEL: 'debug' };
    const { child, exit, logged } = startProcess({ env, preload: onSignal(fill) });
    const url = String((await logged('listening')).url);
    await logged('started');
    child.stdout?.pause();
    child.kill('SIGUSR2');
    await refused(url, 50);
    expect(await isHealthy(url)).toBe(true);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  // Where there is no such program there is no terminal to hold.
  it.skipIf(spawnSync('script', ['--version']).status !== 0)(
    'because its terminal is held, stops nothing',
    async () => {
      const inTerminal = ['script', '-qefc', `"${process.execPath}" adapters/main.ts`, '/dev/null'] as const;
      const env = { ...slackSettings(slack), LOG_LEVEL: 'debug' };
      const { child, logged } = startProcess({ env, command: inTerminal });
      const url = String((await logged('listening')).url);
      await logged('started');
      child.kill('SIGSTOP');
      await refused(url, 300);
      expect(await isHealthy(url)).toBe(true);
    },
  );

  it('because the disk is full, stops nothing', async () => {
    const port = await freePort();
    const full = openSync('/dev/full', 'w');
    const { child, exit } = startProcess({ env: { ...slackSettings(slack), PORT: String(port) }, stdout: full });
    const url = `http://127.0.0.1:${port}`;
    const isUp = (): Promise<boolean> => isHealthy(url).catch(() => false);
    await expect.poll(isUp, { timeout: 15_000, interval: 100 }).toBe(true);
    await refused(url, 5);
    expect(await isHealthy(url)).toBe(true);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });
});

/** The process cannot say which one it took where nobody reads its log. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
