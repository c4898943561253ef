// `npm run bench:explore` times a step of Utforska in Chromium, from a choice to new pixels, over 400 units × 60 months, and reads the heap after 50 steps and after 200 more. Prints the times; the last line is JSON.
import { launchBrowser } from '../test/browser/launch.ts';
import { serveTree } from '../test/browser/serve-tree.ts';
import { buildAssets } from '../test/dashboards/build-assets.ts';
import { fixtureTree } from '../test/dashboards/fixture-tree.ts';
import { largeSite, MONTHS, UNITS } from '../test/dashboards/fixture/large-site.ts';
import { PAINTED, printSteps } from './painted-steps.ts';
import { printHeap, takeSteps } from './take-steps.ts';

const { site, metric } = largeSite(null);
const served = await serveTree(await fixtureTree(await buildAssets(), site));
const browser = await launchBrowser();
const page = await browser.newPage();
await page.goto(`${served.origin}utforska/index.html#nyckeltal=${metric.id}&fran=2022-01`);
await page.locator('[data-act=start]').click();
await page.locator('#resultat').waitFor();
/** Takes steps in turn: a sex, the other, and both. Gives what each took, ms: from its event until that frame is drawn. */
const take = (steps: number): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => {
  const control = document.querySelector('[data-part=result] select[name="urval-sex"]');
  ${PAINTED}
  const measured = [];
  for (let i = 0; i < ${steps}; i++) {
    await painted();
    const from = performance.now();
    control.value = ['K', 'M', '*'][i % 3];
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await painted();
    measured.push(performance.now() - from);
  }
  return measured;
})()`);
const taken = await takeSteps(page, take);
const shown = await page.locator('[data-part=result] [role=status]').innerText();
await browser.close();
await served.close();
console.log(`${UNITS} units × ${MONTHS} months, ${shown}`);
printHeap(taken);
printSteps('explore', taken.times);
