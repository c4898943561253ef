import type { Observation } from '../contract/observation.ts';
import { parquetOf, type ParquetColumn } from '../warehouse/export-parquet.ts';
import type { Judged, Protected, ProtectedMetric, RenderedFile, Warehouse } from '../words/stages.ts';
import { csv } from './csv.ts';
import { observationFields, observationHeader } from './observation-columns.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `data/goals.json`, and each metric's observations as CSV and Parquet, with the parts of units that moved. */
export async function renderData(cells: Protected, judged: Judged, warehouse: Warehouse): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [{ path: 'data/goals.json', bytes: encode(JSON.stringify({ plans: judged.plans }, null, 1)) }];
  for (const metric of cells.metrics) {
    const { id, dimensions } = metric.declaration;
    const header = observationHeader(dimensions);
    const tables = made.get(metric.observations) ?? (await tablesOf(metric, warehouse));
    made.set(metric.observations, tables);
    files.push({ path: `data/observations/${id}.csv`, bytes: tables.csv });
    files.push({ path: `data/observations/${id}.parquet`, bytes: tables.parquet });
    if (metric.parts.length > 0) {
      const parts = metric.parts.map(part => [...observationFields(id, part), part.parent]);
      files.push({ path: `data/parts/${id}.csv`, bytes: encode(csv([...header, 'parent'], parts)) });
    }
  }
  return files;
}

/** A metric's rows in both formats. */
interface Tables {
  csv: Uint8Array;
  parquet: Uint8Array;
}

/** Made once for audiences that see the same rows. */
const made = new WeakMap<readonly Observation[], Tables>();

async function tablesOf(metric: ProtectedMetric, warehouse: Warehouse): Promise<Tables> {
  const { id, dimensions } = metric.declaration;
  const text = csv(
    observationHeader(dimensions),
    metric.observations.map(o => observationFields(id, o)),
  );
  return { csv: encode(text), parquet: await parquetOf(warehouse, parquetColumns(metric), text) };
}

function parquetColumns(metric: ProtectedMetric): ParquetColumn[] {
  const decimal = (pick: (o: Observation) => string | null): ParquetColumn['type'] =>
    `DECIMAL(38,${metric.observations.reduce((scale, o) => Math.max(scale, scaleOf(pick(o))), 0)})`;
  const types: Record<string, ParquetColumn['type']> = {
    period_start: 'DATE',
    period_end: 'DATE',
    value: 'DOUBLE',
    numerator: decimal(o => o.numerator),
    denominator: decimal(o => o.denominator),
    population: 'BIGINT',
  };
  return observationHeader(metric.declaration.dimensions).map(name => ({ name, type: types[name] ?? 'VARCHAR' }));
}

/** How many decimals exact text has. */
const scaleOf = (decimal: string | null): number =>
  decimal === null || !decimal.includes('.') ? 0 : decimal.length - decimal.indexOf('.') - 1;
