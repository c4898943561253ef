import { buildRelation, columnsOf, LINES_BEFORE } from '../warehouse/relations.ts';
import { QueryError } from '../warehouse/query.ts';
import type { Finding } from '../words/finding.ts';
import type { Project, SqlFile } from '../words/project.ts';
import type { Recall } from '../words/recall.ts';
import type { Loaded, Modelled, Warehouse } from '../words/stages.ts';
import { relationKey, sourceKey } from './relation-keys.ts';

export interface Built extends Pick<Modelled, 'ensure'> {
  broken: Set<string>;
  sourcesOf: Map<string, readonly string[]>;
  keys: Map<string, string>;
  findings: Finding[];
}

/**
 * Staging, then marts in their declared order. A relation that fails, or reads one that failed, is left out. One that was built before, of the same SQL
 * over the same deliveries, is not built until it is needed.
 */
export async function buildRelations(project: Project, loaded: Loaded, warehouse: Warehouse, recall: Recall): Promise<Built> {
  const files = [...project.staging, ...project.marts];
  const built: Built = { broken: new Set(), sourcesOf: new Map(), keys: new Map(), findings: [], ensure: builder(files, warehouse) };
  for (const source of loaded.sources) {
    const id = `raw.${source.declaration.id}`;
    built.sourcesOf.set(id, [source.declaration.id]);
    built.keys.set(id, sourceKey(source));
    if (source.broken) built.broken.add(id);
  }
  for (const file of files) await buildOne(file, built, warehouse, recall);
  return built;
}

async function buildOne(file: SqlFile, built: Built, warehouse: Warehouse, recall: Recall): Promise<void> {
  const sources = [...new Set(file.reads.flatMap(read => built.sourcesOf.get(read) ?? []))].sort();
  built.sourcesOf.set(file.id, sources);
  if (file.reads.some(read => built.broken.has(read) || !built.sourcesOf.has(read))) {
    built.broken.add(file.id);
    return;
  }
  const key = relationKey(file, built.keys);
  built.keys.set(file.id, key);
  try {
    const columns = await recall('relation', key, async () => {
      await built.ensure([file.id]);
      return columnsOf(warehouse, file.id);
    });
    if (file.carriesRow && !columns.includes('_row'))
      built.findings.push(relationFinding('no-row-lineage', file, null, sources, { relation: file.id }));
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    built.broken.add(file.id);
    const line = error.line === null ? null : error.line - LINES_BEFORE;
    built.findings.push(relationFinding('sql-failed', file, line, sources, { relation: file.id, error: error.message.split('\n')[0]! }));
  }
}

/** Builds each relation once, after those that it reads. */
function builder(files: readonly SqlFile[], warehouse: Warehouse): Built['ensure'] {
  const byId = new Map(files.map(file => [file.id, file]));
  const done = new Set<string>();
  return async function ensure(ids) {
    for (const id of ids) {
      const file = byId.get(id);
      if (file === undefined || done.has(id)) continue;
      await ensure(file.reads);
      await buildRelation(warehouse, id, file.text);
      done.add(id);
    }
  };
}

function relationFinding(
  code: string,
  file: SqlFile,
  line: number | null,
  sources: readonly string[],
  details: Finding['details'],
): Finding {
  return { code, severity: 'warn', sources, metrics: [], file: file.file, line, details };
}
