import type { JudgementsFile } from '../contract/judgements.ts';
import type { Observation } from '../contract/observation.ts';
import { exportParquet, type ParquetColumn } from '../warehouse/export-parquet.ts';
import { digestOf } from '../words/digest.ts';
import { digestOnce, rowsDigest } from '../words/rows-digest.ts';
import type { Judged, Protected, ProtectedMetric, Warehouse } from '../words/stages.ts';
import { csv } from './csv.ts';
import { encode } from './encode.ts';
import type { Gathering } from './gather-files.ts';
import { observationFields, observationHeader } from './observation-columns.ts';

/** A metric's rows in both formats; Parquet when DuckDB has made it. */
interface Tables {
  csv: Uint8Array;
  parquet: Promise<Uint8Array>;
}

/** Made once for audiences that see the same rows. */
const made = new WeakMap<readonly Observation[], Tables>();

/** `data/goals.json`, and for each metric its judgements, its observations as CSV and Parquet, and the parts of units that moved. */
export async function renderData(cells: Protected, judged: Judged, warehouse: Warehouse, tree: Gathering): Promise<void> {
  tree.add({ path: 'data/goals.json', bytes: encode(JSON.stringify({ plans: judged.plans }, null, 1)) });
  for (const judgements of judged.judgements) {
    const path = `data/judgements/${judgements.metric}.json`;
    const key = digestOf([judgements.metric, judgements.own_target, digestOnce(judgements.cells)]);
    if (!(await tree.takeOver([path], key))) tree.add({ path, bytes: encode(judgementsFile(judgements)) }, key);
  }
  const toMake: [ProtectedMetric, key: string][] = [];
  for (const metric of cells.metrics) {
    const { id, dimensions } = metric.declaration;
    const key = digestOf([id, dimensions, rowsDigest(metric.observations), digestOnce(metric.parts)]);
    const paths = pathsOf(metric);
    const all = metric.parts.length > 0 ? Object.values(paths) : [paths.csv, paths.parquet];
    if (!(await tree.takeOver(all, key))) toMake.push([metric, key]);
  }
  makeTables(
    toMake.flatMap(([metric]) => (made.has(metric.observations) ? [] : [metric])),
    warehouse,
  );
  for (const [metric, key] of toMake) {
    const paths = pathsOf(metric);
    const tables = made.get(metric.observations)!;
    tree.add({ path: paths.csv, bytes: tables.csv }, key);
    tree.add({ path: paths.parquet, bytes: await tables.parquet }, key);
    if (metric.parts.length > 0) tree.add({ path: paths.parts, bytes: encode(partsFile(metric)) }, key);
  }
}

const pathsOf = ({ declaration: { id } }: ProtectedMetric) => ({
  csv: `data/observations/${id}.csv`,
  parquet: `data/observations/${id}.parquet`,
  parts: `data/parts/${id}.csv`,
});

function partsFile({ declaration: { id, dimensions }, parts }: ProtectedMetric): string {
  const fields = parts.map(part => [...observationFields(id, part), part.parent]);
  return csv([...observationHeader(dimensions), 'parent'], fields);
}

/** A line a cell. */
function judgementsFile({ metric, own_target, cells }: JudgementsFile): string {
  const head: Omit<JudgementsFile, 'cells'> = { metric, own_target };
  const lines = cells.map(cell => JSON.stringify(cell));
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
