// `npm run bench:drill` times a filter or drill step of a metric page in Chromium, from a choice to new pixels, over 400 units × 60 months, and reads the heap after 50 steps and after 200 more. Prints the times; the last line is JSON.
import { launchBrowser } from '../test/browser/launch.ts';
import { serveTree } from '../test/browser/serve-tree.ts';
import { buildAssets } from '../test/dashboards/build-assets.ts';
import { fixtureTree } from '../test/dashboards/fixture-tree.ts';
import { largeSite, MONTHS, UNITS } from '../test/dashboards/fixture/large-site.ts';
import { PAINTED, printSteps } from './painted-steps.ts';
import { printHeap, takeSteps } from './take-steps.ts';

/** Units whose rows are shown at first. */
const SHOWN = 50;

const { site, metric } = largeSite('NAMND');
const served = await serveTree(await fixtureTree(await buildAssets(), site));
const browser = await launchBrowser();
const page = await browser.newPage();
page.on('pageerror', error => {
  throw error;
});
await page.goto(`${served.origin}nyckeltal/${metric.id}/NAMND/index.html`);
await page.locator('.units tbody a[data-unit]').first().waitFor();

/** Takes steps in turn: a sex, the other, a unit, and the way back up. Gives what each took, ms: from its event until the parts are changed and that frame is drawn. */
const take = (steps: number): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => {
    ${PAINTED}
    const place = name => document.querySelector('mb-drill [data-part=' + name + ']');
    const shown = () => new Promise(resolve => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        resolve(painted());
      });
      seen.observe(place('trend'), { childList: true });
    });
    const filter = sex => {
      const control = document.querySelector('mb-drill select[name=sex]');
      control.value = sex;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const turns = [
      () => filter('K'),
      () => filter('M'),
      i => place('units').querySelectorAll('tbody a[data-unit]')[i % ${SHOWN}].click(),
      () => place('trail').querySelector('a').click(),
    ];
    const measured = [];
    for (let i = 0; i < ${steps}; i++) {
      await painted();
      const seen = shown();
      const from = performance.now();
      turns[i % turns.length](i);
      await seen;
      measured.push(performance.now() - from);
    }
    return measured;
  })()`);

const taken = await takeSteps(page, take);
await browser.close();
await served.close();
console.log(`${UNITS} units × ${MONTHS} months`);
printHeap(taken);
printSteps('drill', taken.times);
