// Every kind of card in every language, as both platforms show it, for looking at and for pictures.
import { type Answer, type Core, type Detail, MAX_ASK_LENGTH } from '#core';
import { cardMessage as toDiscord } from '../adapters/discord/messages.ts';
import { cardMessage as toSlack } from '../adapters/slack/messages.ts';
import { escapeHtml } from './html.ts';
import type { Node } from './pretend-slack/text-rules.ts';
import { renderComponents } from './render-discord.ts';
import { renderBlocks } from './render-slack.ts';

interface Example {
  /** Part of the picture's name. */
  name: string;
  title: string;
  text: string;
  detail?: Detail;
  as?: 'question' | 'message';
}

const LOG = `2026-05-04T09:12:07Z "POST /api/pay HTTP/1.1" 502 157 upstream=10.0.3.7:8080
2026-05-04T09:12:08Z "GET /api/cart HTTP/1.1" 504 160
2026-05-04T09:12:08Z "POST /api/pay HTTP/1.1" 502 157 upstream=10.0.3.7:8080
2026-05-04T09:12:09Z "GET /health HTTP/1.1" 200 2`;

/** One for each kind of answer; a test holds them against the kinds there are. */
export const EXAMPLES: readonly Example[] = [
  { name: '502', title: 'A status', text: '502' },
  { name: '502-more', title: 'A status, with all details', text: '502', detail: 'full' },
  { name: '499', title: 'A number with several meanings', text: '499' },
  { name: '403-14', title: 'A sub-status', text: '403.14' },
  { name: '401-vs-403', title: 'A comparison', text: '401 vs 403' },
  { name: '4xx', title: 'A class', text: '4xx' },
  { name: '520-526', title: 'A range', text: '520-526' },
  { name: 'nginx', title: 'A vendor', text: 'nginx' },
  { name: 'rfc-6585', title: 'A document', text: 'rfc 6585' },
  { name: '299', title: 'An unassigned code', text: '299' },
  { name: '600', title: 'No status code', text: '600' },
  { name: 'haproxy-refused', title: 'What software does under a condition', text: 'haproxy connection refused' },
  { name: 'no-response', title: 'Who answers what', text: 'upstream.no-response' },
  { name: 'nginx-408', title: 'A status that software was measured to send', text: 'nginx 408 measured' },
  { name: 'uf-urx', title: 'Markers of a log', text: 'UF,URX' },
  { name: 'slowdown', title: 'An error name', text: 's3 SlowDown' },
  { name: 'retryable', title: 'The codes of which something holds', text: 'retryable codes' },
  { name: 'search', title: 'A search', text: 'timeout' },
  { name: 'none', title: 'Nothing found', text: 'zzqqxxyy' },
  { name: 'explain', title: 'A message explained', text: LOG, as: 'message' },
  { name: 'help', title: 'Help', text: 'help' },
  { name: 'concept', title: 'What a status code is', text: 'status code' },
  { name: 'guide', title: 'The guide', text: 'guide' },
  { name: 'trouble', title: 'A question on the way to the cause', text: 'troubleshoot 502' },
  { name: 'trouble-end', title: 'A cause', text: 'trouble:502/refused' },
];

const SLACK_NAMES = { people: [], conversations: [] };

export function galleryHtml(core: Core, page: (title: string, main: string) => string): string {
  const cards = EXAMPLES.map((example) => exampleHtml(core, example)).join('');
  const main = `<h1>Every kind of card</h1><p><a href="/">Back to the playground</a></p>${cards}`;
  return page('slash-http: every kind of card', `<main class="gallery">${main}</main>`);
}

function exampleHtml(core: Core, { name, title, text, detail = 'compact', as = 'question' }: Example): string {
  const figures = core.locales.map((locale) => {
    const answer = core.answer({ text, locale, detail, as });
    const shown = [
      ['slack', slackHtml(core, answer)],
      ['discord', discordHtml(core, answer)],
    ] as const;
    return shown.map(([platform, html]) => figureHtml(`${platform}-${name}-${locale}`, platform, html)).join('');
  });
  const asked = text.length > MAX_ASK_LENGTH ? '' : ` <code>/http ${escapeHtml(text)}</code>`;
  return `<section><h2>${escapeHtml(title)}${asked}</h2><div class="figures">${figures.join('')}</div></section>`;
}

export function figureHtml(id: string, platform: string, html: string): string {
  return `<div class="figure ${platform}" id="${escapeHtml(id)}"><div class="content">${html}</div></div>`;
}

export function slackHtml(core: Core, { card, locale }: Answer): string {
  const { blocks } = toSlack(card, { surface: 'private', owner: '', t: core.translate(locale) });
  return renderBlocks(blocks as unknown as Node[], SLACK_NAMES);
}

export function discordHtml(core: Core, answer: Answer): string {
  const { components } = toDiscord(answer, { surface: 'private', owner: '', t: core.translate(answer.locale) });
  return renderComponents(components as unknown as Node[], new Map());
}
