import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionKinds } from '../warehouse/function-kinds.ts';
import { openWarehouse } from '../warehouse/open.ts';
import { compareBytes } from '../words/compare-bytes.ts';
import type { Problem } from '../words/problem.ts';
import type { Project } from '../words/project.ts';
import { findFiles } from './find-files.ts';
import { readGeography } from './geography/read-geography.ts';
import { ProjectError } from './project-error.ts';
import { readChecks } from './read-checks.ts';
import { readMetrics } from './read-metrics.ts';
import { checkEvents, checkHierarchies, checkReports, eventPlaces, readMunicipality } from './read-municipality.ts';
import { readPlans } from './read-plans.ts';
import type { SqlReader } from './read-query.ts';
import { readRelations } from './read-relations.ts';
import { readSources } from './source/read-sources.ts';
import { warningsOf } from './warnings.ts';

/**
 * Reads everything that a project's files declare, and every problem of every file, by file and line. A broken file takes
 * out what it declares and what rests on that. Throws ProjectError, with all problems, where malbild.yaml cannot be read.
 */
export async function readProject(root: string): Promise<Project> {
  const spill = await mkdtemp(path.join(tmpdir(), 'malbild-read-'));
  const warehouse = await openWarehouse(spill);
  try {
    return await readAll(root, { warehouse, kinds: await functionKinds(warehouse) });
  } finally {
    warehouse.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
}

async function readAll(root: string, reader: SqlReader): Promise<Project> {
  const problems: Problem[] = [];
  const files = await findFiles(root, problems);
  const own = readMunicipality(files, problems);
  const municipality = own?.municipality ?? null;
  const sources = readSources(files, typeof municipality?.as_of === 'string', problems);
  const relations = await readRelations(files, sources, reader, problems);
  if (own) checkHierarchies(own, relations, problems);
  const metrics = await readMetrics(files, municipality, relations, reader, problems);
  if (own) checkEvents(own, metrics, problems);
  if (own) checkReports(own, metrics, problems);
  const checks = await readChecks(files, relations, metrics, reader, problems);
  const plans = readPlans(files, municipality, metrics, problems);
  const geographies = own?.municipality.geographies.flatMap(it => readGeography(it, own.document, files, problems) ?? []) ?? [];
  problems.sort((a, b) => compareBytes(a.file, b.file) || a.line - b.line);
  if (!municipality) throw new ProjectError(problems);
  const project = {
    root,
    municipality,
    sources: sources.declarations,
    staging: relations.staging,
    marts: relations.marts,
    metrics: metrics.declarations,
    checks,
    plans,
    geographies,
    eventPlaces: own ? eventPlaces(own) : [],
    files: files.map(({ path, sha256 }) => ({ path, sha256 })),
    problems,
  };
  return { ...project, warnings: await warningsOf(project, reader.warehouse) };
}
