// The browser that the other tests look with, where the system has none.
import { describe, expect, it } from 'vitest';
import { launchChromium } from '../../playground/chromium.ts';

const here = `${process.platform} ${process.arch}`;

describe('without a Chromium of the system', () => {
  it('the one that npm ci brings shows a page, and elsewhere than on Linux on x64 one line says what to install', async () => {
    if (here !== 'linux x64')
      return expect(launchChromium([])).rejects.toThrow(/^No Chromium runs here: install Chromium or Chrome; .+$/);
    const browser = await launchChromium([]);
    const page = await browser.newPage();
    await page.setContent('<h1>502 网关错误</h1>');
    expect(await page.locator('h1').textContent()).toBe('502 网关错误');
    return browser.close();
  });
});

describe('with a Chromium that does not start', () => {
  it('one line says which, and what to install', async () => {
    await expect(launchChromium([process.execPath])).rejects.toThrow(
      /^No Chromium runs here: install Chromium or Chrome; tried .+$/,
    );
  });
});
