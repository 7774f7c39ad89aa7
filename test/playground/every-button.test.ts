// Everything that the page offers to try, and every button and menu entry of the cards that come.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import {
  card,
  emptied,
  launchChromium,
  messages,
  openPlayground,
  PLATFORMS,
  type PlatformName,
  refusalsOf,
  type Visit,
  visit,
} from './playground-under-test.ts';

const TRIES: readonly (readonly [name: string, heading: string | RegExp])[] = [
  ['/http 502', '502 Bad Gateway'],
  ['/http 499', '499'],
  ['/http 403.14', '403.14'],
  ['/http 401 vs 403', '401 vs 403'],
  ['/http 网关超时', '504 Gateway Timeout'],
  ['@slash-http 502 vs 504', '502 vs 504'],
  ['Explain an alert', /502/],
  ['/http-guide', 'Which code'],
];

describe('in a browser', () => {
  let browser: Browser;
  let playground: Playground;
  let emma: Visit;
  beforeAll(async () => {
    [browser, playground] = await Promise.all([launchChromium(), openPlayground()]);
    emma = await visit(browser, playground.url);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });
  beforeEach(async () => {
    await emptied(playground);
    await emma.again();
  });
  afterEach(async () => {
    expect(await refusalsOf(playground)).toEqual([]);
    expect(emma.errors).toEqual([]);
  });

  it('are all of the page’s', async () => {
    const offered = await emma.page
      .getByRole('navigation', { name: 'Things to try' })
      .getByRole('button')
      .allInnerTexts();
    expect(offered).toEqual(TRIES.map(([name]) => name));
  });

  it.each(TRIES)(
    '%s: both platforms answer, and every button does something',
    { timeout: 120_000 },
    async (name, heading) => {
      const { page } = emma;
      const tried = page.getByRole('button', { name, exact: true });
      await tried.click();
      const counts = { slack: 0, discord: 0 };
      for (const platform of PLATFORMS) {
        const first = card(page, platform);
        await first.locator('h3', { hasText: heading }).first().waitFor();
        await expectSafeLinks(first);
        counts[platform] = await first.locator('button[data-press]').count();
        expect(counts[platform]).toBeGreaterThan(0);
      }
      for (let index = 0; index < Math.max(counts.slack, counts.discord); index += 1) {
        await freshCards(page, { tried, heading, playground });
        for (const platform of PLATFORMS)
          if (index < counts[platform])
            await press(page, platform, card(page, platform).locator('button[data-press]').nth(index));
      }
    },
  );
});

/** On each platform a card that nothing has been pressed on, alone in its channel. */
async function freshCards(page: Page, { tried, heading, playground }: Fresh): Promise<void> {
  await emptied(playground);
  for (const platform of PLATFORMS) await messages(page, platform).last().waitFor({ state: 'detached' });
  await tried.click();
  for (const platform of PLATFORMS) await card(page, platform).locator('h3', { hasText: heading }).first().waitFor();
}

interface Fresh {
  tried: Locator;
  heading: string | RegExp;
  playground: Playground;
}

/** Something must change: the card, the channel, or a window opens. */
async function press(page: Page, platform: PlatformName, button: Locator): Promise<void> {
  const name = await button.textContent();
  const log = page.locator(`#${platform}-log`);
  const before = await log.innerHTML();
  const menu = button.locator('xpath=ancestor::details');
  if ((await menu.count()) > 0) await menu.locator('summary').click();
  await button.click();
  await expect
    .poll(async () => (await page.getByRole('dialog').isVisible()) || (await settled(log)) !== before, {
      message: `“${name}”`,
    })
    .toBe(true);
  expect(await page.locator('#status').textContent(), `“${name}”`).toBe('');
  if (await page.getByRole('dialog').isVisible()) {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
}

/** An open menu is no change. */
async function settled(log: Locator): Promise<string> {
  return (await log.innerHTML()).replaceAll(' open=""', '');
}

/** Links leave the page only by the reader's own click, and take nothing along. */
async function expectSafeLinks(shown: Locator): Promise<void> {
  for (const link of await shown.locator('a').all()) {
    expect(await link.getAttribute('href')).toMatch(/^https:\/\//);
    expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual(['_blank', 'noreferrer']);
  }
}
