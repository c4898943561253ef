import { readFile } from 'node:fs/promises';
import { tableFromIPC } from 'apache-arrow';
import * as z from 'zod';
import { decodeExplore } from '../../contract/decode-explore.ts';
import { EXPLORE_KEY } from '../../contract/explore.ts';
import { ExpectedError } from '../../words/expected-error.ts';
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

/** What an audience's tree publishes of figures, of all metrics or those of some ids, read back from its files. Throws ExpectedError, naming the file, where one is missing or not whole. */
export async function readPublished(folder: string, only?: ReadonlySet<string>): Promise<PublishedTree> {
  const { edition, previous, audience, as_of, hierarchies, metrics, files } = await readManifest(folder);
  const paths = new Set(files.map(({ path }) => path));
  const read = await Promise.all(metrics.filter(({ id }) => only?.has(id) ?? true).map(metric => readMetric(folder, paths, metric)));
  return { folder, edition, previous, audience, as_of, hierarchies, metrics: read, files: [...paths] };
}

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

async function readMetric(folder: string, paths: ReadonlySet<string>, metric: Manifest['metrics'][number]): Promise<PublishedMetric> {
  const { id, sql, json, explore = null } = metric;
  const observations = `${folder}/data/observations/${id}.csv`;
  const { dimensions, rows } = readRows(await textOf(observations), observations, false);
  const parts = `data/parts/${id}.csv`;
  return {
    id,
    sql,
    json,
    explore,
    dimensions,
    apart: explore === null ? new Set() : await dimensionsApart(`${folder}/${explore.path}`),
    rows,
    parts: paths.has(parts) ? readRows(await textOf(`${folder}/${parts}`), `${folder}/${parts}`, true).rows : [],
  };
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
