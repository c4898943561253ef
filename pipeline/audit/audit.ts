import { stat } from 'node:fs/promises';
import { ExpectedError } from '../words/expected-error.ts';
import type { AuditReport } from './audit-report.ts';
import { auditTable } from './audit-table.ts';
import { auditTree } from './audit-tree.ts';
import { loadSolver } from './bounds/load-solver.ts';

const AUDIENCES = ['public', 'internal'];

/**
 * Audits what there is at a path: an audience's tree, an edition with a tree for each audience, or a table. Throws ExpectedError where it is none of them, and
 * when it is interrupted.
 */
export async function audit(path: string, interrupted: AbortSignal): Promise<AuditReport[]> {
  if (!(await isThere(path)))
    throw new ExpectedError(`there is nothing at ${path}; allowed: an edition, an audience's tree, or a CSV table`);
  const solver = await loadSolver(interrupted);
  if (!(await stat(path)).isDirectory()) return [await auditTable(path, solver)];
  if (await isThere(`${path}/data/manifest.json`)) return [await auditTree(path, solver)];
  const reports: AuditReport[] = [];
  for (const audience of AUDIENCES)
    if (await isThere(`${path}/${audience}/data/manifest.json`)) reports.push(await auditTree(`${path}/${audience}`, solver));
  if (reports.length === 0)
    throw new ExpectedError(`${path} has no data/manifest.json; allowed: an edition, an audience's tree, or a CSV table`);
  return reports;
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
