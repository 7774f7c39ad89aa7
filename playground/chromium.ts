// Debian's Chromium, for pictures and for the tests of the page; it reaches nothing but this machine.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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

/** What to do where there is none. */
export const NO_CHROMIUM = `no Chromium at ${PLACES.join(', ')}: apt-get install -y chromium`;

export function findChromium(): string | undefined {
  return PLACES.find((path) => existsSync(path));
}

/** With a profile of its own, which goes when it closes. @throws Error where there is no Chromium */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) return Promise.reject(new Error(NO_CHROMIUM));
  return chromium.launch({ executablePath, args: FLAGS });
}
