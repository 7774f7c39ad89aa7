import { describe, expect, it } from 'vitest';
import { createLog, hideSecrets } from '../adapters/log.ts';

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
