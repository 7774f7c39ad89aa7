// A browser for pictures and for the tests of the page; it reaches nothing but this machine.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium.ts';

/** Where systems keep theirs. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * The system's Chromium, else the one that `npm ci` brings; with a profile of its own, which goes when it closes.
 * @throws Error of one line where neither runs
 */
export async function launchChromium(places: readonly string[] = PLACES): Promise<Browser> {
  const executablePath = places.find((path) => existsSync(path));
  try {
    const program = executablePath === undefined ? await unpackedChromium() : { executablePath };
    return await chromium.launch({ ...program, args: FLAGS });
  } catch (error) {
    const [why] = (error as Error).message.split('\n');
    const tried = executablePath ?? 'the one that npm ci brings, for Linux on x64';
    throw new Error(`No Chromium runs here: install Chromium or Chrome; tried ${tried}: ${why}`);
  }
}
