// One side of `bench:run` in a process of its own, so that memory is its own:
// `run-side.mjs duckdb EXTRACT FOLDER`, `malbild PROJECT OUT`, `compare OUT FOLDER`. The last line is JSON, of malbild on stderr `rss MB` and `cpu SECONDS`.
import { rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { HAND_FUSED } from './hand-fused.mjs';

const [name, ...args] = process.argv.slice(2);
const peak = () => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
const since = started => (performance.now() - started) / 1000;

const COLUMNS = {
  case_id: 'VARCHAR',
  unit_id: 'VARCHAR',
  department: 'VARCHAR',
  case_type: 'VARCHAR',
  opened_at: 'TIMESTAMP',
  closed_at: 'TIMESTAMP',
  channel: 'VARCHAR',
  citizen_age: 'BIGINT',
  gender: 'VARCHAR',
  cost_sek: 'DECIMAL(12,2)',
};

/** DuckDB's own typed load into a database file, and the hand-fused queries; what they gave is left in Parquet files. */
async function duckdb(extract, folder) {
  const database = join(folder, 'alone.duckdb');
  const connection = await (await DuckDBInstance.create(database)).connect();
  const types = Object.entries(COLUMNS).map(([column, type]) => `${column}: '${type}'`);
  const loading = performance.now();
  await connection.run(
    `create table cases as from read_csv('${extract}', delim = ';', header = true, auto_detect = false, decimal_separator = ',', columns = {${types.join(', ')}})`,
  );
  await connection.run('checkpoint');
  const load = since(loading);
  const asking = performance.now();
  for (const statement of HAND_FUSED) await connection.run(statement);
  const queries = since(asking);
  await connection.run(`copy hand_fused to '${join(folder, 'hand-fused.parquet')}' (format parquet)`);
  await connection.run(`copy (select distinct unit_id, department from cases) to '${join(folder, 'units.parquet')}' (format parquet)`);
  connection.closeSync();
  rmSync(database);
  console.log(JSON.stringify({ load, queries, rss: peak() }));
}

/** `malbild run`, as the bin does it. */
async function malbild(project, out) {
  process.argv.splice(2, Infinity, 'run', '--project', project, '--out', out, '--json');
  process.on('exit', () => writeSync(2, `rss ${peak()}\ncpu ${process.cpuUsage().user / 1e6}\n`));
  await import('../dist/cli/malbild.js');
}

/**
 * Over the extract's months (the one under way at `as_of` has nothing of its own): how many rows the two have, and in how many they differ, in any bit of the value. A value
 * that is null may also have no row.
 */
async function compare(out, folder) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  // The tree calls departments F01 to F12; the extract has their names.
  const reader = await connection.runAndReadAll(
    `with published as (
       select metric, organisation as member, "window", period_start as month, value
       from read_csv('${out}/current/internal/data/observations/*.csv', header = true, union_by_name = true,
         types = {value: 'DOUBLE', period_start: 'DATE', flag: 'VARCHAR'})
       where metric <> 'budget' and period_start < date '2026-01-01'
     ),
     names as (select distinct 'F' || lpad(((substr(unit_id, 2)::integer - 1) % 12 + 1)::varchar, 2, '0') as id, department
       from '${folder}/units.parquet'),
     fused as (select metric, coalesce(id, member) as member, "window", month, value from '${folder}/hand-fused.parquet' left join names on department = member)
     select count(*)::integer, count(*) filter (where p.value is distinct from f.value)::integer
     from published p full join fused f using (metric, member, "window", month)`,
  );
  const [[rows, different]] = reader.getRows();
  console.log(JSON.stringify({ rows, different }));
}

await { duckdb, malbild, compare }[name](...args);
