import { buildRelation, columnsOf, LINES_BEFORE } from '../warehouse/relations.ts';
import { QueryError } from '../warehouse/query.ts';
import type { Finding } from '../words/finding.ts';
import type { Project, SqlFile } from '../words/project.ts';
import type { Loaded, Warehouse } from '../words/stages.ts';

export interface Built {
  broken: Set<string>;
  sourcesOf: Map<string, readonly string[]>;
  findings: Finding[];
}

/** Staging, then marts in their declared order. A relation that fails, or reads one that failed, is left out. */
export async function buildRelations(project: Project, loaded: Loaded, warehouse: Warehouse): Promise<Built> {
  const built: Built = { broken: new Set(), sourcesOf: new Map(), findings: [] };
  for (const source of loaded.sources) {
    built.sourcesOf.set(`raw.${source.declaration.id}`, [source.declaration.id]);
    if (source.broken) built.broken.add(`raw.${source.declaration.id}`);
  }
  for (const file of [...project.staging, ...project.marts]) await buildOne(file, built, warehouse);
  return built;
}

async function buildOne(file: SqlFile, built: Built, warehouse: Warehouse): Promise<void> {
  const sources = [...new Set(file.reads.flatMap(read => built.sourcesOf.get(read) ?? []))].sort();
  built.sourcesOf.set(file.id, sources);
  if (file.reads.some(read => built.broken.has(read) || !built.sourcesOf.has(read))) {
    built.broken.add(file.id);
    return;
  }
  try {
    await buildRelation(warehouse, file.id, file.text);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    built.broken.add(file.id);
    const line = error.line === null ? null : error.line - LINES_BEFORE;
    built.findings.push(relationFinding('sql-failed', file, line, sources, { relation: file.id, error: error.message.split('\n')[0]! }));
    return;
  }
  if (file.carriesRow && !(await columnsOf(warehouse, file.id)).includes('_row'))
    built.findings.push(relationFinding('no-row-lineage', file, null, sources, { relation: file.id }));
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
