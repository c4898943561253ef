import type { JudgementsFile } from '../contract/judgements.ts';
import type { Observation } from '../contract/observation.ts';
import { exportParquet, type ParquetColumn } from '../warehouse/export-parquet.ts';
import type { Judged, MetricJudgements, Protected, ProtectedMetric, RenderedFile, Warehouse } from '../words/stages.ts';
import { csv } from './csv.ts';
import { encode } from './encode.ts';
import { observationFields, observationHeader } from './observation-columns.ts';

/** A metric's rows in both formats; Parquet when DuckDB has made it. */
interface Tables {
  csv: Uint8Array;
  parquet: Promise<Uint8Array>;
}

/** Made once for audiences that see the same rows. */
const made = new WeakMap<readonly Observation[], Tables>();

/** `data/goals.json`, and for each metric its judgements, its observations as CSV and Parquet, and the parts of units that moved. */
export async function renderData(cells: Protected, judged: Judged, warehouse: Warehouse): Promise<RenderedFile[]> {
  makeTables(
    cells.metrics.filter(metric => !made.has(metric.observations)),
    warehouse,
  );
  const files: RenderedFile[] = [{ path: 'data/goals.json', bytes: encode(JSON.stringify({ plans: judged.plans }, null, 1)) }];
  for (const metric of cells.metrics) {
    const { id, dimensions } = metric.declaration;
    const tables = made.get(metric.observations)!;
    const judgements = judged.judgements.find(file => file.metric === id);
    if (judgements) files.push({ path: `data/judgements/${id}.json`, bytes: encode(judgementsFile(judgements)) });
    files.push({ path: `data/observations/${id}.csv`, bytes: tables.csv });
    files.push({ path: `data/observations/${id}.parquet`, bytes: await tables.parquet });
    if (metric.parts.length > 0) {
      const parts = metric.parts.map(part => [...observationFields(id, part), part.parent]);
      files.push({ path: `data/parts/${id}.csv`, bytes: encode(csv([...observationHeader(dimensions), 'parent'], parts)) });
    }
  }
  return files;
}

/** A line a cell. */
function judgementsFile({ metric, own_target, cells }: MetricJudgements): string {
  const head: Omit<JudgementsFile, 'cells'> = { metric, own_target };
  const lines = cells().map(cell => JSON.stringify(cell));
  return `${JSON.stringify(head).slice(0, -1)},"cells":[\n${lines.join(',\n')}\n]}\n`;
}

function makeTables(metrics: readonly ProtectedMetric[], warehouse: Warehouse): void {
  const texts = metrics.map(({ declaration: { id, dimensions }, observations }) =>
    csv(
      observationHeader(dimensions),
      observations.map(o => observationFields(id, o)),
    ),
  );
  const parquet = exportParquet(
    warehouse,
    metrics.map((metric, i) => ({ columns: parquetColumns(metric), csv: texts[i]! })),
  );
  for (const [i, metric] of metrics.entries()) {
    const own = parquet.then(files => files[i]!);
    own.catch(() => undefined); // Awaited by whoever asks for it; the first to do so tells of the failure.
    made.set(metric.observations, { csv: encode(texts[i]!), parquet: own });
  }
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
