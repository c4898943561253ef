// `npm run bench:run [-- ROWS]`: what a whole run costs, from a delivery to an edition, over one large extract (bench/run-project/: ten
// measures by unit and month with rolling twelve), as ratios to DuckDB's own typed load and hand-fused queries that give the same rows
// (hand-fused.mjs), in this run. The rows are compared, and must be equal. Times are printed, never asserted.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { budgetOf, MONTHS, organisation } from './run-sources.mjs';
import { stagesText, timedRun } from './timed-run.mjs';

const ROWS = Number(process.argv[2] ?? 10_000_000);
const ROUNDS = 3;
const BARS = { measure: 1.5, run: 1.75, gigabytes: 4 };
const folder = join(tmpdir(), 'malbild-bench');
const extract = join(folder, `cases-${ROWS}.csv`);
const here = name => fileURLToPath(new URL(name, import.meta.url));

mkdirSync(folder, { recursive: true });
if (!existsSync(extract)) {
  console.log(`making ${extract}`);
  run([here('generate-extract.mjs'), 'cases', String(ROWS), `${extract}.part`]);
  renameSync(`${extract}.part`, extract);
}
console.log(`${ROWS} rows, ${(statSync(extract).size / 1e6).toFixed(0)} MB`);
run([here('../build.mjs')]);

const work = mkdtempSync(join(folder, 'run-'));
const project = join(work, 'project');
const out = join(work, 'dist');
try {
  makeProject();
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) {
    const duckdb = side('duckdb', extract, work);
    for (const made of [out, join(project, '.malbild')]) rmSync(made, { recursive: true, force: true });
    const malbild = await timedRun(project, out);
    const { rows, different } = side('compare', out, work);
    console.log(
      `DuckDB alone: load ${duckdb.load.toFixed(2)} s, queries ${duckdb.queries.toFixed(2)} s, ${duckdb.rss} MB RSS; ` +
        `Målbild ${malbild.seconds.toFixed(2)} s (${stagesText(malbild.stages)}), ${malbild.rss} MB RSS; ${rows} rows, ${different} differ`,
    );
    if (rows === 0 || different > 0) throw new Error('the two do not give the same rows');
    rounds.push({ duckdb, malbild });
  }
  const cold = median(rounds.map(({ malbild }) => malbild.seconds));
  const unchanged = await timedRun(project, out);
  console.log(`a run where nothing changed: ${unchanged.seconds.toFixed(2)} s`);
  writeBudget(MONTHS.at(-1), 2);
  const month = await timedRun(project, out);
  console.log(
    `one changed month in one small source: ${month.seconds.toFixed(2)} s (${stagesText(month.stages)}), ${(month.seconds / cold).toFixed(3)} of the cold run`,
  );
  const ratios = [
    { bench: 'run-measure', of: ({ duckdb, malbild }) => malbild.stages.measure / duckdb.queries, bar: BARS.measure },
    { bench: 'run-memory', of: ({ malbild }) => malbild.rss / 1000, bar: BARS.gigabytes },
    { bench: 'run', of: ({ duckdb, malbild }) => malbild.seconds / (duckdb.load + duckdb.queries), bar: BARS.run },
  ].map(({ bench, of, bar }) => ({ bench, ratio: Number(median(rounds.map(of)).toFixed(3)), bar }));
  // The one that is nearest to its bar, or furthest beyond it, comes last.
  for (const line of ratios.toSorted((a, b) => a.ratio / a.bar - b.ratio / b.bar)) console.log(JSON.stringify(line));
} finally {
  rmSync(work, { recursive: true });
}

/** The project of this bench with its deliveries; the extract is linked, not copied. */
function makeProject() {
  cpSync(here('run-project'), project, { recursive: true });
  for (const source of ['cases', 'organisation', 'budget']) mkdirSync(join(project, `sources/${source}/in`), { recursive: true });
  symlinkSync(extract, join(project, 'sources/cases/in/cases_2026-01-05.csv'));
  writeFileSync(join(project, 'sources/organisation/in/organisation_2026-01-05.csv'), organisation());
  for (const month of MONTHS) writeBudget(month, 1);
}

function writeBudget(month, version) {
  writeFileSync(join(project, `sources/budget/in/budget_${month}_2026-01-0${version}.csv`), budgetOf(month, version));
}

/** One side in a process of its own, so that memory is its own. */
function side(...args) {
  return JSON.parse(
    run([here('run-side.mjs'), ...args])
      .trim()
      .split('\n')
      .at(-1),
  );
}

function run(args) {
  const { status, stdout } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  if (status !== 0) process.exit(status ?? 1);
  return stdout;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
