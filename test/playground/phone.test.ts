// The compact card of every code, as a phone shows it.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discordHtml, figureHtml, slackHtml } from '../../playground/gallery.ts';
import type { Playground } from '../../playground/start.ts';
import type { Answer } from '../../src/index.ts';
import { catalog } from '../catalog/catalog-files.ts';
import { core } from '../core-under-test.ts';
import { launchChromium, openPlayground } from './playground-under-test.ts';

const PHONE = { width: 390, height: 844 };
const PLATFORMS = { slack: slackHtml, discord: discordHtml };
const codes = [...catalog.byCode.keys()];
const meanings = [...catalog.entries.keys()];

let playground: Playground;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  playground = await openPlayground();
  browser = await launchChromium();
  page = await browser.newPage({ viewport: PHONE });
  await page.goto(`${playground.url}/gallery`);
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});

describe.each(['slack', 'discord'] as const)('on %s', (platform) => {
  it.each(core.locales)('in %s no compact card is taller than the screen', async (locale) => {
    const shown = [...codes, ...meanings].map((text): [string, Answer] => [text, core.answer({ text, locale })]);
    const figures = shown.map(([text, answer]) => figureHtml(text, platform, PLATFORMS[platform](core, answer)));
    const heights = await heightsOf(figures.join(''));
    expect(heights).toHaveLength(shown.length);
    const tall = heights.filter(({ height }) => height > PHONE.height).map(({ id, height }) => `${id}: ${height}`);
    expect(tall).toEqual([]);
  });
});

async function heightsOf(html: string): Promise<{ id: string; height: number }[]> {
  await page.evaluate(`document.querySelector('main').innerHTML = ${JSON.stringify(html)}`);
  return page.evaluate(
    "[...document.querySelectorAll('main .figure')].map(({ id, clientHeight }) => ({ id, height: clientHeight }))",
  );
}
