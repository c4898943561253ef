import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findBrowser, USUAL_PLACES } from '../../pipeline/print/find-browser.ts';

/** Starts the Chrome or Chromium of `CHROME_PATH`, of the usual places, or playwright-core's own download, without a window. Throws a sentence that says what to do when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const downloaded = chromium.executablePath();
  const executablePath = findBrowser(process.env) ?? (existsSync(downloaded) ? downloaded : null);
  if (executablePath === null) {
    throw new Error(
      `No Chrome or Chromium found in CHROME_PATH or in ${USUAL_PLACES.slice(0, 4).join(', ')}. Install one (on Debian: apt-get install chromium), or set CHROME_PATH to it.`,
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
