import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules whose answer a theme can change. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** Rules whose answer a width can change. */
const LAYOUT = [...COLOURS, 'target-size', 'scrollable-region-focusable', 'skip-link', 'label-title-only', 'td-headers-attr', 'list'];

/**
 * What axe finds on a page (every rule of WCAG 2.2 A and AA, and good practice): by every rule at 1280 px in light, by those that a width
 * or a theme can change at 320 px and in dark. The page must be opened without its policy, which forbids what axe needs.
 */
export async function findByAxe(page: Page): Promise<string[]> {
  await prepare(page);
  const found: string[] = [];
  for (const [width, rules] of [
    [1280, null],
    [320, LAYOUT],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const told = await violations(page, colorScheme === 'light' ? rules : COLOURS);
      found.push(...told.map(line => `${width} px, ${colorScheme}: ${line}`));
    }
  }
  return found;
}

/** What axe finds at 1280 px, by every rule in light and by those of colour in dark: what it costs to ask each of hundreds of pages. */
export async function findByAxeWide(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await prepare(page);
  const light = await violations(page, null);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, COLOURS);
  return [...light, ...dark.map(line => `dark: ${line}`)];
}

async function prepare(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
  await page.evaluate(AXE);
}

const violations = (page: Page, rules: readonly string[] | null): Promise<string[]> =>
  page.evaluate(async runOnly => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] };
    const { axe } = window as unknown as { axe: { run(options: object): Promise<Found> } };
    const found = await axe.run({
      resultTypes: ['violations'],
      ...(runOnly ? { runOnly } : { rules: { 'target-size': { enabled: true } } }),
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  }, rules);
