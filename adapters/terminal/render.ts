// Card → lines of a terminal.
import { styleText } from 'node:util';
import type { Action, Ask, Block, Card, MenuOption, Prose, Tone } from '#core';
import { displayWidth, padTo, wrap } from './layout.ts';

export interface Screen {
  /** Columns to wrap at. */
  width: number;
  color: boolean;
  /** The card's language. */
  locale: string;
}

type Style = Parameters<typeof styleText>[0];

const TONES: Record<Tone, Style> = { 1: 'cyan', 2: 'green', 3: 'blue', 4: 'yellow', 5: 'red', neutral: 'magenta' };

/** The card as text, without a final line feed. Buttons become questions that can be typed. */
export function toText(card: Card, screen: Screen): string {
  const paint = (style: Style, text: string): string =>
    screen.color ? styleText(style, text, { validateStream: false }) : text;
  return card.blocks
    .map((block) => blockText(block, card.tone, screen, paint))
    .filter(Boolean)
    .join('\n\n');
}

type Paint = (style: Style, text: string) => string;

function blockText(block: Block, tone: Tone, screen: Screen, paint: Paint): string {
  switch (block.type) {
    case 'heading':
      return headingText(block, tone, screen, paint);
    case 'text':
      return wrap(block.text, screen.width)
        .map((line) => prose(line, paint))
        .join('\n');
    case 'note':
      return wrap(block.text, screen.width - 2)
        .map((line) => paint('dim', `▏ ${line.replaceAll('`', '')}`))
        .join('\n');
    case 'list':
      return listText(block, screen, paint);
    case 'facts':
      return factsText(block, screen, paint);
    case 'table':
      return tableText(block, screen, paint);
    case 'code':
      return wrap(block.text, screen.width - 4)
        .map((line) => `    ${paint('dim', line)}`)
        .join('\n');
    case 'links':
      return [
        paint('bold', block.title),
        ...block.items.map(({ label, url }) => `  ${label}: ${paint('underline', url)}`),
      ].join('\n');
    case 'actions':
      return actionsText(block.items, screen, paint);
  }
}

function headingText(
  { text, subtitle }: Extract<Block, { type: 'heading' }>,
  tone: Tone,
  { width }: Screen,
  paint: Paint,
): string {
  const lines = wrap(text, width).map((line) => paint(['bold', TONES[tone] as 'red'], line));
  if (subtitle) lines.push(...wrap(subtitle, width).map((line) => paint('dim', line.replaceAll('`', ''))));
  return lines.join('\n');
}

function listText(
  { title, ordered, items }: Extract<Block, { type: 'list' }>,
  { width }: Screen,
  paint: Paint,
): string {
  const lines = items.flatMap((item, index) => {
    const marker = ordered ? `${index + 1}. ` : '• ';
    return hanging(`  ${marker}`, item, width, paint);
  });
  return [paint('bold', title), ...lines].join('\n');
}

function factsText({ title, items }: Extract<Block, { type: 'facts' }>, { width }: Screen, paint: Paint): string {
  const labels = Math.max(...items.map(({ label }) => displayWidth(label)));
  const lines = items.flatMap(({ label, value }) => hanging(`  ${padTo(label, labels)}  `, value, width, paint));
  return [...(title ? [paint('bold', title)] : []), ...lines].join('\n');
}

function hanging(lead: string, text: Prose, width: number, paint: Paint): string[] {
  const indent = displayWidth(lead);
  return wrap(text, width - indent).map(
    (line, index) => (index === 0 ? lead : ' '.repeat(indent)) + prose(line, paint),
  );
}

function tableText({ columns, rows }: Extract<Block, { type: 'table' }>, { width }: Screen, paint: Paint): string {
  const plain = (cell: string): string => cell.replaceAll('`', '');
  const first = Math.max(...rows.map(([label = '']) => displayWidth(label)), displayWidth(columns[0] ?? ''));
  const rest = Math.max(12, Math.floor((width - first - 2) / Math.max(1, columns.length - 1)) - 2);
  const line = (cells: string[], style?: Style): string[] => {
    const wrapped = cells.map((cell, index) => wrap(plain(cell), index === 0 ? first : rest));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) => {
      const text = wrapped
        .map((lines, index) => padTo(lines[row] ?? '', index === 0 ? first : rest))
        .join('  ')
        .trimEnd();
      return style ? paint(style, text) : text;
    });
  };
  return [...line(columns, 'bold'), ...rows.flatMap((row) => line(row))].join('\n');
}

/** Buttons and menus, as what to type instead of pressing them. */
function actionsText(actions: readonly Action[], { width, locale }: Screen, paint: Paint): string {
  const typed = ({ query, detail, locale: wanted }: Ask): string =>
    [query, wanted !== locale && wanted, detail === 'full' && '+'].filter(Boolean).join(' ');
  // What a code leads to is plain, what `guide:caller` leads to is not.
  const option = ({ label, ask }: MenuOption): string =>
    ask.query.startsWith('guide:') ? `${label} → ${typed(ask)}` : typed(ask);
  const lines = actions.flatMap((action) =>
    action.type === 'menu' ? packed([`${action.label} →`, ...action.options.map(option)], width) : [],
  );
  const asks = actions.flatMap((action) => (action.type === 'ask' ? [`${action.label} → ${typed(action.ask)}`] : []));
  return [...lines, ...packed(asks, width)].map((line) => paint('dim', line)).join('\n');
}

/** As many items on a line as fit; an item never breaks. */
function packed(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const joined = last === undefined ? item : `${last}   ${item}`;
    if (last === undefined || displayWidth(joined) > width) lines.push(item);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

function prose(line: string, paint: Paint): string {
  return line.replace(/`([^`]*)`/g, (_, code: string) => paint('cyan', code));
}
