// What people do on the page, on both platforms, and what they and others see of it.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { core } from '../core-under-test.ts';
import {
  ask,
  card,
  emptied,
  launchChromium,
  messages,
  openPlayground,
  PLATFORMS,
  refusalsOf,
  type Visit,
  visit,
} from './playground-under-test.ts';

describe('in a browser', () => {
  let browser: Browser;
  let playground: Playground;
  let emma: Visit;
  let xiaoming: Visit;
  beforeAll(async () => {
    [browser, playground] = await Promise.all([launchChromium(), openPlayground()]);
    emma = await visit(browser, playground.url);
    xiaoming = await visit(browser, playground.url, { person: 'xiaoming' });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });
  beforeEach(async () => {
    await emptied(playground);
    await Promise.all([emma.again(), xiaoming.again()]);
  });
  afterEach(async () => {
    const visits = [emma, xiaoming];
    expect(await refusalsOf(playground)).toEqual([]);
    expect(visits.flatMap(({ errors }) => errors)).toEqual([]);
    expect(visits.flatMap(({ requested }) => requested).filter((url) => !url.startsWith(playground.url))).toEqual([]);
  });

  describe.each(PLATFORMS)('%s', (platform) => {
    it('shows an answer to the asker alone, and what is shared to everyone', async () => {
      const answer = await ask(emma.page, platform, '/http 502', '502 Bad Gateway');
      await expect.poll(() => answer.textContent()).toMatch(/Only (?:visible to you|you can see this)/);
      expect(await messages(xiaoming.page, platform).count()).toBe(0);
      await answer.getByRole('button', { name: 'Share' }).click();
      const shared = card(xiaoming.page, platform);
      await shared.getByText('Shared by @emma').waitFor();
      await expect.poll(() => emma.page.locator(`#${platform}-log .private`).count()).toBe(0);
    });

    it('lets nobody but the sharer delete', async () => {
      await (await ask(emma.page, platform, '/http 502', '502')).getByRole('button', { name: 'Share' }).click();
      await card(xiaoming.page, platform).getByRole('button', { name: 'Delete' }).click();
      await xiaoming.page.locator(`#${platform}-log .private`, { hasText: '@emma' }).waitFor();
      const shared = card(emma.page, platform);
      await shared.getByRole('button', { name: 'Delete' }).click();
      await expect.poll(() => messages(emma.page, platform).count()).toBe(0);
    });

    it('answers in the language of the person, whichever is chosen', async () => {
      const language = emma.page.getByLabel('Language');
      for (const [locale, heading] of [
        ['zh-CN', '可能原因'],
        ['zh-TW', '可能原因'],
        ['en-US', 'Likely causes'],
      ] as const) {
        await language.selectOption(locale);
        await expect.poll(() => language.inputValue()).toBe(locale);
        const answer = await ask(emma.page, platform, '/http 502', '502');
        await answer.getByText(heading, { exact: true }).waitFor();
      }
    });

    it('changes a private card to the other language and to all details, in place', async () => {
      const answer = await ask(emma.page, platform, '/http 502', '502');
      await answer.getByRole('button', { name: '中文' }).click();
      await answer.getByText('可能原因').waitFor();
      await answer.getByRole('button', { name: '更多' }).click();
      await answer.getByText('要点', { exact: true }).waitFor();
      expect(await messages(emma.page, platform).count()).toBe(1);
    });

    it('shows a menu’s choice', async () => {
      const list = await ask(emma.page, platform, '/http 5xx', '5xx');
      await list.locator('summary').first().click();
      await list.getByRole('button', { name: /503 Service Unavailable/ }).click();
      await list.locator('h3', { hasText: '503 Service Unavailable' }).waitFor();
    });

    it('explains a message of another person, privately', async () => {
      await xiaoming.page.locator(`#${platform}-text`).fill('upstream said\nHTTP/1.1 504 Gateway Timeout');
      await xiaoming.page.locator(`#${platform}-text`).press('Enter');
      const message = messages(emma.page, platform).first();
      await message.locator('.offers summary').click();
      await message.getByRole('button', { name: 'Explain HTTP statuses' }).click();
      await card(emma.page, platform).locator('h3', { hasText: '504' }).waitFor();
      expect(await card(xiaoming.page, platform).count()).toBe(0);
    });

    it('answers a mention for everyone', async () => {
      await ask(emma.page, platform, '@slash-http 502 vs 504', '502 vs 504');
      await card(xiaoming.page, platform).locator('h3', { hasText: '502 vs 504' }).waitFor();
    });

    it('says what is wrong, and keeps what was typed', async () => {
      await emma.page.locator(`#${platform}-text`).fill('/status 502');
      await emma.page.locator(`#${platform}-text`).press('Enter');
      await emma.page.locator('#status').getByText('/status is no command').waitFor();
      await expect.poll(() => emma.page.locator(`#${platform}-text`).inputValue()).toBe('/status 502');
    });

    it('is the same after a reload', async () => {
      await ask(emma.page, platform, '/http 502', '502 Bad Gateway');
      const before = await messages(emma.page, platform).allInnerTexts();
      await emma.page.reload();
      await card(emma.page, platform).waitFor();
      expect(await messages(emma.page, platform).allInnerTexts()).toEqual(before);
    });

    it('shows what was said as JSON', async () => {
      await emma.page.getByRole('button', { name: 'JSON' }).click();
      await ask(emma.page, platform, '/http 502', '502');
      const said = emma.page.locator('#steps');
      await said.getByText('"text": "502"').or(said.getByText('"value": "502"')).first().waitFor();
      await said
        .getByText(/acknowledgement/)
        .first()
        .waitFor();
      await emma.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await said.getByRole('button', { name: 'Copy' }).first().click();
      const copied = await emma.page.evaluate<string>('navigator.clipboard.readText()');
      expect(JSON.parse(copied)).toEqual(JSON.parse((await said.locator('pre').first().textContent()) ?? ''));
    });
  });

  it('offers Slack’s blocks to the Block Kit Builder, without asking it for anything', async () => {
    await emma.page.getByRole('button', { name: 'JSON' }).click();
    await ask(emma.page, 'slack', '/http 502', '502');
    const link = emma.page.getByRole('link', { name: 'Open in Block Kit Builder' });
    const address = (await link.getAttribute('href')) ?? '';
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    const { blocks } = JSON.parse(decodeURIComponent(new URL(address).hash.slice(1))) as { blocks: { type: string }[] };
    expect(address).toMatch(/^https:\/\/app\.slack\.com\/block-kit-builder#/);
    expect(blocks[0]?.type).toBe('header');
  });

  it('answers in a Slack thread, in which slash commands do not work', async () => {
    const { page } = emma;
    await ask(page, 'slack', '@slash-http 502', '502');
    const question = messages(page, 'slack').first();
    await question.locator('.offers summary').first().click();
    await question.getByRole('button', { name: 'Reply in thread' }).click();
    await ask(page, 'slack', '@slash-http 504', /./);
    await page.locator('#slack-log .thread h3', { hasText: '504' }).waitFor();
    await page.locator('#slack-text').fill('/http 502');
    await page.locator('#slack-text').press('Enter');
    await page.locator('#status').getByText('in threads').waitFor();
    await page.getByRole('button', { name: 'Leave the thread' }).click();
    await ask(page, 'slack', '/http 503', '503');
  });

  it('searches in Slack’s window, shows the card there, and shares it', async () => {
    const { page } = emma;
    await page.getByRole('button', { name: 'Shortcut: Look up an HTTP status' }).click();
    const window = page.getByRole('dialog');
    await window.getByRole('combobox').first().fill('50');
    await window.getByRole('option', { name: '504 Gateway Timeout' }).click();
    await window.locator('h3', { hasText: '504 Gateway Timeout' }).waitFor();
    await window.getByRole('button', { name: '中文' }).click();
    await window.getByText('可能原因').waitFor();
    await window.getByRole('button', { name: '分享' }).click();
    await card(xiaoming.page, 'slack').locator('h3', { hasText: '504' }).waitFor();
    await expect.poll(() => window.isVisible()).toBe(false);
  });

  it('searches in Discord’s window, from help', async () => {
    const { page } = emma;
    const help = await ask(page, 'discord', '/http help', 'Ask about');
    await help.getByRole('button', { name: 'Search' }).click();
    const window = page.getByRole('dialog');
    await window.getByRole('textbox').fill('504');
    await window.getByRole('button', { name: 'Submit' }).click();
    await help.locator('h3', { hasText: '504' }).waitFor();
  });

  it('opens the app’s Home in Slack, from which a card leads to a window', async () => {
    const { page } = emma;
    await page.getByRole('button', { name: 'Home of the app' }).click();
    const home = page.locator('#slack-home');
    await home.getByRole('button', { name: 'nginx 499' }).click();
    await page.getByRole('dialog').locator('h3', { hasText: '499' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false);
    await page.getByLabel('Language').selectOption('zh-CN');
    await home.getByRole('button', { name: core.translate('zh-CN')('actions.search') }).waitFor();
  });
});
