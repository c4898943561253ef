import { readFile } from 'node:fs/promises';
import { tableFromIPC } from 'apache-arrow';
import * as z from 'zod';
import { decodeExplore } from '../../contract/decode-explore.ts';
import { EXPLORE_KEY } from '../../contract/explore.ts';
import { ExpectedError } from '../../words/expected-error.ts';
import { measuredBy, type MetricMeasures } from './measured-by.ts';
import type { PublishedMetric, PublishedTree } from './published-tree.ts';
import { readRows } from './read-rows.ts';

const MANIFEST = 'data/manifest.json';

const node = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  level: z.string(),
  name: z.string(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
});

const manifest = z.object({
  edition: z.string(),
  previous: z.string().nullable(),
  audience: z.string(),
  as_of: z.string(),
  hierarchies: z.record(z.string(), z.array(node)),
  metrics: z.array(
    z.object({
      id: z.string(),
      sql: z.string(),
      json: z.record(z.string(), z.string()),
      explore: z.object({ path: z.string(), bytes: z.number(), packed: z.number() }).optional(),
    }),
  ),
  files: z.array(z.object({ path: z.string() })),
});
type Manifest = z.infer<typeof manifest>;

/**
 * What an audience's tree publishes of figures, of all metrics or those of some ids, read back from its files. Throws ExpectedError, naming the file, where one is
 * missing or not whole.
 */
export async function readPublished(folder: string, only?: ReadonlySet<string>): Promise<PublishedTree> {
  const { edition, previous, audience, as_of, hierarchies, metrics, files } = await readManifest(folder);
  const paths = new Set(files.map(({ path }) => path));
  const asked = metrics.filter(({ id }) => only?.has(id) ?? true);
  const tables = await Promise.all(asked.map(metric => readTables(folder, paths, metric, audience)));
  const hiding = new Set(tables.filter(hides).flatMap(({ measures }) => measures.columns.map(({ figure }) => figure)));
  const isWanted = (table: Tables): boolean =>
    hides(table) || table.measures.derivedFrom.length > 0 || table.measures.columns.some(({ figure }) => hiding.has(figure));
  const read = await Promise.all(tables.map(table => readMetric(folder, table, isWanted(table))));
  const rows = tables.reduce((count, { observations, parts }) => count + linesIn(observations) + linesIn(parts), 0);
  return { folder, edition, previous, audience, as_of, hierarchies, metrics: read, rows };
}

/** A metric's tables as text, and what it measures. */
interface Tables {
  metric: Manifest['metrics'][number];
  measures: MetricMeasures;
  observations: string;
  /** Empty where there are none. */
  parts: string;
}

async function readTables(folder: string, paths: ReadonlySet<string>, metric: Tables['metric'], audience: string): Promise<Tables> {
  const { id, sql } = metric;
  const parts = `data/parts/${id}.csv`;
  return {
    metric,
    measures: measuredBy(id, sql, audience),
    observations: await textOf(`${folder}/data/observations/${id}.csv`),
    parts: paths.has(parts) ? await textOf(`${folder}/${parts}`) : '',
  };
}

/** True where rows are hidden, or should be where they are small. */
const hides = ({ measures, observations, parts }: Tables): boolean =>
  measures.threshold !== null || [observations, parts].some(text => text.includes(',suppressed,'));

/** Lines of a table, but its header. */
const linesIn = (text: string): number => Math.max(0, text.split('\n').length - 2);

async function readManifest(folder: string): Promise<Manifest> {
  const path = `${folder}/${MANIFEST}`;
  const decoded = manifest.safeParse(parseJson(await textOf(path), path));
  if (decoded.success) return decoded.data;
  throw new ExpectedError(`${path} is not a manifest of this version of Målbild: ${z.prettifyError(decoded.error)}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ExpectedError(`${path} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

async function readMetric(folder: string, { metric, measures, observations, parts }: Tables, wanted: boolean): Promise<PublishedMetric> {
  const { id, json, explore = null } = metric;
  const about = { id, measures, json, explore };
  if (!wanted) return { ...about, dimensions: [], apart: new Set(), rows: [], parts: [] };
  const { dimensions, rows } = readRows(observations, `${folder}/data/observations/${id}.csv`, false);
  const apart = explore === null ? new Set<string>() : await dimensionsApart(`${folder}/${explore.path}`);
  return { ...about, dimensions, apart, rows, parts: parts === '' ? [] : readRows(parts, `${folder}/data/parts/${id}.csv`, true).rows };
}

/** Dimensions without a whole, as the Arrow file says of itself. */
async function dimensionsApart(path: string): Promise<Set<string>> {
  const said = tableFromIPC(await bytesOf(path)).schema.metadata.get(EXPLORE_KEY);
  if (said === undefined) throw new ExpectedError(`${path} does not say what it is`);
  return new Set(decodeExplore(said).dimensions.flatMap(({ id, whole }) => (whole === '*' ? [] : [id])));
}

export const textOf = async (path: string): Promise<string> => Buffer.from(await bytesOf(path)).toString('utf8');

export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ExpectedError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
