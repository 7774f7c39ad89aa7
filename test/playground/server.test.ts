import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { openPlayground, refusalsOf } from './playground-under-test.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await openPlayground();
});
afterAll(() => playground.stop());

const post = (path: string, body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${playground.url}${path}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const act = (platform: string, action: object, person = 'emma') => post('/api/act', { person, platform, action });
const errorOf = async (response: Response): Promise<string> => ((await response.json()) as { error: string }).error;

/** The first view that an open page gets. */
async function view(
  person: string,
): Promise<{ slack: { messages: { html: string }[] }; discord: { messages: { html: string }[] } }> {
  const response = await fetch(`${playground.url}/api/events?person=${person}`);
  for await (const chunk of response.body ?? [])
    return JSON.parse(
      Buffer.from(chunk)
        .toString()
        .replace(/^data: /, ''),
    ) as Awaited<ReturnType<typeof view>>;
  throw new Error('no view');
}

describe('the page', () => {
  it('comes with its files, and allows nothing from elsewhere', async () => {
    for (const path of ['/', '/script.js', '/style.css', '/icon.svg', '/gallery']) {
      const response = await fetch(playground.url + path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  it.each(['/nothing', '/../server.ts', '/..%2fserver.ts', '/page/index.html', '/.css'])(
    'has nothing at %s',
    async (path) => {
      expect((await fetch(playground.url + path)).status).toBe(404);
    },
  );

  it('is for this machine only, by whatever name it is asked', async () => {
    const { port } = new URL(playground.url);
    const asked = request({ host: '127.0.0.1', port, path: '/', headers: { host: 'evil.example' } }).end();
    const [response] = await once(asked, 'response');
    expect(response.statusCode).toBe(403);
    response.resume();
  });
});

describe('what is sent to it', () => {
  it.each([
    ['no JSON', '{', 'this is no JSON'],
    ['no object', '3', 'expected object'],
    ['an unknown platform', { person: 'emma', platform: 'irc', action: { do: 'search' } }, 'platform'],
    ['an unknown action', { person: 'emma', platform: 'slack', action: { do: 'dance' } }, 'action'],
    [
      'an unknown person',
      { person: 'nobody', platform: 'slack', action: { do: 'search' } },
      'nobody here is called nobody',
    ],
    ['an empty message', { person: 'emma', platform: 'slack', action: { do: 'say', text: ' ' } }, 'text'],
    [
      'a message that is too long',
      { person: 'emma', platform: 'slack', action: { do: 'say', text: 'x'.repeat(4001) } },
      'text',
    ],
    ['more than it reads', { text: 'x'.repeat(70_000) }, 'more than 65536 bytes'],
  ])('is refused with a reason: %s', async (_, body, reason) => {
    const response = await post('/api/act', body);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toContain(reason);
  });

  it('is refused where a page from elsewhere could send it', async () => {
    expect((await post('/api/act', '{}', { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await fetch(`${playground.url}/api/act`, { method: 'PUT' })).status).toBe(405);
    expect((await post('/api/nothing', {})).status).toBe(404);
  });

  it.each([
    ['slack', { do: 'say', text: '/status 502' }, '/status is no command'],
    ['slack', { do: 'say', text: '/http 502', thread: '1.1' }, 'does not take /http in threads'],
    ['slack', { do: 'press', message: '1.1', press: 'x' }, 'no longer there'],
    ['slack', { do: 'press window', press: 'x' }, 'no window open'],
    ['discord', { do: 'say', text: '/status 502' }, '/status is no command'],
    ['discord', { do: 'say', text: '/http 502 share:perhaps' }, 'share is True or False'],
    ['discord', { do: 'say', text: '/http 502 language:Klingon' }, 'language is one of'],
    ['discord', { do: 'say', text: '/http-compare 502' }, 'needs second'],
    ['discord', { do: 'submit', value: '502' }, 'no window is open'],
    ['discord', { do: 'search' }, 'nothing like that'],
  ])('is refused where the platform has no such thing: %s %j', async (platform, action, reason) => {
    const response = await act(platform, action);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toContain(reason);
  });

  it('is told to the app also where it is a link', async () => {
    await act('slack', { do: 'say', text: '/http 502' });
    const { platforms } = await playground.ready;
    const message = platforms.slack.messages().at(-1) ?? expect.fail('no message');
    const elements = message.blocks.flatMap(({ elements: all = [] }) => all as { url?: string; action_id: string }[]);
    const press = elements.find(({ url }) => url)?.action_id ?? expect.fail('no link');
    expect((await act('slack', { do: 'press', message: message.ts, press })).status).toBe(200);
    expect(
      platforms.exchanges
        .list()
        .at(-1)
        ?.steps.map(({ name }) => name),
    ).toEqual(['block_actions', 'acknowledgement, 200']);
  });
});

describe('Discord’s command line', () => {
  const suggestions = async (typed: string): Promise<{ label: string; value: string }[]> => {
    const response = await post('/api/suggest', { person: 'emma', platform: 'discord', typed, place: 'composer' });
    return ((await response.json()) as { suggestions: { label: string; value: string }[] }).suggestions;
  };
  const values = async (typed: string): Promise<string[]> => (await suggestions(typed)).map(({ value }) => value);

  it('offers the commands, then what the app suggests, then further options', async () => {
    expect(await values('/ht')).toEqual(expect.arrayContaining(['/http ', '/http-guide ', '/http-compare ']));
    expect(await values('/http 502')).toEqual(expect.arrayContaining(['/http query:502', '/http query:502 share:']));
    expect(await values('/http query:502 share:')).toContain('/http query:502 share:True');
    expect(await values('/http query:502 language:')).toContain('/http query:502 language:zh-CN');
    expect(await values('hello')).toEqual([]);
  });

  it('takes every option', async () => {
    await act('discord', { do: 'say', text: '/http query:502 share:True language:zh-CN' });
    const { messages } = (await view('xiaoming')).discord;
    expect(messages.at(-1)?.html).toContain('可能原因');
    await act('discord', { do: 'say', text: '/http-compare 502 504' });
    expect((await view('emma')).discord.messages.at(-1)?.html).toContain('502 vs 504');
    expect(await refusalsOf(playground)).toEqual([]);
  });
});

describe('what was said', () => {
  it('can be read as JSON: the request, the acknowledgement and the calls', async () => {
    await act('slack', { do: 'say', text: '@slash-http 404' });
    const { platforms } = await playground.ready;
    await platforms.slack.until(() => platforms.slack.messages().at(-1)?.text.includes('404'));
    const { id } = platforms.exchanges.list().at(-1) ?? expect.fail('nothing was said');
    const { steps } = (await (await post('/api/exchange', { id })).json()) as {
      steps: { from: string; name: string; body: unknown }[];
    };
    expect(steps.map(({ from, name }) => `${from}: ${name}`)).toEqual(
      expect.arrayContaining(['platform: app_mention', 'app: acknowledgement, 200', 'app: chat.postMessage']),
    );
    expect(JSON.stringify(steps.at(-1)?.body)).toContain('blocks');
  });

  it('is forgotten in time, and says so', async () => {
    const response = await post('/api/exchange', { id: 9999 });
    expect(await errorOf(response)).toContain('forgotten');
  });
});

describe('the start', () => {
  it('takes the next port where the first is in use, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const second = await openPlayground(port);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await second.stop();
    other.close();
  });

  it('prints one line with the address, and stops on Ctrl-C', async () => {
    const code = `
      import { createCore } from '#core';
      import { pino } from 'pino';
      import { watchForStop } from './adapters/stop-signal.ts';
      import { start } from './playground/start.ts';
      const write = (line) => process.stdout.write(line + '\\n');
      const untilStop = watchForStop(false).asked;
      const log = pino({ level: 'silent' });
      await start({ core: createCore(), log, defaultLocale: 'en', port: 0, write, untilStop });
      process.send('ready');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const lines: string[] = [];
    child.stdout?.on('data', (chunk: Buffer) => void lines.push(...chunk.toString().trimEnd().split('\n')));
    await once(child, 'message');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(lines).toEqual([
      expect.stringMatching(/^Try it in a browser: http:\/\/127\.0\.0\.1:\d+ \(Ctrl-C stops it\)$/),
    ]);
  });
});
