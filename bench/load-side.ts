// One side of `bench:load` in a process of its own, so that memory is its own: `load-side.ts keep|duckdb|malbild EXTRACT FOLDER`.
// The last line is JSON.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { realEffects } from '../pipeline/effects/effects.ts';
import { extract } from '../pipeline/extract/extract.ts';
import { load } from '../pipeline/load/load.ts';
import { readProject } from '../pipeline/read/read-project.ts';
import { openWarehouse } from '../pipeline/warehouse/open.ts';

const [side, path, folder] = process.argv.slice(2) as [string, string, string];

/** Header in the file, name, type as Målbild declares it, type as DuckDB has it. */
const COLUMNS: [header: string, declared: string, duckdb: string][] = [
  ['case_id', 'text, required: true, key: true', 'VARCHAR'],
  ['unit_id', 'text, required: true', 'VARCHAR'],
  ['department', 'text', 'VARCHAR'],
  ['case_type', 'text', 'VARCHAR'],
  ['opened_at', 'timestamp, required: true', 'TIMESTAMP'],
  ['closed_at', 'timestamp', 'TIMESTAMP'],
  ['channel', 'text, allowed: [e-tjänst, telefon, e-post, besök, brev]', 'VARCHAR'],
  ['citizen_age', 'integer, min: 0, max: 103', 'BIGINT'],
  ['gender', 'text, allowed: [K, M]', 'VARCHAR'],
  ['cost_sek', '"decimal(12,2)", min: 0', 'DECIMAL(12,2)'],
];

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
const peak = (): number => megabytes(process.resourceUsage().maxRSS * 1024);

async function duckdb(): Promise<object> {
  const database = join(folder, 'alone.duckdb');
  const connection = await (await DuckDBInstance.create(database)).connect();
  const types = COLUMNS.map(([header, , type]) => `${header}: '${type}'`).join(', ');
  const started = performance.now();
  await connection.run(
    `create table cases as from read_csv('${path}', delim = ';', header = true, auto_detect = false, decimal_separator = ',', columns = {${types}})`,
  );
  await connection.run('checkpoint');
  const seconds = (performance.now() - started) / 1000;
  connection.closeSync();
  rmSync(database);
  return { seconds, rss: peak() };
}

const project = join(folder, 'project');
const state = join(project, '.malbild');

/** Finds the extract as a run does: hashed, and copied to the state folder. */
async function keep(): Promise<object> {
  mkdirSync(join(project, 'sources/cases/in'), { recursive: true });
  symlinkSync(path, join(project, 'sources/cases/in/cases.csv'));
  writeFileSync(
    join(project, 'malbild.yaml'),
    'name: Prov\ncode: "9999"\ntime_zone: Europe/Stockholm\ncalendar: { grains: [month, year] }\n',
  );
  writeFileSync(
    join(project, 'sources/cases/source.yaml'),
    `id: cases\nname: Ärenden\nowner: Prov\nclass: open\nlocation: in/*.csv\nkind: snapshot
format: { type: csv, delimiter: ";", decimal: "," }
columns:\n${COLUMNS.map(([header, declared]) => `  ${header}: { name: ${header}, type: ${declared} }\n`).join('')}`,
  );
  const started = performance.now();
  await extract(await readProject(project), state, realEffects(), { rehash: false });
  return { seconds: (performance.now() - started) / 1000 };
}

/** Loads the kept extract into a cache that has nothing. */
async function malbild(): Promise<object> {
  const read = await readProject(project);
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
  const deliveries = await extract(read, state, realEffects(), { rehash: false });
  const cache = join(folder, 'warehouse.duckdb');
  const warehouse = await openWarehouse(join(folder, 'spill'), { path: cache, engine: 'bench' });
  let heap = 0;
  const timer = setInterval(() => (heap = Math.max(heap, process.memoryUsage().heapUsed)), 50);
  const started = performance.now();
  const loaded = await load(read, deliveries, '9999-12-31', warehouse, state, realEffects());
  await warehouse.run('checkpoint cache');
  const seconds = (performance.now() - started) / 1000;
  clearInterval(timer);
  const [delivery] = loaded.sources[0]!.deliveries;
  warehouse.closeSync();
  rmSync(cache);
  return { seconds, rss: peak(), heap: megabytes(heap), loaded: delivery!.loaded, rejected: delivery!.rejected };
}

console.log(JSON.stringify(await { keep, duckdb, malbild }[side]!()));
