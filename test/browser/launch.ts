import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chrome or Chromium that browser tests use: `CHROME_PATH`, the usual places, or playwright-core's own download. Null when there is none. */
export function findBrowser(environment: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const candidates = [environment.CHROME_PATH, ...USUAL, chromium.executablePath()];
  return candidates.find(path => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

/** Starts it without a window. Throws a sentence that says what to do when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    throw new Error(
      `No Chrome or Chromium found in CHROME_PATH or in ${USUAL.slice(0, 4).join(', ')}. Install one (on Debian: apt-get install chromium), or set CHROME_PATH to it.`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
