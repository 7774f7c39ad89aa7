import { describe, expect, it } from 'vitest';
import { createLog } from '../adapters/log.ts';
import { hideSecrets } from '../adapters/loggable.ts';

describe('secrets', () => {
  it.each([
    ['a Slack bot token', 'xoxb-1234567890-abcdefABCDEF'],
    ['a Slack app token', 'xapp-1-A0000000000-1234567890-abcdef0123456789'],
    ['a Discord token', 'MTE4NzY1NDMyMTA5ODc2NTQz.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB'],
    [
      'a response_url',
      'https://hooks.slack.com/commands/T123/456/abcdefghijklmnopqrstuvwx',
      'https://hooks.slack.com/commands/',
    ],
    [
      'an interaction token',
      'https://discord.com/api/v10/webhooks/1187654321098765432/aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OQ/messages',
      'https://discord.com/api/v10/webhooks/',
    ],
  ])('such as %s are taken out', (_, text, rest = '') => {
    expect(hideSecrets(`failed: ${text} ok`)).toMatch(/^failed: .*\[secret\].* ok$/);
    expect(hideSecrets(text).replace(/\[secret\].*/, '')).toBe(rest);
  });

  it.each(['HTTP/1.1 502 Bad Gateway', 'standard:502', 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.3'])(
    '%s is none',
    (text) => {
      expect(hideSecrets(text)).toBe(text);
    },
  );

  it('never reach the log, in a message, an error or a field', () => {
    const written: string[] = [];
    const log = createLog('info', { write: (line) => void written.push(line) });
    const token = 'xoxb-1234567890-abcdefABCDEF';
    log.info(`started with ${token}`);
    log.error({ err: new Error(`401 for ${token}`), token, headers: { authorization: token } }, 'refused');
    expect(written.join('')).toContain('refused');
    expect(written.join('')).not.toContain('abcdefABCDEF');
  });
});

describe('whatever is logged', () => {
  const circular: Record<string, unknown> = { name: 'loop' };
  circular.self = circular;
  const wide = Array.from({ length: 100_000 }, (_, index) => ({ index }));
  const deep = Array.from({ length: 10_000 }).reduce<object>((inner) => ({ inner }), {});
  const many: unknown[] = [];
  for (let index = 0; index < 40; index += 1) many.push([...many]);
  const throwing = {
    get message(): string {
      throw new Error('no');
    },
    toString(): string {
      throw new Error('no');
    },
  };
  const proxy = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
      getPrototypeOf: () => {
        throw new Error('no');
      },
    },
  );

  it.each<[string, unknown]>([
    ['a number without end', { size: 10n ** 30n }],
    ['an error with a bigint', Object.assign(new Error('boom'), { size: 1n })],
    ['a circle', circular],
    ['an error that causes itself', Object.assign(new Error('boom'), { cause: circular })],
    ['getters that throw', throwing],
    [
      'an error with getters that throw',
      Object.defineProperties(new Error('boom'), {
        stack: { get: () => 1n },
        code: { enumerable: true, get: throwing.toString },
      }),
    ],
    ['a proxy that throws', proxy],
    ['a conversion that throws', { toJSON: throwing.toString }],
    ['a conversion without end', { toJSON: () => ({ toJSON: () => circular }) }],
    ['no prototype', Object.create(null)],
    ['null', null],
    ['undefined', undefined],
    ['a text', 'boom'],
    ['a symbol', Symbol('boom')],
    ['a function', () => undefined],
    ['a date that is none', new Date(Number.NaN)],
    ['many values', wide],
    ['depth', deep],
    ['the same values many times', many],
    ['a long text', 'x'.repeat(5_000_000)],
    ['halves and control characters', '\ud83d\u009b31m\u2028\u202e'],
  ])('such as %s, is one line of bounded length', (_, value) => {
    const written: string[] = [];
    const log = createLog('info', { write: (line) => void written.push(line) });
    log.error({ err: value, id: 1 }, 'as err');
    log.error({ [String(typeof value)]: value }, 'in a field');
    log.error(value as object, 'alone');
    log.error(value as object);
    expect(written).toHaveLength(4);
    for (const line of written) {
      expect(line.length).toBeLessThan(50_000);
      expect(line).toMatch(/^[^\p{Cc}\p{Cs}\p{Zl}\u202e]*\n$/u);
      expect(JSON.parse(line)).toMatchObject({ level: 'error' });
    }
  });

  it('keeps what is known of an error', () => {
    const written: string[] = [];
    const log = createLog('info', { write: (line) => void written.push(line) });
    const cause = Object.assign(new TypeError('inner'), { code: 'ECONNRESET', size: 7n });
    log.error({ err: new Error('outer', { cause }) }, 'failed');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      msg: 'failed',
      err: {
        type: 'Error',
        message: 'outer',
        stack: expect.stringContaining('log.test.ts'),
        cause: { type: 'TypeError', message: 'inner', code: 'ECONNRESET', size: '7n' },
      },
    });
  });
});
