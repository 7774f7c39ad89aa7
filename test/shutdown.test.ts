// How the process ends: nothing acknowledged is dropped, and nothing that is silent is waited for.
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signature } from '../playground/pretend-slack/transport.ts';
import { createPretendSlack, type PretendSlack } from '../playground/pretend-slack.ts';
import { endAll, rawConnection, received, slackSettings, startProcess } from './started-process.ts';

let slack: PretendSlack;
beforeEach(async () => {
  slack = await createPretendSlack();
});
afterEach(async () => {
  endAll();
  await slack.close();
});

async function running(options: { preload?: string } = {}) {
  const started = startProcess({ env: slackSettings(slack), ...options });
  const url = String((await started.logged('listening')).url);
  await started.logged('started');
  return { ...started, url };
}

/** A mention as Slack sends it, in two parts. */
function signedMention(text: string): [string, string] {
  const body = JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev0LAST',
    team_id: slack.workspace.team,
    event: { type: 'app_mention', user: 'U0ENGLISH', text, channel: 'C0INCIDENT', ts: '1780000000.000100' },
  });
  const headers = {
    host: '127.0.0.1',
    connection: 'close',
    'content-type': 'application/json',
    'content-length': String(body.length),
    ...signature(slack.signingSecret, body, Date.now()),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return [`POST /slack/events HTTP/1.1\r\n${head.join('')}\r\n${body.slice(0, 20)}`, body.slice(20)];
}

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s ends an idle process with 0', async (signal) => {
    const { child, exit } = await running();
    child.kill(signal);
    expect(await exit).toBe(0);
  });

  it('lets a request in flight come to its end', async () => {
    const { url, child, exit, logged } = await running();
    const socket = await rawConnection(url);
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
    await fetch(`${url}/healthz`);
    child.kill('SIGTERM');
    await logged('stopping');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    socket.write(' of it');
    expect(await received(socket)).toMatch(/^HTTP\/1\.1 401[\s\S]*connection: close/i);
    expect(await exit).toBe(0);
  });

  it('lets a mention be answered whose last byte comes after it', async () => {
    const { url, child, exit, logged } = await running();
    const [first, last] = signedMention('<@U0BOT> 502');
    const socket = await rawConnection(url);
    socket.write(first);
    await fetch(`${url}/healthz`);
    child.kill('SIGTERM');
    await logged('stopping');
    socket.write(last);
    expect(await received(socket)).toMatch(/^HTTP\/1\.1 200/);
    expect(await exit).toBe(0);
    expect(slack.messages().map(({ text }) => text)).toEqual([expect.stringContaining('502 Bad Gateway')]);
  });

  it('does not wait for a header that does not come to its end', async () => {
    const { url, child, exit } = await running();
    const socket = await rawConnection(url);
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nX-Half');
    await fetch(`${url}/healthz`);
    child.kill('SIGTERM');
    await received(socket);
    expect(await exit).toBe(0);
  });

  it('is kept while modules load', async () => {
    const preload = `
      import { registerHooks } from 'node:module';
      registerHooks({ load: (url, context, next) => {
        if (url.endsWith('/adapters/start.ts')) process.kill(process.pid, 'SIGTERM');
        return next(url, context);
      } });`;
    const { exit } = startProcess({ env: slackSettings(slack), preload });
    expect(await exit).toBe(0);
  });

  it('sent again later ends at once, with 1', async () => {
    const { url, child, exit, logged } = await running();
    const socket = await rawConnection(url);
    socket.on('error', () => undefined);
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
    await fetch(`${url}/healthz`);
    child.kill('SIGTERM');
    await logged('stopping');
    const again = (): number | null => {
      child.kill('SIGTERM');
      return child.exitCode;
    };
    await expect.poll(again, { interval: 100, timeout: 10_000 }).toBe(1);
    expect(await exit).toBe(1);
  });
});

describe('npm start', () => {
  const underNpm = async () => {
    const started = startProcess({
      command: ['npm', 'start'],
      env: { ...slackSettings(slack), HOME: process.env.HOME ?? '', npm_config_update_notifier: 'false' },
      detached: true,
    });
    const url = String((await started.logged('listening')).url);
    await started.logged('started');
    return { ...started, url };
  };
  const isUp = (url: string): Promise<boolean> =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );

  it('stops the bot when it is stopped', async () => {
    const { url, child, exit } = await underNpm();
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(await isUp(url)).toBe(false);
  });

  it('stops in order on Ctrl-C, which comes twice: from the terminal and from npm', async () => {
    const { url, child, exit, logged } = await underNpm();
    const socket = await rawConnection(url);
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
    await fetch(`${url}/healthz`);
    process.kill(-Number(child.pid), 'SIGINT');
    await logged('stopping');
    socket.write(' of it');
    expect(await received(socket)).toMatch(/^HTTP\/1\.1 401/);
    expect(await exit).toBe(0);
    expect(await isUp(url)).toBe(false);
  });

  it('stops the playground, too', async () => {
    const env = { HOME: process.env.HOME ?? '', npm_config_update_notifier: 'false' };
    const { child, exit } = startProcess({ command: ['npm', 'start'], env, detached: true });
    let address: string | undefined;
    while (address === undefined) {
      const [text] = (await once(child.stdout as NonNullable<typeof child.stdout>, 'data')) as [Buffer];
      address = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text))?.[0];
    }
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('that is killed does not leave the bot behind', async () => {
    const { url, child } = await underNpm();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(() => isUp(url), { timeout: 10_000 }).toBe(false);
  });
});
