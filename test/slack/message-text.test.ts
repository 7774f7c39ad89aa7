import { describe, expect, it } from 'vitest';
import { messageText } from '../../adapters/slack/message-text.ts';

const textOf = (message: Record<string, unknown>): string => messageText(message).text;

describe('the text of a message', () => {
  it('is taken from its blocks once, not again from its text', () => {
    const section = {
      type: 'section',
      text: { type: 'mrkdwn', text: 'upstream said 502 &amp; 503' },
      fields: [{ type: 'mrkdwn', text: '*code*: 504' }],
    };
    expect(textOf({ text: 'upstream said 502', blocks: [section] })).toBe('upstream said 502 & 503\n*code*: 504');
  });

  it('is taken from attachments: their blocks, else their fields and text, else their fallback', () => {
    const attachments = [
      { fallback: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: '500' } }] },
      { title: 'Alert', text: 'got <https://x.example|429>', fields: [{ title: 'status', value: '503' }] },
      { fallback: '[502] bad' },
    ];
    expect(textOf({ text: '', attachments })).toBe('500\nAlert\ngot 429\nstatus: 503\n[502] bad');
  });

  it('keeps the pieces of a rich-text line together', () => {
    const section = {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'HTTP/1.1 ' },
        { type: 'text', text: '502' },
      ],
    };
    const list = { type: 'rich_text_list', elements: [section, section] };
    expect(textOf({ blocks: [{ type: 'rich_text', elements: [list] }] })).toBe('HTTP/1.1 502\nHTTP/1.1 502');
  });

  it('is empty for anything odd', () => {
    expect(textOf({ blocks: 'no', attachments: [null, 3], text: 7 })).toBe('');
  });
});
