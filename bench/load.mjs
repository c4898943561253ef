// `npm run bench:load [-- ROWS]`: how long Målbild takes to load one large CSV extract into typed tables with rejects, as a ratio
// to DuckDB's own read_csv with the same types into a database file, both in this run. Times are printed, never asserted.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROWS = Number(process.argv[2] ?? 10_000_000);
const ROUNDS = 3;
const BAR = 1.5;
const folder = join(tmpdir(), 'malbild-bench');
const extract = join(folder, `cases-${ROWS}.csv`);
const here = name => fileURLToPath(new URL(name, import.meta.url));

mkdirSync(folder, { recursive: true });
if (!existsSync(extract)) {
  console.log(`making ${extract}`);
  run(process.execPath, [here('generate-extract.mjs'), 'cases', String(ROWS), `${extract}.part`]);
  renameSync(`${extract}.part`, extract);
}
console.log(`${ROWS} rows, ${(statSync(extract).size / 1e6).toFixed(0)} MB`);

const work = mkdtempSync(join(folder, 'run-'));
try {
  const side = name =>
    JSON.parse(
      run(process.execPath, ['--import', 'tsx', here('load-side.ts'), name, extract, work])
        .trim()
        .split('\n')
        .at(-1),
    );
  const kept = side('keep');
  console.log(`hashing and copying to the state folder: ${kept.seconds.toFixed(2)} s`);
  const rounds = Array.from({ length: ROUNDS }, () => ({ duckdb: side('duckdb'), malbild: side('malbild') }));
  for (const { duckdb, malbild } of rounds)
    console.log(
      `DuckDB alone ${duckdb.seconds.toFixed(2)} s, ${duckdb.rss} MB RSS; Målbild ${malbild.seconds.toFixed(2)} s, ` +
        `${malbild.rss} MB RSS, ${malbild.heap} MB JS heap; ${malbild.loaded} loaded, ${malbild.rejected} rejected`,
    );
  const ratio = median(rounds.map(({ duckdb, malbild }) => malbild.seconds / duckdb.seconds));
  console.log(JSON.stringify({ bench: 'load', ratio: Number(ratio.toFixed(3)), bar: BAR }));
} finally {
  rmSync(work, { recursive: true });
}

function run(command, args) {
  const { status, stdout } = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  if (status !== 0) process.exit(status ?? 1);
  return stdout;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
