// Pictures of cards for the README: `npm run screenshots`, or of others by their names in the gallery: `-- 499 guide`.
import { mkdir, writeFile } from 'node:fs/promises';
import { pino } from 'pino';
import { launchChromium } from '../playground/chromium.ts';
import { startPlayground } from '../playground/start.ts';
import { createCore } from '../src/index.ts';
import { smallPng } from './small-png.ts';

const FOLDER = new URL('../docs/pictures/', import.meta.url);
/** Each platform in the light that most people see it in. */
const THEMES = { slack: 'light', discord: 'dark' } as const;
/** About as wide as a channel. */
const WIDTH = 640;
/** A README shall load quickly. */
const MAX_BYTES = 200 * 1024;

const names = process.argv.length > 2 ? process.argv.slice(2) : ['502'];
const core = createCore();
const log = pino({ level: 'warn' });
const playground = await startPlayground({ core, log, defaultLocale: 'en', port: 0 });
await playground.ready;
const browser = await launchChromium();
await mkdir(FOLDER, { recursive: true });
const page = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: WIDTH, height: 900 } });
for (const [platform, theme] of Object.entries(THEMES)) {
  await page.goto(`${playground.url}/gallery?theme=${theme}`);
  // No corner of the page behind it.
  await page.evaluate("for (const { style } of document.querySelectorAll('.figure')) style.borderRadius = '0'");
  for (const id of names.flatMap((name) => core.locales.map((locale) => `${platform}-${name}-${locale}`))) {
    const picture = smallPng(await page.locator(`[id="${id}"]`).screenshot({ animations: 'disabled' }));
    if (picture.length > MAX_BYTES) throw new Error(`${id}: ${picture.length} bytes are too many for a README`);
    await writeFile(new URL(`${id}.png`, FOLDER), picture);
    process.stdout.write(`docs/pictures/${id}.png\n`);
  }
}
await browser.close();
await playground.stop();
