import { createHash } from 'node:crypto';
import type { JudgementsFile } from '../contract/judgements.ts';
import { digestOf } from '../words/digest.ts';
import { digestOnce, rowsDigest } from '../words/rows-digest.ts';
import type { Judged, Protected, ProtectedMetric, Warehouse } from '../words/stages.ts';
import { csv } from './csv.ts';
import { encode } from './encode.ts';
import type { Gathering } from './gather-files.ts';
import { observationFields, observationHeader } from './observation-columns.ts';
import { makeTables } from './observation-tables.ts';

/**
 * `data/goals.json`, and for each metric its judgements, its observations as CSV, JSON and Parquet, and the parts of units that moved.
 * Gives the sha256 of each CSV that was made, by its path.
 */
export async function renderData(
  cells: Protected,
  judged: Judged,
  warehouse: Warehouse,
  tree: Gathering,
): Promise<ReadonlyMap<string, string>> {
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
    const { parts, ...tables } = paths;
    const all = [...Object.values(tables), ...(metric.parts.length > 0 ? [parts] : [])];
    if (!(await tree.takeOver(all, key))) toMake.push([metric, key]);
  }
  const tables = makeTables(
    toMake.map(([metric]) => metric),
    warehouse,
  );
  const made = new Map<string, string>();
  for (const [metric, key] of toMake) {
    const paths = pathsOf(metric);
    const { csv, json, parquet } = tables(metric);
    made.set(paths.csv, createHash('sha256').update(csv).digest('hex'));
    tree.add({ path: paths.csv, bytes: csv }, key);
    tree.add({ path: paths.json, bytes: json() }, key);
    tree.add({ path: paths.parquet, bytes: await parquet }, key);
    if (metric.parts.length > 0) tree.add({ path: paths.parts, bytes: encode(partsFile(metric)) }, key);
  }
  return made;
}

const pathsOf = ({ declaration: { id } }: ProtectedMetric) => ({
  csv: `data/observations/${id}.csv`,
  json: `data/observations/${id}.json`,
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
