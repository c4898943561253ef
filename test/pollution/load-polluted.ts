import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../../pipeline/load/load.ts';
import { shelfOf } from '../../pipeline/load/shelf.ts';
import { personalDigest } from '../../pipeline/load/values/digest.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import { identifier } from '../../pipeline/warehouse/sql-text.ts';
import type { Project } from '../../pipeline/words/project.ts';
import type { Warehouse } from '../../pipeline/words/stages.ts';
import { effectsAt } from '../effects-at.ts';
import { COLUMNS } from './clean-table.ts';
import type { Cells } from './clean-table.ts';
import { declarationOf } from './pollution.ts';
import type { Oddity } from './pollution.ts';

/** Who reads CSV: the parser of records, or DuckDB as far as it is sure. */
export type Way = 'parser' | 'bulk';

/** What became of one file. */
export interface Outcome {
  /** Whether nothing of it is loaded, and how that was told. */
  fault: string | null;
  /** The loaded rows by line. */
  loaded: ReadonlyMap<number, Cells>;
  rejected: ReadonlySet<number>;
  counts: { records: number; loaded: number; rejected: number; ignored: number };
  /** Whether DuckDB read it. */
  inBulk: boolean;
}

/** Sources in one warehouse: with more, its catalog gets slow. */
const BATCH = 60;

/** Loads files, each as the one delivery of a source of its own, and gives what became of each, in their order. */
export async function loadPolluted(files: readonly { bytes: Buffer; oddity: Oddity | null }[], way: Way): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < files.length; from += BATCH) outcomes.push(...(await loadBatch(files.slice(from, from + BATCH), way)));
  return outcomes;
}

async function loadBatch(files: readonly { bytes: Buffer; oddity: Oddity | null }[], way: Way): Promise<Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'malbild-pollution-'));
  const warehouse = await openWarehouse(join(folder, 'spill'));
  try {
    const shelf = await shelfOf(warehouse, () =>
      Promise.resolve({ key: new Uint8Array(), digest: personalDigest(new Uint8Array()), timeZone: 'Europe/Stockholm' }),
    );
    shelf.bulkFrom = way === 'bulk' ? 0 : Infinity;
    const sources = files.map(({ oddity }, i) => declarationOf(`file-${String(i).padStart(3, '0')}`, oddity));
    const deliveries = await Promise.all(
      files.map(async ({ bytes }, i) => {
        const path = join(folder, `${i}`);
        await writeFile(path, bytes);
        const of = { source: sources[i]!.id, name: `${i}.csv`, received: '2026-07-01', sequence: 0, period: null };
        return { ...of, sha256: `${i}`, path, bytes: bytes.length };
      }),
    );
    const project = { sources, municipality: { time_zone: 'Europe/Stockholm' } } as unknown as Project;
    const told = await load(project, { deliveries, refused: [] }, '2026-12-31', warehouse, folder, effectsAt(new Date(0)));
    const outcomes: Outcome[] = [];
    for (const [i, { declaration, deliveries: counted }] of told.sources.entries()) {
      const { broken, records, loaded, rejected, ignored } = counted[0]!;
      const holding = told.findings.find(({ sources: of, severity }) => of[0] === declaration.id && severity === 'hold-metric');
      const extract = shelf.sources.get(declaration.id)!.extracts.values().next().value!;
      outcomes.push({
        fault: broken ? (holding ? `${holding.code}:${holding.line}` : 'a fault that nobody is told of') : null,
        loaded: await loadedRows(warehouse, declaration.id),
        rejected: new Set(told.rejects.filter(({ source }) => source === declaration.id).map(({ line }) => line)),
        counts: { records, loaded, rejected, ignored },
        inBulk: extract.bulkFrom !== null,
      });
      if (i !== outcomes.length - 1) throw new Error('sources are told in another order than they were given');
    }
    return outcomes;
  } finally {
    warehouse.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

async function loadedRows(warehouse: Warehouse, source: string): Promise<Map<number, Cells>> {
  const names = COLUMNS.map(({ name }) => `${identifier(name)}::varchar`).join(', ');
  const found = await rows(warehouse, `select _row % 4294967296, ${names} from raw.${identifier(source)}`);
  return new Map(found.map(([line, ...cells]) => [Number(line), cells.map(cell => (cell === null ? null : String(cell)))]));
}
