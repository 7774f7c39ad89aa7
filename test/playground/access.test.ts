// The page for everyone: by keyboard, by screen reader, in the dark, on a phone.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import {
  ask,
  card,
  emptied,
  launchChromium,
  messages,
  openPlayground,
  PLATFORMS,
  type Visit,
  visit,
} from './playground-under-test.ts';

const PHONE = { width: 390, height: 800 };

/** One line for each rule that is broken, with where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<
    string[]
  >(`axe.run(document, { preload: false, resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 5).map(({ target }) => target.join(' ')).join(', ')))`);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()",
  );

/** Presses Tab until the focus is on what has that name. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const here = await focused(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    await page.keyboard.press(key);
  }
  expect.fail(`Tab does not lead to ${name}`);
}

describe('in a browser', () => {
  let browser: Browser;
  let playground: Playground;
  beforeAll(async () => {
    [browser, playground] = await Promise.all([launchChromium(), openPlayground()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });
  beforeEach(() => emptied(playground));

  const opened = async (visitor: Parameters<typeof visit>[2], use: (one: Visit) => Promise<void>): Promise<void> => {
    const one = await visit(browser, playground.url, visitor);
    await use(one);
    await one.close();
  };

  it.each([
    ['in the light', { dark: false }],
    ['in the dark', { dark: true }],
    ['on a phone', { size: PHONE }],
  ])('has nothing that axe objects to %s', { timeout: 60_000 }, async (_, visitor) => {
    await opened(visitor, async ({ page }) => {
      expect(await violations(page)).toEqual([]);
      const shown = 'size' in visitor ? (['slack'] as const) : PLATFORMS;
      for (const platform of shown) {
        await ask(page, platform, '@slash-http 502', '502');
        await ask(page, platform, '/http 4xx', '4xx');
      }
      await card(page, 'slack').locator('summary').first().click();
      await page.getByRole('button', { name: 'JSON' }).click();
      await page.locator('#steps pre').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Home of the app' }).click();
      await page.locator('#slack-home').getByRole('button', { name: 'Search' }).click();
      await page.getByRole('dialog').getByRole('combobox').first().fill('50');
      await page.locator('[role=option]').first().waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });

  it('has nothing that axe objects to in the gallery', { timeout: 60_000 }, async () => {
    await opened({}, async ({ page }) => {
      for (const theme of ['light', 'dark']) {
        await page.goto(`${playground.url}/gallery?theme=${theme}`);
        expect(await violations(page)).toEqual([]);
      }
    });
  });

  it('can be used by keyboard alone: ask, press, choose, answer a window, leave it', { timeout: 60_000 }, async () => {
    await opened({}, async ({ page }) => {
      await tabTo(page, 'Message in Slack');
      await page.keyboard.type('/http 502');
      await page.keyboard.press('Enter');
      await card(page, 'slack').waitFor();
      await tabTo(page, '中文', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await card(page, 'slack').getByText('可能原因').waitFor();
      expect(await focused(page)).toBe('English');
      await tabTo(page, '分享', 'Shift+Tab');
      await page.keyboard.press('Space');
      await card(page, 'slack').getByRole('button', { name: '删除' }).waitFor();
      await tabTo(page, /^Shortcut/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('504');
      await page.locator('[role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').locator('h3', { hasText: '504' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await focused(page)).toMatch(/^Shortcut/);
    });
  });

  it('completes Discord’s commands by keyboard', async () => {
    await opened({}, async ({ page }) => {
      const field = page.locator('#discord-text');
      await field.focus();
      await page.keyboard.type('/htt');
      await expect
        .poll(() => page.locator('#discord-suggestions [role=option]').first().textContent())
        .toContain('/http');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await field.inputValue()).toBe('/http ');
      await page.keyboard.type('504');
      await expect
        .poll(() => page.locator('#discord-suggestions [role=option]').first().textContent())
        .toContain('504');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await field.inputValue()).toBe('/http query:504');
      await page.keyboard.press('Enter');
      await card(page, 'discord').locator('h3', { hasText: '504' }).waitFor();
    });
  });

  it('opens and closes the menus of cards by keyboard', async () => {
    await opened({}, async ({ page }) => {
      const list = await ask(page, 'slack', '/http 5xx', '5xx');
      await list.locator('summary').first().focus();
      await page.keyboard.press('Enter');
      await list.getByRole('button', { name: '503' }).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => list.getByRole('button', { name: '503' }).isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => list.locator('h3').textContent()).not.toContain('5xx');
    });
  });

  it('is dark where the system is, until somebody chooses, and remembers that', async () => {
    await opened({ dark: true }, async ({ page }) => {
      const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      const dark = await ground();
      await page.getByRole('button', { name: 'Dark' }).click();
      const light = await ground();
      expect(light).not.toBe(dark);
      await page.reload();
      await page.locator('main[data-ready]').waitFor();
      expect(await ground()).toBe(light);
      expect(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe('false');
    });
  });

  it('shows somebody where the person it remembers is gone', async () => {
    await opened({}, async ({ page }) => {
      await page.evaluate("localStorage.setItem('person', 'nobody')");
      await page.reload();
      await page.locator('main[data-ready=emma]').waitFor();
    });
  });

  it('shows one platform at a time on a phone, as wide as the screen', async () => {
    await opened({ size: PHONE }, async ({ page }) => {
      await page.getByRole('button', { name: '/http 502', exact: true }).click();
      await card(page, 'slack').waitFor();
      expect(await page.locator('.side.discord').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Discord', exact: true }).click();
      expect(await page.locator('.side.slack').isVisible()).toBe(false);
      expect(await messages(page, 'discord').count()).toBe(0);
      await page.getByRole('button', { name: '/http 499', exact: true }).click();
      await card(page, 'discord').waitFor();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      await page.goto(`${playground.url}/gallery`);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    });
  });
});
