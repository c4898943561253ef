// `npm run bench:render`: what 2,000 pages of metrics cost one audience, drawn and compressed (Brotli and gzip), against 60 seconds; and what is left of
// it on the next run, where one measure of the hundred has new figures. Each run is a process of its own. Times are printed, never asserted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeMonth, PAGES, writeProject } from './render-project.mjs';
import { stagesText, timedRun } from './timed-run.mjs';

const SECONDS = 60;
const BARS = { render: 1, next: 0.1 };
const project = mkdtempSync(join(tmpdir(), 'malbild-bench-render-'));
const out = join(project, 'dist');
const tree = join(out, 'current/internal');

try {
  spawnSync(process.execPath, [fileURLToPath(new URL('../build.mjs', import.meta.url))], { stdio: ['ignore', 'inherit', 'inherit'] });
  writeProject(project);
  const first = await rendered('the first run');
  await rendered('a run where nothing changed');
  changeMonth(project);
  const next = await rendered('a run with one changed month of one measure');
  const ratios = [
    { bench: 'render', ratio: first.rendering / SECONDS, bar: BARS.render },
    { bench: 'render-next', ratio: next.rendering / first.rendering, bar: BARS.next },
  ];
  // The one that is nearest to its bar, or furthest beyond it, comes last.
  for (const line of ratios.toSorted((a, b) => a.ratio / a.bar - b.ratio / b.bar))
    console.log(JSON.stringify({ ...line, ratio: Number(line.ratio.toFixed(3)) }));
} finally {
  rmSync(project, { recursive: true, force: true });
}

/** A run. `rendering`: from figures to files and their compressed copies, seconds. */
async function rendered(name) {
  const before = Date.now();
  const { seconds, stages, rss, cpu } = await timedRun(project, out);
  const written = filesIn(tree).filter(path => statSync(path).ctimeMs >= before && statSync(path).nlink === 1);
  const pages = filesIn(join(tree, 'nyckeltal')).filter(path => path.endsWith('.html') && path !== join(tree, 'nyckeltal/index.html'));
  if (pages.length !== PAGES) throw new Error(`${pages.length} pages of metrics, not ${PAGES}`);
  const rendering = (stages.render ?? 0) + (stages.publish ?? 0);
  console.log(
    `${name}: ${seconds.toFixed(2)} s (${stagesText(stages)}), ${cpu.toFixed(1)} s of processor time, ${rss} MB RSS; ${written.length} files written for ${PAGES} pages of metrics, compressed copies included`,
  );
  return { rendering };
}

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}
