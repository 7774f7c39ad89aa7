import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createShapeCheck, generateSchema, SCHEMA_FILE } from '../../playground/pretend-slack/block-kit-schema.ts';
import { blockFaults, type Place, viewFaults } from '../../playground/pretend-slack/block-rules.ts';
import { messageFault } from '../../playground/pretend-slack/message-rules.ts';

const check = createShapeCheck();
const text = (length: number, type = 'plain_text') => ({ type, text: 'x'.repeat(length) });
const button = (more: object = {}) => ({ type: 'button', text: text(3), action_id: 'a', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const section = (more: object = {}) => ({ type: 'section', text: text(3, 'mrkdwn'), ...more });
const option = (more: object = {}) => ({ text: text(3), value: 'v', ...more });
const select = (...options: object[]) => actions({ type: 'static_select', action_id: 's', options });
const input = { type: 'input', label: text(3), element: { type: 'plain_text_input', action_id: 'i' } };
const modal = (more: object = {}) => ({ type: 'modal', title: text(3), blocks: [section()], ...more });

describe('blocks', () => {
  it('take what Slack takes', () => {
    const blocks = [
      { type: 'header', text: text(150) },
      section({ text: text(3000, 'mrkdwn') }),
      { type: 'divider' },
      actions(button(), button({ action_id: 'b' })),
      select(option()),
    ];
    expect(blockFaults(blocks, 'message', check)).toEqual([]);
  });

  it.each<[string, object[], Place?]>([
    ['more than 50 in a message', Array.from({ length: 51 }, () => section())],
    ['more than 100 in a window', Array.from({ length: 101 }, () => section()), 'modal'],
    ['an unknown block', [{ type: 'heading' }]],
    ['an unknown field', [section({ colour: 'red' })]],
    ['an unknown field deep inside', [actions(button({ text: { ...text(3), bold: true } }))]],
    ['an unknown style', [actions(button({ style: 'warning' }))]],
    ['a missing field', [{ type: 'header' }]],
    ['the same block_id twice', [section({ block_id: 'b' }), section({ block_id: 'b' })]],
    ['a block_id of 256', [section({ block_id: 'x'.repeat(256) })]],
    ['a header of 151', [{ type: 'header', text: text(151) }]],
    ['a header in mrkdwn', [{ type: 'header', text: text(3, 'mrkdwn') }]],
    ['a section of 3001', [section({ text: text(3001, 'mrkdwn') })]],
    ['an empty section', [section({ text: text(0, 'mrkdwn') })]],
    ['a section with neither text nor fields', [{ type: 'section' }]],
    ['11 fields', [section({ fields: Array.from({ length: 11 }, () => text(3)) })]],
    ['a field of 2001', [section({ fields: [text(2001)] })]],
    ['11 elements in a context', [{ type: 'context', elements: Array.from({ length: 11 }, () => text(3)) }]],
    ['no element in a context', [{ type: 'context', elements: [] }]],
    ['26 actions', [actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: String(index) })))]],
    ['the same action_id twice', [actions(button(), button())]],
    ['an action_id of 256', [actions(button({ action_id: 'x'.repeat(256) }))]],
    ['a button text of 76', [actions(button({ text: text(76) }))]],
    ['a button value of 2001', [actions(button({ value: 'x'.repeat(2001) }))]],
    ['a button url of 3001', [actions(button({ url: `https://${'x'.repeat(3000)}` }))]],
    ['a button that runs script', [actions(button({ url: 'javascript:x' }))]],
    ['an option text of 76', [select(option({ text: text(76) }))]],
    ['an option value of 76', [select(option({ value: 'x'.repeat(76) }))]],
    ['an option description of 76', [select(option({ description: text(76) }))]],
    ['101 options', [select(...Array.from({ length: 101 }, (_, index) => option({ value: String(index) })))]],
    ['no option', [select()]],
    ['the same option twice', [select(option(), option())]],
    [
      'a placeholder of 151',
      [actions({ type: 'static_select', action_id: 's', placeholder: text(151), options: [option()] })],
    ],
    [
      '6 options in an overflow menu',
      [
        actions({
          type: 'overflow',
          action_id: 'o',
          options: Array.from({ length: 6 }, (_, index) => option({ value: String(index) })),
        }),
      ],
    ],
    [
      'a confirmation title of 101',
      [actions(button({ confirm: { title: text(101), text: text(3), confirm: text(3), deny: text(3) } }))],
    ],
    [
      'an alternative text of 2001',
      [{ type: 'image', image_url: 'https://x.example/a.png', alt_text: 'x'.repeat(2001) }],
    ],
    ['two tables', Array.from({ length: 2 }, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }))],
    ['101 rows', [{ type: 'table', rows: Array.from({ length: 101 }, () => [{ type: 'raw_text', text: 'x' }]) }]],
    ['21 cells', [{ type: 'table', rows: [Array.from({ length: 21 }, () => ({ type: 'raw_text', text: 'x' }))] }]],
    ['a table of 10001 characters', [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x'.repeat(10_001) }]] }]],
    [
      '12001 characters of markdown',
      [
        { type: 'markdown', text: 'x'.repeat(6001) },
        { type: 'markdown', text: 'x'.repeat(6001) },
      ],
    ],
    ['an input in a message', [input]],
    ['an alert in a message', [{ type: 'alert', text: text(3) }]],
    ['a container in a window', [{ type: 'container', title: text(3), child_blocks: [section()] }], 'modal'],
    [
      '11 blocks in a container',
      [{ type: 'container', title: text(3), child_blocks: Array.from({ length: 11 }, () => section()) }],
    ],
    ['a card body of 201', [{ type: 'card', body: text(201, 'mrkdwn') }]],
  ])('refuse %s', (_, blocks, place = 'message') => {
    expect(blockFaults(blocks, place, check)).not.toEqual([]);
  });

  it('have the shapes of the types that are installed', () => {
    expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(generateSchema());
  }, 60_000);
});

describe('windows', () => {
  it('take what Slack takes', () => {
    expect(viewFaults(modal({ submit: text(24), blocks: [input] }), check)).toEqual([]);
    expect(viewFaults({ type: 'home', blocks: [section()] }, check)).toEqual([]);
  });

  it.each([
    ['a title of 25', modal({ title: text(25) })],
    ['a submit of 25', modal({ submit: text(25) })],
    ['no title', { type: 'modal', blocks: [section()] }],
    ['3001 characters of metadata', modal({ private_metadata: 'x'.repeat(3001) })],
    ['a callback_id of 256', modal({ callback_id: 'x'.repeat(256) })],
    ['an input without submit', modal({ blocks: [input] })],
    ['an unknown field', modal({ width: 'wide' })],
    ['a title on the Home tab', { type: 'home', title: text(3), blocks: [section()] }],
    ['broken blocks', modal({ blocks: [{ type: 'header', text: text(151) }] })],
  ])('refuse %s', (_, view) => {
    expect(viewFaults(view, check)).not.toEqual([]);
  });
});

describe('messages', () => {
  it.each([
    ['no text beside the blocks', { blocks: [section()] }, 'no_text'],
    ['4001 characters of text', { text: 'x'.repeat(4001) }, 'msg_too_long'],
    ['broken blocks', { text: 'x', blocks: [section({ colour: 1 })] }, 'invalid_blocks'],
    ['an unknown field', { text: 'x', color: 'red' }, 'invalid_arguments'],
  ])('refuse %s', (_, message, error) => {
    expect(messageFault(message, check)?.error).toBe(error);
  });
});
