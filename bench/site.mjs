// `npm run bench:site [-- TYPE…]`: what a page of every type costs its reader, on the public tree that `malbild run` left in dist/current
// (one is published where there is none), served as Brotli: bytes and requests; the largest contentful paint and layout shift in DevTools'
// "Slow 4G" with a fourth of the processor, the median of three; Lighthouse's scores for a phone. Each beside its budget, as a table in
// Markdown. With types (`nyckeltal/*`), those alone. Last line: the worst ratio of what was measured to its budget.
import { launchBrowser } from '../test/browser/launch.ts';
import { samplePages } from '../test/browser/page-types.ts';
import { readTree, sizesOf } from '../test/browser/read-tree.ts';
import { serveTree } from '../test/browser/serve-tree.ts';
import { BUDGET, weighPage } from '../test/browser/weigh-page.ts';
import { startLighthouse } from './site/lighthouse.mjs';
import { paintOf } from './site/paint.mjs';
import { publishedTree } from '../scripts/published-tree.mjs';

const BUDGETS = { ...BUDGET, lcp: 1200, shift: 0.02, performance: 0.99, accessibility: 1, practices: 1 };

const tree = await readTree(publishedTree());
const served = await serveTree(tree, { brotli: true });
const browser = await launchBrowser();
const lighthouse = await startLighthouse();
const wanted = process.argv.slice(2);
const ratios = [];
/** A figure of the table, in bold where it is beyond its budget. */
const beside = (measured, budget, text, ratio = measured / budget) => {
  ratios.push(ratio);
  return ratio > 1 ? `**${text}**` : text;
};
const kilobytes = bytes => (bytes / 1000).toFixed(1);
const score = (measured, budget) => beside(measured, budget, measured.toFixed(2), budget / measured);

console.log(
  '| type | page | kB | requests | first choice, code kB | its data kB | LCP ms | chart | shift | Lighthouse: speed | accessibility | practice |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|');
console.log(
  `| budget | | ${BUDGETS.bytes / 1000} | ${BUDGETS.requests} | ${BUDGETS.interaction / 1000} | ${BUDGETS.firstData / 1000} | ${BUDGETS.lcp} | in it | ` +
    `${BUDGETS.shift} | ${BUDGETS.performance} | ${BUDGETS.accessibility} | ${BUDGETS.practices} |`,
);
try {
  for (const [type, [path]] of samplePages(sizesOf(tree), 1)) {
    if (wanted.length > 0 && !wanted.includes(type)) continue;
    const { bytes, requests, hasWasm, interaction } = await weighPage(browser, served, path);
    if (hasWasm) throw new Error(`${path} loads wasm`);
    const { lcp, shift, chart } = await paintOf(browser, served.origin + path);
    const { performance, accessibility, practices } = await lighthouse.scores(served.origin + path, BUDGETS.performance);
    const cells = [
      type,
      path,
      beside(bytes, BUDGETS.bytes, kilobytes(bytes)),
      beside(requests, BUDGETS.requests, requests),
      interaction ? beside(interaction.code, BUDGETS.interaction, kilobytes(interaction.code)) : '–',
      interaction ? beside(interaction.data, BUDGETS.firstData, kilobytes(interaction.data)) : '–',
      beside(lcp, BUDGETS.lcp, Math.round(lcp)),
      chart,
      beside(shift, BUDGETS.shift, shift.toFixed(3)),
      score(performance, BUDGETS.performance),
      score(accessibility, BUDGETS.accessibility),
      score(practices, BUDGETS.practices),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const [largest, size] = sizesOf(tree).reduce((most, { path, bytes }) => (bytes > most[1] ? [path, bytes] : most), ['', 0]);
  console.log(`\nlargest file: ${largest}, ${beside(size, BUDGETS.file, kilobytes(size))} kB of ${BUDGETS.file / 1000}`);
} finally {
  await lighthouse.close();
  await browser.close();
  await served.close();
}
console.log(JSON.stringify({ bench: 'site', ratio: Number(Math.max(...ratios).toFixed(3)), bar: 1 }));
