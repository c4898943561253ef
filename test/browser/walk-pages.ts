import type { Browser, Page } from 'playwright-core';
import { findByAxe, findByAxeWide } from './checks/axe.ts';
import { findByCharts } from './checks/charts.ts';
import { findByFocus } from './checks/focus.ts';
import { findByForcedColours, findByMotion } from './checks/media.ts';
import { findByReflow } from './checks/reflow.ts';

/** What holds on every page, by what it is called in a report. */
const CHECKS: Readonly<Record<string, (page: Page) => Promise<string[]>>> = {
  'is in Swedish, with a title of its own': findByLanguage,
  'has a text and a table for every chart': findByCharts,
  'shows where the focus is': findByFocus,
  'reads without scrolling sideways from 320 to 1280 px, as at 400 %': findByReflow,
  'keeps to the reader’s colours where they are forced': findByForcedColours,
  'does not move for a reader who asks for less movement': findByMotion,
};
const AXE = 'has nothing that axe finds';
const AXE_WIDE = 'has nothing that axe finds at 1280 px, in light and in dark';
const QUIET = 'asks nobody else for anything, and has nothing to say in the console';

/** Names of all that is checked, and of what is worth the time on every single page. */
export const CHECKED: readonly string[] = [QUIET, AXE, ...Object.keys(CHECKS)];
export const CHECKED_EVERYWHERE: readonly string[] = [QUIET, AXE_WIDE];

/** Opens pages one after another, and gives what was found, a line each beginning with the page's path, by the name of the check. */
export async function walkPages(
  browser: Browser,
  origin: string,
  paths: readonly string[],
  checked: readonly string[] = CHECKED,
): Promise<Map<string, string[]>> {
  const found = new Map(checked.map(check => [check, [] as string[]]));
  const tell = (check: string, path: string, lines: readonly string[]) => found.get(check)?.push(...lines.map(line => `${path}: ${line}`));
  // What a service worker fetches for later would stand in the way; it has tests of its own.
  const serviceWorkers = 'block';
  const [asPublished, unbound] = await Promise.all([
    browser.newPage({ serviceWorkers }),
    browser.newPage({ serviceWorkers, bypassCSP: true }),
  ]);
  const quiet = listen(asPublished, origin);
  const check = async (path: string): Promise<void> => {
    await asPublished.goto(origin + path);
    for (const name of checked) if (CHECKS[name]) tell(name, path, await CHECKS[name](asPublished));
    tell(QUIET, path, quiet.splice(0));
  };
  const [byAxe] = checked.filter(name => name === AXE || name === AXE_WIDE);
  const checkByAxe = async (path: string): Promise<void> => {
    if (byAxe === undefined) return;
    await unbound.goto(origin + path);
    tell(byAxe, path, await (byAxe === AXE ? findByAxe : findByAxeWide)(unbound));
  };
  for (const path of paths) await Promise.all([check(path), checkByAxe(path)]);
  await Promise.all([asPublished.context().close(), unbound.context().close()]);
  return found;
}

/** What a page asks others for, and whatever it says in the console, as it happens. A breach of the policy is said there. */
function listen(page: Page, origin: string): string[] {
  const heard: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(origin)) heard.push(`asks for ${request.url()}`);
  });
  page.on('requestfailed', request => {
    // What was still on its way when the next page was opened is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') heard.push(`does not get ${request.url()}`);
  });
  // The driver says itself that it keeps service workers out.
  page.on('console', message => {
    if (!message.text().includes('blocked by Playwright')) heard.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', error => heard.push(error.message));
  return heard;
}

async function findByLanguage(page: Page): Promise<string[]> {
  const { lang, title } = await page.evaluate(() => ({ lang: document.documentElement.lang, title: document.title }));
  return [...(lang === 'sv' ? [] : [`lang is ${lang}`]), ...(/\S – \S/.test(title) ? [] : [`titled ${title}`])];
}
