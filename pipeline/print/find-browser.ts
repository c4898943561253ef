import { existsSync } from 'node:fs';

/** Where Chrome and Chromium usually are. */
export const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chrome or Chromium to use: the one that `CHROME_PATH` names and no other, or one in the usual places. Null where there is none. */
export function findBrowser({ CHROME_PATH: named }: Readonly<Record<string, string | undefined>>): string | null {
  const places = named === undefined || named === '' ? USUAL_PLACES : [named];
  return places.find(path => existsSync(path)) ?? null;
}
