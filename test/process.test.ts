// The process as it is run: its start and its exit codes.
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPretendDiscord } from '../playground/pretend-discord.ts';
import { createPretendSlack, type PretendSlack } from '../playground/pretend-slack.ts';
import { endAll, root, slackSettings, startProcess } from './started-process.ts';

let slack: PretendSlack;

beforeEach(async () => {
  slack = await createPretendSlack();
});
afterEach(async () => {
  endAll();
  await slack.close();
});

describe('a start', () => {
  it('answers a signed command, /healthz and /readyz, and 404 for the rest', async () => {
    const { logged } = startProcess({ env: slackSettings(slack) });
    const url = String((await logged('listening')).url);
    await logged('started');
    slack.sendTo(`${url}/slack/events`);
    const { body } = await slack.command('/http', '502', { user: 'U0ENGLISH', channel: 'C0INCIDENT' });
    expect(JSON.stringify(body)).toContain('502 Bad Gateway');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { slack: true }]);
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    expect((await fetch(`${url}/slack/nothing`, { method: 'POST', body: 'x' })).status).toBe(404);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('serves Slack and Discord in one process, and says so', async () => {
    const discord = await startPretendDiscord();
    const { logged, child, exit } = startProcess({
      env: {
        ...slackSettings(slack),
        DISCORD_TOKEN: discord.token,
        DISCORD_APPLICATION_ID: discord.applicationId,
        DISCORD_API_URL: discord.apiUrl,
      },
    });
    const url = String((await logged('listening')).url);
    await expect
      .poll(async () => (await fetch(`${url}/readyz`)).json(), { timeout: 15_000 })
      .toEqual({ slack: true, discord: true });
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    await discord.close();
  });

  it('goes on with one platform when the other cannot start', async () => {
    const { logged } = startProcess({
      env: {
        ...slackSettings(slack),
        DISCORD_TOKEN: 'pretend-bot-token',
        DISCORD_APPLICATION_ID: '1100000000000000001',
        DISCORD_API_URL: 'http://127.0.0.1:9/api',
      },
    });
    const url = String((await logged('listening')).url);
    await logged('started');
    slack.sendTo(`${url}/slack/events`);
    const { body } = await slack.command('/http', '502', { user: 'U0ENGLISH', channel: 'C0INCIDENT' });
    expect(JSON.stringify(body)).toContain('502 Bad Gateway');
  });

  it('with half of a platform set says what is missing, without a stack, and exits 1', async () => {
    const { exit, stderr } = startProcess({ env: { SLACK_BOT_TOKEN: 'xoxb-secret' } });
    expect(await exit).toBe(1);
    expect(stderr()).toContain('SLACK_SIGNING_SECRET is missing');
    expect(stderr()).not.toMatch(/xoxb-secret|\n\s+at /);
  });
});

describe('an .env that cannot be read', () => {
  const main = [process.execPath, join(root, 'adapters/main.ts')] as const;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slash-http-env-'));
    // What Docker makes of a file that is mounted and not there.
    mkdirSync(join(folder, '.env'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is named where nothing else configures a platform, and ends the process with 1', async () => {
    const { exit, stderr } = startProcess({ env: {}, cwd: folder, command: main });
    expect(await exit).toBe(1);
    expect(stderr()).toContain('.env cannot be read (EISDIR)');
    expect(stderr()).not.toMatch(/\n\s+at /);
  });

  it('is not needed where the environment says everything', async () => {
    const { logged } = startProcess({ env: slackSettings(slack), cwd: folder, command: main });
    await logged('started');
  });
});

describe('a port that is taken', () => {
  it('is named, without a stack, and ends the process with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { exit, stderr } = startProcess({ env: { ...slackSettings(slack), PORT: String(port) } });
    expect(await exit).toBe(1);
    expect(stderr()).toContain(`port ${port} (EADDRINUSE); set HOST or PORT`);
    expect(stderr()).not.toMatch(/\n\s+at /);
    other.close();
  });
});

describe('without the playground, as in the production image', () => {
  let image: string;
  beforeEach(() => {
    image = mkdtempSync(join(tmpdir(), 'slash-http-image-'));
    for (const part of ['adapters', 'data', 'locales', 'src', 'package.json'])
      cpSync(join(root, part), join(image, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(image, 'node_modules'));
  });
  afterEach(() => rmSync(image, { recursive: true }));

  it('says what to set, and exits 1', async () => {
    const { exit, stderr } = startProcess({ env: {}, cwd: image });
    expect(await exit).toBe(1);
    expect(stderr()).toContain('SLACK_BOT_TOKEN and SLACK_APP_TOKEN');
    expect(stderr()).toContain('DISCORD_TOKEN and DISCORD_APPLICATION_ID');
  });

  it('with bad data names every fault, and exits 1', async () => {
    writeFileSync(join(image, 'data/vendors/caddy.json'), '{');
    const { exit, stderr } = startProcess({ env: {}, cwd: image });
    expect(await exit).toBe(1);
    expect(stderr()).toContain('data/vendors/caddy.json');
    expect(stderr()).not.toMatch(/\n\s+at /);
  });
});

describe('a platform that is not configured', () => {
  it('has its SDK never loaded', async () => {
    const { spawnSync } = await import('node:child_process');
    const script = `
      process.env.HOST = '127.0.0.1';
      const { adapters } = await import('./adapters/index.ts');
      const { createCore } = await import('#core');
      createCore();
      const { createRequire } = await import('node:module');
      const cache = Object.keys(createRequire(import.meta.url).cache);
      process.stdout.write(JSON.stringify({ adapters: adapters.map(({ name }) => name), sdk: cache.filter((path) => /bolt|discord\\.js/.test(path)) }));
    `;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual({ adapters: ['slack', 'discord'], sdk: [] });
  });
});
