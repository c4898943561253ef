// `npm run bench:explore` times a step of Utforska in Chromium, from a choice to new pixels, over 400 units × 60 months. Prints the times; the last line is JSON.
import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import { firstDay, lastDay } from '../pipeline/contract/period.ts';
import type { Site, SiteMetric } from '../pipeline/contract/site.ts';
import { launchBrowser } from '../test/browser/launch.ts';
import { serveTree } from '../test/browser/serve-tree.ts';
import { buildAssets } from '../test/dashboards/build-assets.ts';
import { fixtureSite } from '../test/dashboards/fixture-site.ts';
import { fixtureTree } from '../test/dashboards/fixture-tree.ts';

const UNITS = 400;
const MONTHS = 60;
const STEPS = 40;
/** Milliseconds from a choice to new pixels. */
const BUDGET = 50;
const FIRST = 12 * 2022;

const nodes = Array.from({ length: UNITS }, (_, i): HierarchyNode => ({
  id: `e${i}`,
  parent: null,
  level: 'unit',
  name: `Enhet ${i}`,
  valid_from: null,
  valid_to: null,
}));

/** The fixture's metric, with a figure for every unit, sex and month. */
function large(metric: SiteMetric): SiteMetric {
  const cells = nodes.flatMap(({ id }) => ['*', 'K', 'M'].map(sex => [id, sex]));
  const observations = [...cells, ['*', '*']].flatMap(members =>
    Array.from({ length: MONTHS }, (_, i) => ({
      grain: 'month' as const,
      window: 'period' as const,
      period_start: firstDay(FIRST + i),
      period_end: lastDay(FIRST + i),
      members,
      value: 5 + ((i * 7 + members[0]!.length * 13 + members[1]!.charCodeAt(0)) % 31) / 10,
      numerator: null,
      denominator: null,
      population: null,
      flag: null,
      marks: [],
    })),
  );
  return { ...metric, grains: ['month'], windows: ['period'], observations, parts: [] };
}

const site: Site = fixtureSite();
const [metric] = site.metrics;
const dimensions = site.dimensions.map(dimension => (dimension.id === 'organisation' ? { ...dimension, nodes } : dimension));
const tree = await fixtureTree(await buildAssets(), {
  ...site,
  plans: [],
  attention: [],
  follow_ups: [],
  dimensions,
  metrics: [large(metric!)],
});
const served = await serveTree(tree);
const browser = await launchBrowser();
const page = await browser.newPage();
await page.goto(`${served.origin}utforska/index.html#nyckeltal=${metric!.id}&fran=2022-01`);
await page.locator('[data-act=start]').click();
await page.locator('#resultat').waitFor();
// A string, since tsx would give its functions names that the page does not know.
const times = await page.evaluate<number[]>(`(async () => {
  const control = document.querySelector('[data-part=result] select[name="urval-sex"]');
  const painted = () => new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    requestAnimationFrame(() => port2.postMessage(null));
  });
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
const sorted = times.slice(5).sort((a, b) => a - b);
const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))]! * 10) / 10;
console.log(`${UNITS} units × ${MONTHS} months, ${shown}`);
console.log(`a step: median ${at(0.5)} ms, nine of ten ${at(0.9)} ms, budget ${BUDGET} ms`);
console.log(JSON.stringify({ bench: 'explore', median_ms: at(0.5), p90_ms: at(0.9), bar: BUDGET }));
