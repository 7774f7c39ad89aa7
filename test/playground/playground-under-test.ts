// The playground as `npm start` opens it, at a port that the system chooses, and a browser to look at it.

import { pino } from 'pino';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../../playground/chromium.ts';
import { type Playground, startPlayground } from '../../playground/start.ts';
import { core } from '../core-under-test.ts';

/** Ample, for a machine that has other things to do. */
const WAIT_MS = 10_000;

export async function openPlayground(port = 0): Promise<Playground> {
  const playground = await startPlayground({ core, log: pino({ level: 'silent' }), defaultLocale: 'en', port });
  await playground.ready;
  return playground;
}

/** Everything that either platform has refused. */
export async function refusalsOf({ ready }: Playground): Promise<unknown[]> {
  const { slack, discord } = (await ready).platforms;
  return [...slack.workspace.refusals, ...discord.refusals];
}

/** As it was at the start: nothing said, everyone with their own language. */
export async function emptied(playground: Playground): Promise<void> {
  const { platforms } = await playground.ready;
  const { slack, discord, people, setLanguage } = platforms;
  slack.workspace.messages.length = 0;
  slack.workspace.windows.clear();
  slack.workspace.homes.clear();
  discord.world.messages.clear();
  for (const person of people) setLanguage(person, person.name === 'emma' ? 'en-US' : 'zh-CN');
}

export interface Visit {
  page: Page;
  /** Every address that was asked for. */
  requested: string[];
  /** What went wrong in the page. */
  errors: string[];
  /** The page as at a first visit. */
  again: () => Promise<void>;
  close: () => Promise<void>;
}

interface Visitor {
  person?: 'emma' | 'xiaoming';
  dark?: boolean;
  size?: { width: number; height: number };
}

export async function visit(browser: Browser, url: string, visitor: Visitor = {}): Promise<Visit> {
  const { person = 'emma', dark = false, size = { width: 1440, height: 900 } } = visitor;
  const context = await browser.newContext({ viewport: size, colorScheme: dark ? 'dark' : 'light' });
  context.setDefaultTimeout(WAIT_MS);
  const requested: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => void requested.push(request.url()));
  context.on('weberror', (error) => void errors.push(error.error().message));
  const page = await context.newPage();
  const again = async (): Promise<void> => {
    await page.goto(`${url}/icon.svg`);
    await page.evaluate(`localStorage.clear(); localStorage.setItem('person', '${person}')`);
    await page.goto(url);
    await page.locator(`main[data-ready=${person}]`).waitFor();
  };
  await again();
  return { page, requested, errors, again, close: () => context.close() };
}

export { launchChromium };

export type PlatformName = 'slack' | 'discord';
export const PLATFORMS: readonly PlatformName[] = ['slack', 'discord'];

/** The messages of a platform, oldest first; those in threads too. */
export function messages(page: Page, platform: PlatformName): Locator {
  return page.locator(`#${platform}-log .message`);
}

/** The newest message with a card. */
export function card(page: Page, platform: PlatformName): Locator {
  return messages(page, platform)
    .filter({ has: page.locator('h3') })
    .last();
}

/** Types into the composer and sends; resolves when the newest card has that heading. */
export async function ask(
  page: Page,
  platform: PlatformName,
  text: string,
  heading: string | RegExp,
): Promise<Locator> {
  const before = await messages(page, platform).count();
  await page.locator(`#${platform}-text`).fill(text);
  await page.locator(`#${platform}-text`).press('Enter');
  await expect.poll(() => messages(page, platform).count(), { timeout: WAIT_MS }).toBeGreaterThan(before);
  const answer = card(page, platform);
  await answer.locator('h3', { hasText: heading }).waitFor();
  return answer;
}
