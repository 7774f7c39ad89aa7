// Card → Components V2.
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Block, Card, Prose, Tone } from '#core';
import { oncePer } from '../once-per.ts';
import { type Frame, toActionRows } from './actions.ts';
import { escapeCode, escapeProse, escapeText, escapeUrl, oneLine } from './escape.ts';
import { fitLine, fitPieces, joinTexts, type Piece } from './fit-text.ts';
import { LIMITS } from './limits.ts';

/** Accent colours, readable on Discord's dark and light ground. */
const TONES: Record<Tone, number> = {
  1: 0x00a8c6,
  2: 0x2e9e5b,
  3: 0x3b82f6,
  4: 0xe8912d,
  5: 0xe5484d,
  neutral: 0x8a8f98,
};
/** A row of a table that is no longer than this reads better as one line. */
const MAX_TABLE_LINE = 60;

/** The whole card within every limit of one message; where text had to be left out, its last line says so. */
export function toComponents(card: Card, frame: Frame): APIMessageTopLevelComponent[] {
  const rows = toActionRows(
    card.blocks.flatMap((block) => (block.type === 'actions' ? block.items : [])),
    frame,
  );
  const buttons = rows.reduce((count, row) => count + 1 + row.components.length, 0);
  const notes = (frame.notes ?? []).map((note) => noteText(note));
  const signature = frame.sharedBy ? small(frame.t('chat.sharedBy', { who: `<@${frame.sharedBy}>` })) : undefined;
  const room = LIMITS.text.max - [...notes, signature ?? ''].join('\n\n').length - 2;
  const shortened = (): string => small(escapeProse(frame.t('discord.shortened')));
  const texts = fitPieces(piecesOf(card), room, shortened);
  const all = [...notes, ...texts, ...(signature ? [signature] : [])];
  // The container and the line above the buttons are components too.
  const displays = joinTexts(all, LIMITS.components.max - buttons - 2);
  const components: APIComponentInContainer[] = displays.map((content) => ({
    type: ComponentType.TextDisplay,
    content,
  }));
  if (rows.length > 0)
    components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
  return [{ type: ComponentType.Container, accent_color: TONES[card.tone], components: [...components, ...rows] }];
}

/** A line of text without a card, as private words are; `person` is the one whom it may name by a mention. */
export function toNotice(words: Prose, person = ''): APIMessageTopLevelComponent[] {
  const mention = `<@${person}>`;
  const content = escapeProse(words).replaceAll(escapeText(mention), mention);
  return [{ type: ComponentType.TextDisplay, content }];
}

/** All but the buttons, which differ by their owner. */
const piecesOf = oncePer(({ blocks }: Card) => blocks.flatMap(pieceOf));

function pieceOf(block: Block): Piece[] {
  switch (block.type) {
    case 'heading':
      return [headingPiece(block.text, block.subtitle)];
    case 'text':
      return [{ lines: block.text.split('\n').map(prose) }];
    case 'list':
      return [listPiece(block)];
    case 'facts':
      return [factsPiece(block)];
    case 'table':
      return [{ lines: block.rows.flatMap((row) => tableRow(block.columns, row)) }];
    case 'code':
      return [{ lines: ['```', ...escapeCode(block.text).split('\n').map(fitLine)], close: '```' }];
    case 'links':
      return [{ lines: [bold(block.title), ...block.items.map(({ label, url }) => `- ${link(label, url)}`)] }];
    case 'note':
      return [{ lines: block.text.split('\n').map((line) => small(prose(line))) }];
    case 'actions':
      return [];
  }
}

function listPiece({ title, ordered, items }: Extract<Block, { type: 'list' }>): Piece {
  const lines = items.map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${prose(oneLine(item))}`);
  return { lines: [bold(title), ...lines] };
}

function factsPiece({ title, items }: Extract<Block, { type: 'facts' }>): Piece {
  const lines = items.map(({ label, value }) => `- ${bold(label)} ${prose(oneLine(value))}`);
  return { lines: title ? [bold(title), ...lines] : lines };
}

function headingPiece(text: string, subtitle: Prose | undefined): Piece {
  return {
    lines: [`## ${escapeText(oneLine(fitLine(text)))}`, ...(subtitle ? [small(prose(oneLine(subtitle)))] : [])],
  };
}

/** Columns do not fit on a phone, so a row becomes its label and one value for each column. */
function tableRow(columns: readonly string[], [label = '', ...cells]: readonly Prose[]): string[] {
  const values = cells.map((cell, index) => `${bold(columns[index + 1] ?? '')} ${prose(oneLine(cell))}`);
  const line = `${bold(label)} · ${values.join(' · ')}`;
  return line.length <= MAX_TABLE_LINE ? [line] : [bold(label), ...values.map((value) => `- ${value}`)];
}

/** Only https becomes a link; anything else stays readable text. `<…>` keeps a preview away. */
function link(label: string, url: string): string {
  if (!url.startsWith('https://')) return escapeText(`${label}: ${url}`);
  return `[${escapeText(oneLine(label))}](<${escapeUrl(url)}>)`;
}

function noteText(note: Prose): string {
  return small(prose(oneLine(note)));
}

function prose(text: Prose): string {
  return escapeProse(fitLine(text));
}

function bold(text: string): string {
  return text.trim() === '' ? '' : `**${escapeText(oneLine(text.replaceAll('`', '')))}**`;
}

function small(markdown: string): string {
  return `-# ${markdown}`;
}
