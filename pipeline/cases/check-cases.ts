import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstDay, monthOf, monthsBetween, type Day } from '../contract/period.ts';
import type { Effects } from '../effects/effects.ts';
import { measure } from '../measure/measure.ts';
import { addGivenRow, createEmptyRelations } from '../warehouse/given-tables.ts';
import { openWarehouse } from '../warehouse/open.ts';
import { countByMonth } from '../warehouse/plain-rows.ts';
import { QueryError } from '../warehouse/query.ts';
import { columnsOf, readHierarchy } from '../warehouse/relations.ts';
import { withParts } from '../words/metric-terms.ts';
import type { Problem } from '../words/problem.ts';
import type { Project } from '../words/project.ts';
import type { Coverage, Loaded, MeasuredMetric, Modelled, Warehouse } from '../words/stages.ts';
import { compareExpected } from './compare-expected.ts';
import { findCases, type MetricCase } from './find-cases.ts';
import { readTable } from './read-table.ts';

/** Runs every metric's cases: measures what is given, and tells each difference from what is expected, by file and line. */
export async function checkCases(project: Project, effects: Effects): Promise<Problem[]> {
  const problems: Problem[] = [];
  const metrics = project.metrics.map(({ id }) => id);
  for (const it of await findCases(project.root, metrics)) await checkCase(it, project, effects, problems);
  return problems;
}

async function checkCase(it: MetricCase, project: Project, effects: Effects, problems: Problem[]): Promise<void> {
  const spill = await mkdtemp(path.join(tmpdir(), 'malbild-case-'));
  const warehouse = await openWarehouse(spill);
  try {
    const before = problems.length;
    await createEmptyRelations(warehouse, project);
    for (const { relation, file } of it.given) await giveRows(warehouse, project, relation, file, problems);
    const expected = await readTable(project.root, it.expect, problems);
    if (expected === null || problems.length > before) return;
    const measured = await measureGivenRows(it.metric, project, warehouse, effects);
    problems.push(...compareExpected(expected, measured));
  } finally {
    warehouse.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
}

async function giveRows(warehouse: Warehouse, project: Project, relation: string, file: string, problems: Problem[]): Promise<void> {
  const known = project.marts.map(({ id }) => id);
  if (!known.includes(relation)) {
    problems.push({
      code: 'case-relation',
      file,
      line: 1,
      found: `no mart \`${relation}\``,
      allowed: `a file named by one of ${known.join(', ')}`,
    });
    return;
  }
  const table = await readTable(project.root, file, problems);
  const columns = await columnsOf(warehouse, relation);
  const unknown = table?.columns.find(column => !columns.includes(column));
  if (unknown !== undefined)
    problems.push({ code: 'case-column', file, line: 1, found: `no column \`${unknown}\` in ${relation}`, allowed: columns.join(', ') });
  if (table === null || unknown !== undefined) return;
  for (const { line, values } of table.rows)
    try {
      await addGivenRow(warehouse, relation, table.columns, values);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      problems.push({
        code: 'case-value',
        file,
        line,
        found: error.message.split('\n')[0]!,
        allowed: `values of the types of ${relation}`,
      });
    }
}

/**
 * The metric over what is given. Every month from its first row to its last is covered, for a derived metric those of its
 * parts, and the day is the first after them.
 */
async function measureGivenRows(id: string, project: Project, warehouse: Warehouse, effects: Effects): Promise<MeasuredMetric> {
  const metrics = withParts([id], project.metrics);
  const months = new Set<number>();
  for (const declaration of metrics.filter(({ body }) => body !== ''))
    for (const { month } of await countByMonth(warehouse, declaration, null)) if (month !== null) months.add(monthOf(month));
  const [first, last] = months.size === 0 ? [1, 0] : [Math.min(...months), Math.max(...months)];
  const asOf: Day = firstDay(last + 1);
  const coverage: Coverage = { months: new Map(monthsBetween(first, last).map(month => [month, asOf])), until: null, last };
  const [source] = project.sources;
  const sources = source
    ? [{ declaration: { ...source, synthetic: false, cadence: null, settles_days: null }, deliveries: [], coverage, broken: false }]
    : [];
  const loaded: Loaded = { sources, reports: [], rejects: [], findings: [] };
  const trees = project.municipality.dimensions.flatMap(dimension =>
    dimension.hierarchy === null ? [] : [[dimension.id, dimension.hierarchy] as const],
  );
  const hierarchies = Object.fromEntries(
    await Promise.all(trees.map(async ([dimension, mart]) => [dimension, await readHierarchy(warehouse, mart)] as const)),
  );
  const sourcesOf = new Map(
    [...project.staging, ...project.marts].map(relation => [relation.id, sources.map(({ declaration }) => declaration.id)]),
  );
  const modelled: Modelled = { hierarchies, broken: new Set(), sourcesOf, keys: new Map(), ensure: async () => {}, findings: [] };
  const measured = await measure({ ...project, metrics }, loaded, modelled, asOf, warehouse, effects);
  return measured.metrics.find(({ declaration }) => declaration.id === id)!;
}
