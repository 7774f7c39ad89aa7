import { describe, expect, it } from 'vitest';
import { displayWidth, padTo, wrap } from '../../adapters/terminal/layout.ts';
import { toText } from '../../adapters/terminal/render.ts';
import { ask } from '../core-under-test.ts';

describe('columns', () => {
  it.each([
    ['abc', 3],
    ['网关', 4],
    ['网关 502', 8],
    ['，', 2],
    ['e\u0301', 1],
    ['👩‍👩‍👧‍👦', 2],
    ['→', 1],
  ])('%s takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('pads by columns, not by characters', () => {
    expect(displayWidth(padTo('网关', 10))).toBe(10);
  });
});

describe('wrapping', () => {
  it('breaks Chinese and English at the same column', () => {
    for (const line of wrap(
      '上游还没答完就断开了：进程崩溃、内存不足被杀，或它的 keep-alive 超时比代理的短。'.repeat(4),
      40,
    ))
      expect(displayWidth(line)).toBeLessThanOrEqual(42);
  });

  it('opens no line with closing punctuation', () => {
    for (let width = 10; width < 60; width++)
      for (const line of wrap('网关或反向代理去问后面的服务，没拿到能用的响应：连接被拒绝、中途断开。', width))
        expect(line).not.toMatch(/^[，。：、]/);
  });

  it('keeps code in one piece', () => {
    expect(wrap('look for `upstream prematurely closed connection` there', 43)).toEqual([
      'look for',
      '`upstream prematurely closed connection`',
      'there',
    ]);
  });

  it('loses nothing', () => {
    const text = '上游进程没起来 `systemctl status`，端口不对 or the protocol does not match';
    expect(wrap(text, 20).join(' ').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

describe('a card', () => {
  it.each(['502', '499', '4xx', '502 vs 504', 'iis', 'help', 'rfc 7231', '299'])(
    'of %s keeps to the width in both languages',
    (text) => {
      for (const locale of ['en', 'zh-CN'])
        for (const line of toText(ask(text, locale, 'full').card, { width: 80, color: false, locale }).split('\n')) {
          // Addresses and code stay whole.
          if (!/https:|\S{40,}|[a-z]+_[a-z]+/.test(line)) expect(displayWidth(line), line).toBeLessThanOrEqual(84);
        }
    },
  );

  it('is coloured only where the terminal can show it', () => {
    const { card } = ask('502');
    expect(toText(card, { width: 80, color: true, locale: 'en' })).toContain('\u001b[');
    expect(toText(card, { width: 80, color: false, locale: 'en' })).not.toContain('\u001b[');
  });

  it.each(['timeout', '502 foo', 'guide:caller/401', '1020', 'nginx 494', 'help'])(
    'of %s shows no backticks',
    (text) => {
      expect(toText(ask(text, 'en', 'full').card, { width: 100, color: false, locale: 'en' })).not.toContain('`');
    },
  );

  it('says what to type instead of a button', () => {
    const text = toText(ask('502').card, { width: 100, color: false, locale: 'en' });
    expect(text).toContain('More → 502 +');
    expect(text).toContain('中文 → 502 zh-CN');
  });
});
