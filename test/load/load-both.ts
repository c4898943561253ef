import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadExtracts } from '../../pipeline/load/load-extracts.ts';
import { bulksOf } from '../../pipeline/load/settle-extracts.ts';
import { shelfOf } from '../../pipeline/load/shelf.ts';
import type { LoadedExtract } from '../../pipeline/load/shelf.ts';
import { personalDigest } from '../../pipeline/load/values/digest.ts';
import { loadedRelation } from '../../pipeline/warehouse/loaded-tables.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import type { SourceDeclaration } from '../../pipeline/words/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-bulk-'));
const file = join(folder, 'extract');
/** One warehouse in which DuckDB reads what it can, and one in which the parser reads everything. */
const warehouses = { bulk: openWarehouse(join(folder, 'bulk')), parser: openWarehouse(join(folder, 'parser')) };
// They serve every file of tests in a worker, and end with the process.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const KEY = Buffer.from('en nyckel för prov');
let loads = 0;

/** What loading one extract gives: what was told of it, and its rows in line order, as text. */
export interface Outcome extends Omit<LoadedExtract, 'bulkFrom' | 'extract'> {
  bulk: boolean;
  rows: string[][];
}

async function load(source: SourceDeclaration, content: Buffer, by: keyof typeof warehouses, period: string | null): Promise<Outcome> {
  writeFileSync(file, content);
  const warehouse = await warehouses[by];
  const shelf = await shelfOf(warehouse, async () => ({ key: KEY, digest: personalDigest(KEY), timeZone: 'Europe/Stockholm' }));
  shelf.bulkFrom = by === 'bulk' ? 0 : Infinity;
  const delivery = { source: source.id, name: 'extract', received: '2026-01-01', sequence: 0, sha256: `${loads++}`, period, path: file };
  const [loaded] = await loadExtracts(source, [{ ...delivery, bytes: content.length }], shelf, warehouse);
  const { bulkFrom, extract, rejects, ...told } = loaded!;
  const relation = loadedRelation(source.id, source.columns, bulksOf([loaded!]));
  const found = await rows(warehouse, `select * exclude (_extract) from ${relation} where _extract = ${extract} order by _line`);
  const [tables] = await rows(warehouse, `select count(*) from duckdb_tables() where table_name = 'extract ${extract}'`);
  expect(Number(tables![0])).toBe(bulkFrom === null ? 0 : 1);
  const own = rejects.map(reject => ({ ...reject, sha256: '' }));
  return { ...told, rejects: own, bulk: bulkFrom !== null, rows: found.map(row => row.map(String)) };
}

/** Loads an extract both ways, expects the same of both, and gives the bulk's. */
export async function both(source: SourceDeclaration, content: string | Buffer, period: string | null = null): Promise<Outcome> {
  const bytes = Buffer.from(content as string);
  const { bulk, ...inBulk } = await load(source, bytes, 'bulk', period);
  const { bulk: never, ...oneByOne } = await load(source, bytes, 'parser', period);
  expect(never).toBe(false);
  expect(inBulk).toEqual(oneByOne);
  return { ...inBulk, bulk };
}
