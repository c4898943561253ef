// `npm run bench:explore` times a step of Utforska in Chromium, from a choice to new pixels, over 400 units × 60 months. Prints the times; the last line is JSON.
import { launchBrowser } from '../test/browser/launch.ts';
import { serveTree } from '../test/browser/serve-tree.ts';
import { buildAssets } from '../test/dashboards/build-assets.ts';
import { fixtureTree } from '../test/dashboards/fixture-tree.ts';
import { largeSite, MONTHS, UNITS } from './large-site.ts';
import { PAINTED, printSteps } from './painted-steps.ts';

const STEPS = 40;

const { site, metric } = largeSite(null);
const served = await serveTree(await fixtureTree(await buildAssets(), site));
const browser = await launchBrowser();
const page = await browser.newPage();
await page.goto(`${served.origin}utforska/index.html#nyckeltal=${metric.id}&fran=2022-01`);
await page.locator('[data-act=start]').click();
await page.locator('#resultat').waitFor();
const times = await page.evaluate<number[]>(`(async () => {
  const control = document.querySelector('[data-part=result] select[name="urval-sex"]');
  ${PAINTED}
  const measured = [];
  for (let i = 0; i < ${STEPS}; i++) {
    await painted();
    const from = performance.now();
    control.value = ['K', 'M', '*'][i % 3];
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await painted();
    measured.push(performance.now() - from);
  }
  return measured;
})()`);
const shown = await page.locator('[data-part=result] [role=status]').innerText();
await browser.close();
await served.close();
console.log(`${UNITS} units × ${MONTHS} months, ${shown}`);
printSteps('explore', times.slice(5));
