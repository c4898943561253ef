import { remember } from '../../dashboards/remember.ts';
import type { Observation } from '../contract/observation.ts';
import { exportParquet, type ParquetColumn } from '../warehouse/export-parquet.ts';
import type { ProtectedMetric, Warehouse } from '../words/stages.ts';
import { csv } from './csv.ts';
import { encode } from './encode.ts';
import { observationFields, observationHeader } from './observation-columns.ts';
import { observationJson } from './observation-json.ts';

/** A metric's rows in each format: JSON when it is asked for, while threads draw, and Parquet when DuckDB has made it. */
export interface Tables {
  csv: Uint8Array;
  json(): Uint8Array;
  parquet: Promise<Uint8Array>;
}

/** Made once for audiences that see the same rows. */
const made = new WeakMap<readonly Observation[], Tables>();

const jsonOf = remember((metric: ProtectedMetric): Uint8Array => encode(observationJson(metric)));

/** Makes what has not been made of the metrics' rows; gives the tables of each of them. */
export function makeTables(metrics: readonly ProtectedMetric[], warehouse: Warehouse): (metric: ProtectedMetric) => Tables {
  const toMake = metrics.filter(({ observations }) => !made.has(observations));
  const texts = toMake.map(({ declaration: { id, dimensions }, observations }) =>
    csv(
      observationHeader(dimensions),
      observations.map(o => observationFields(id, o)),
    ),
  );
  const parquet = exportParquet(
    warehouse,
    toMake.map((metric, i) => ({ columns: parquetColumns(metric), csv: texts[i]! })),
  );
  for (const [i, metric] of toMake.entries()) {
    const own = parquet.then(files => files[i]!);
    own.catch(() => undefined); // Awaited by whoever asks for it; the first to do so tells of the failure.
    made.set(metric.observations, { csv: encode(texts[i]!), json: () => jsonOf(metric), parquet: own });
  }
  return metric => made.get(metric.observations)!;
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
